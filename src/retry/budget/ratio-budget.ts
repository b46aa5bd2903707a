import { checkOption } from '../../pipeline/check-option.ts';
import type { Clock } from '../../time/clock.ts';
import { systemClock } from '../../time/system-clock.ts';
import type { RetryBudget } from './retry-budget.ts';

/** Holds the settings of a ratio budget. */
export interface RatioBudgetOptions {
  /** How many retries a success pays for; 0.2 by default: at most one retry to five successes. */
  readonly ratio?: number;
  /** How many retries a second are free, so that quiet services can retry, too; 1 by default. */
  readonly minPerSecond?: number;
  /** How long a success counts, in milliseconds; 10,000 by default. */
  readonly windowMs?: number;
  /** Tells the time; `systemClock` by default. */
  readonly clock?: Clock;
}

/** Reading a clock costs as much as a call, so successes are put to account in batches of this size. */
const batchSize = 32;

/**
 * Creates a budget that allows retries in proportion to the successes of a sliding window, as Finagle and Envoy do.
 *
 * The window slides as in a rate limiter with two counters: the previous window counts by the share that still overlaps.
 *
 * @param options Ratio, free retries, window and clock.
 * @throws A `ConfigurationError` when an option is out of range.
 */
export function ratioBudget(options: RatioBudgetOptions = {}): RetryBudget {
  const { ratio = 0.2, minPerSecond = 1, windowMs = 10_000, clock = systemClock } = options;
  checkOption('ratioBudget: ratio', ratio, { from: 0 });
  checkOption('ratioBudget: minPerSecond', minPerSecond, { from: 0 });
  checkOption('ratioBudget: windowMs', windowMs, {});
  const free = (minPerSecond * windowMs) / 1000;
  let start = clock.now();
  let previous = 0;
  let current = 0;
  let unaccounted = 0;

  const account = (): number => {
    const now = clock.now();
    const windows = Math.floor((now - start) / windowMs);
    if (windows > 0) {
      previous = windows === 1 ? current : 0;
      current = 0;
      start += windows * windowMs;
    }
    current += unaccounted * ratio;
    unaccounted = 0;
    return free + current + previous * (1 - (now - start) / windowMs);
  };

  return {
    tryAcquire() {
      const isAffordable = account() >= 1;
      if (isAffordable) current--;
      return isAffordable;
    },
    onSuccess() {
      if (++unaccounted === batchSize) account();
    },
    get tokens() {
      return account();
    },
  };
}

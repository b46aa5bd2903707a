import { checkOption } from '../pipeline/check-option.ts';
import type { Clock } from '../time/clock.ts';
import { systemClock } from '../time/system-clock.ts';

/** Configures a token bucket. */
export interface TokenBucketOptions {
  /** How many calls may come at once after a pause, from 1 up. */
  readonly capacity: number;
  /** How many calls a second are allowed in the long run, more than 0. */
  readonly refillPerSecond: number;
  /** Tells the time; `systemClock` by default. */
  readonly clock?: Clock;
}

/** Holds the tokens that calls pay with; it starts full. */
export interface TokenBucket {
  /** How many tokens it holds at most. */
  readonly capacity: number;
  /** How many tokens come back in a second. */
  readonly refillPerSecond: number;
  /** Tells the time. */
  readonly clock: Clock;
  /** Takes a token; returns whether there was one. */
  tryTake(): boolean;
  /**
   * Returns how long until the bucket holds so many tokens, in whole milliseconds, rounded up; 0 when it does now.
   *
   * @param tokens How many.
   */
  msUntil(tokens: number): number;
}

/**
 * Creates a token bucket: the classic algorithm, filled lazily from the clock, so that no timer runs.
 *
 * @param options How many tokens it holds, how fast they come back, and the clock.
 * @throws A `ConfigurationError` when an option is out of range.
 */
export function tokenBucket(options: TokenBucketOptions): TokenBucket {
  const { clock = systemClock } = options;
  const capacity = checkOption('tokenBucket: capacity', options.capacity, { from: 1 });
  const refillPerSecond = checkOption('tokenBucket: refillPerSecond', options.refillPerSecond, {});
  let tokens = capacity;
  let filledAt = clock.now();

  const refill = (): void => {
    const now = clock.now();
    tokens = Math.min(capacity, tokens + (Math.max(0, now - filledAt) / 1000) * refillPerSecond);
    filledAt = now;
  };

  return {
    capacity,
    refillPerSecond,
    clock,
    tryTake() {
      refill();
      if (tokens < 1) return false;
      tokens--;
      return true;
    },
    msUntil(count) {
      refill();
      return Math.ceil((Math.max(0, count - tokens) / refillPerSecond) * 1000);
    },
  };
}

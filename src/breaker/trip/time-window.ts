import { checkSetting } from '../check-setting.ts';
import type { Clock } from '../../time/clock.ts';
import { completeThresholds, isReached, type ThresholdOptions, type Thresholds } from './thresholds.ts';
import type { TripPolicy, TripWindow } from './trip-policy.ts';

/** Configures a window over the last stretch of time. */
export interface TimeWindowOptions extends ThresholdOptions {
  /** How long a call stays in the window, in milliseconds. */
  readonly durationMs: number;
  /** In how many steps the window slides; 10 by default. */
  readonly buckets?: number;
}

/** Each costs memory, and more would make nothing more exact. */
const mostBuckets = 1000;

/** Counts the calls of one step of time. */
interface Bucket {
  calls: number;
  failures: number;
  slowCalls: number;
}

/**
 * Creates a policy that looks at the last stretch of time. Ignored calls do not enter the window, and after a pause
 * nothing of what went before counts.
 *
 * @param options Duration, steps and thresholds.
 * @throws A `ConfigurationError` when an option is out of range.
 */
export function timeWindow(options: TimeWindowOptions): TripPolicy {
  const { durationMs, buckets = 10 } = options;
  checkSetting('durationMs', durationMs);
  checkSetting('buckets', buckets, { whole: true, upTo: mostBuckets });
  const thresholds = completeThresholds(options);
  return {
    settings: { type: 'time_window', durationMs, buckets, ...thresholds },
    createWindow: (clock) => new RecentCalls({ clock, bucketMs: durationMs / buckets, buckets, thresholds }),
  };
}

interface RecentCallsSettings {
  readonly clock: Clock;
  readonly bucketMs: number;
  readonly buckets: number;
  readonly thresholds: Thresholds;
}

class RecentCalls implements TripWindow {
  readonly #settings: RecentCallsSettings;
  /** The steps that hold calls, the oldest first; never more than `buckets`. */
  readonly #buckets = new Map<number, Bucket>();
  readonly #total: Bucket = { calls: 0, failures: 0, slowCalls: 0 };

  constructor(settings: RecentCallsSettings) {
    this.#settings = settings;
  }

  get counts(): TripWindow['counts'] {
    this.#dropExpired(this.#step());
    return this.#total;
  }

  record(isFailure: boolean, isSlow: boolean): boolean {
    const step = this.#step();
    this.#dropExpired(step);
    let bucket = this.#buckets.get(step);
    if (!bucket) this.#buckets.set(step, (bucket = { calls: 0, failures: 0, slowCalls: 0 }));
    const call = { calls: 1, failures: Number(isFailure), slowCalls: Number(isSlow) };
    add(bucket, call, 1);
    add(this.#total, call, 1);
    return (isFailure || isSlow) && isReached(this.#settings.thresholds, this.#total);
  }

  #step(): number {
    const { clock, bucketMs } = this.#settings;
    return Math.floor(clock.now() / bucketMs);
  }

  #dropExpired(step: number): void {
    for (const [oldest, bucket] of this.#buckets) {
      if (oldest > step - this.#settings.buckets) return;
      add(this.#total, bucket, -1);
      this.#buckets.delete(oldest);
    }
  }
}

function add(sum: Bucket, { calls, failures, slowCalls }: Bucket, sign: 1 | -1): void {
  sum.calls += sign * calls;
  sum.failures += sign * failures;
  sum.slowCalls += sign * slowCalls;
}

import { checkOption } from '../../pipeline/check-option.ts';
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

/**
 * Reading a clock costs as much as a call, so once a step has so many calls, only every success of this number reads it. The
 * others count in that step, even if it has ended meanwhile.
 */
const busyCalls = 1000;

/** Counts the calls of one step of time. */
interface Bucket {
  readonly step: number;
  calls: number;
  failures: number;
  slowCalls: number;
}

/**
 * Creates a policy that looks at the last stretch of time. Ignored calls do not enter the window, and after a pause
 * nothing of what went before counts. In a step with 1,000 calls or more only every 1,000th success reads the clock, so
 * up to 999 may leave the window too early.
 *
 * @param options Duration, steps and thresholds.
 * @throws A `ConfigurationError` when an option is out of range.
 */
export function timeWindow(options: TimeWindowOptions): TripPolicy {
  const { durationMs, buckets = 10 } = options;
  checkOption('timeWindow: durationMs', durationMs, { upTo: Number.MAX_VALUE });
  checkOption('timeWindow: buckets', buckets, { from: 1, upTo: mostBuckets, whole: true });
  const thresholds = completeThresholds('timeWindow', options);
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
  /** The steps that hold calls, the oldest first. */
  readonly #buckets: Bucket[] = [];
  readonly #total = { calls: 0, failures: 0, slowCalls: 0 };
  #latest: Bucket = createBucket(NaN);
  #untimed = 0;

  constructor(settings: RecentCallsSettings) {
    this.#settings = settings;
  }

  get counts(): TripWindow['counts'] {
    this.#slide();
    return this.#total;
  }

  record(isFailure: boolean, isSlow: boolean): boolean {
    const isReason = isFailure || isSlow;
    if (isReason || this.#latest.calls < busyCalls || ++this.#untimed === busyCalls) this.#slide();
    count(this.#latest, isFailure, isSlow);
    count(this.#total, isFailure, isSlow);
    return isReason && isReached(this.#settings.thresholds, this.#total);
  }

  /** Makes the bucket of this moment the latest. */
  #slide(): void {
    const { clock, bucketMs } = this.#settings;
    const step = Math.floor(clock.now() / bucketMs);
    this.#untimed = 0;
    if (step !== this.#latest.step) this.#enter(step);
  }

  /** Begins a step, which drops all that have expired. */
  #enter(step: number): void {
    const expired = this.#buckets.findIndex((kept) => kept.step > step - this.#settings.buckets);
    for (const old of this.#buckets.splice(0, expired < 0 ? this.#buckets.length : expired)) this.#subtract(old);
    this.#latest = createBucket(step);
    this.#buckets.push(this.#latest);
  }

  #subtract({ calls, failures, slowCalls }: Bucket): void {
    this.#total.calls -= calls;
    this.#total.failures -= failures;
    this.#total.slowCalls -= slowCalls;
  }
}

function createBucket(step: number): Bucket {
  return { step, calls: 0, failures: 0, slowCalls: 0 };
}

function count(counts: Omit<Bucket, 'step'>, isFailure: boolean, isSlow: boolean): void {
  counts.calls++;
  if (isFailure) counts.failures++;
  if (isSlow) counts.slowCalls++;
}

import { checkOption } from '../../pipeline/check-option.ts';
import { completeThresholds, isReached, type ThresholdOptions, type Thresholds } from './thresholds.ts';
import type { TripPolicy, TripWindow } from './trip-policy.ts';

/** Configures a window over the last calls. */
export interface CountWindowOptions extends ThresholdOptions {
  /** How many calls the window holds, from 1 up; one byte each. */
  readonly size: number;
}

/** A megabyte: whoever asks for more means something else. */
const largestSize = 2 ** 20;
const failureBit = 1;
const slowBit = 2;

/**
 * Creates a policy that looks at the last calls, however long ago they were. Ignored calls do not enter the window.
 *
 * @param options Size and thresholds; `minimumCalls` is at most the size.
 * @throws A `ConfigurationError` when an option is out of range.
 */
export function countWindow(options: CountWindowOptions): TripPolicy {
  const { size } = options;
  checkOption('countWindow: size', size, { from: 1, upTo: largestSize, whole: true });
  const thresholds = completeThresholds('countWindow', options, size);
  return {
    settings: { type: 'count_window', size, ...thresholds },
    createWindow: () => new LastCalls(size, thresholds),
  };
}

class LastCalls implements TripWindow {
  readonly #thresholds: Thresholds;
  /** A ring: the next call takes the place of the oldest. */
  readonly #ring: Uint8Array;
  #next = 0;
  readonly counts = { calls: 0, failures: 0, slowCalls: 0 };

  constructor(size: number, thresholds: Thresholds) {
    this.#ring = new Uint8Array(size);
    this.#thresholds = thresholds;
  }

  record(isFailure: boolean, isSlow: boolean): boolean {
    const call = (isFailure ? failureBit : 0) | (isSlow ? slowBit : 0);
    // What the ring holds before its first round counts nothing, like a call that went well.
    this.#count(this.#ring[this.#next] ?? 0, -1);
    this.#count(call, 1);
    this.#ring[this.#next] = call;
    this.#next = (this.#next + 1) % this.#ring.length;
    this.counts.calls = Math.min(this.counts.calls + 1, this.#ring.length);
    return call > 0 && isReached(this.#thresholds, this.counts);
  }

  #count(call: number, sign: 1 | -1): void {
    if (call & failureBit) this.counts.failures += sign;
    if (call & slowBit) this.counts.slowCalls += sign;
  }
}

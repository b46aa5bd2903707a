import type { Backoff } from './backoff.ts';
import { clampDelay } from './clamp-delay.ts';
import type { GrowthOptions } from './growth.ts';
import { applyJitter } from './jitter.ts';

/** Holds the settings of an exponential back-off. */
export interface ExponentialOptions extends GrowthOptions {
  /** What multiplies the wait each time; 2 by default. */
  readonly factor?: number;
}

/**
 * Creates a back-off that grows by a factor each time, up to a cap; chance spreads it after the cap.
 *
 * @param options First wait, factor, cap and jitter.
 */
export function exponential(options: ExponentialOptions = {}): Backoff {
  const { initialMs = 200, factor = 2, maxMs = 20_000, jitter = 'full' } = options;
  return ({ retry, random }) => applyJitter(clampDelay(initialMs * factor ** (retry - 1), maxMs), jitter, random);
}

import type { Backoff } from './backoff.ts';
import { clampDelay } from './clamp-delay.ts';
import type { GrowthOptions } from './growth.ts';
import { applyJitter } from './jitter.ts';

/** Holds the settings of a linear back-off. */
export interface LinearOptions extends GrowthOptions {
  /** What every further retry adds in milliseconds; as much as `initialMs` by default. */
  readonly stepMs?: number;
}

/**
 * Creates a back-off that grows by the same step each time.
 *
 * @param options First wait, step, cap and jitter.
 */
export function linear(options: LinearOptions = {}): Backoff {
  const { initialMs = 200, stepMs = initialMs, maxMs = 20_000, jitter = 'full' } = options;
  return ({ retry, random }) => applyJitter(clampDelay(initialMs + stepMs * (retry - 1), maxMs), jitter, random);
}

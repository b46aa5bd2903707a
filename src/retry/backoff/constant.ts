import type { Backoff } from './backoff.ts';
import { clampDelay } from './clamp-delay.ts';
import { applyJitter, type Jitter } from './jitter.ts';

/**
 * Creates a back-off that always waits the same time.
 *
 * @param delayMs Milliseconds between two attempts.
 * @param options What else differs.
 * @param options.jitter How chance spreads the waits; `none` by default.
 */
export function constant(delayMs: number, { jitter = 'none' }: { readonly jitter?: Jitter } = {}): Backoff {
  return ({ random }) => applyJitter(clampDelay(delayMs), jitter, random);
}

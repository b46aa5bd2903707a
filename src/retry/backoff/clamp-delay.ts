/**
 * Returns a delay that a clock can wait for: finite and from 0 up to a limit.
 *
 * @param delayMs Milliseconds; what is not a positive number becomes 0, also the NaN of `0 * Infinity`.
 * @param maxMs The limit in milliseconds.
 */
export function clampDelay(delayMs: number, maxMs: number = Number.MAX_VALUE): number {
  return delayMs > 0 ? Math.min(delayMs, maxMs, Number.MAX_VALUE) : 0;
}

/**
 * Returns the value of a `Retry-After` header: whole seconds, rounded up so that nobody comes back too early.
 *
 * @param ms The wait in milliseconds; a moment that has passed, or no number at all, counts as 0.
 */
export function formatRetryAfter(ms: number): string {
  return String(Math.ceil(Math.max(0, ms || 0) / 1000));
}

/**
 * Names how chance spreads the waits of many clients, so that they do not come back all at once: `none` waits the whole
 * delay, `full` anything from 0 up to it, `equal` at least half of it.
 */
export type Jitter = 'none' | 'full' | 'equal';

/**
 * Returns a delay with jitter; it never exceeds the delay, so jitter belongs after the cap, where clients crowd.
 *
 * @param delayMs The delay in milliseconds.
 * @param jitter How to spread it, after Marc Brooker, "Exponential Backoff And Jitter" (AWS Architecture Blog, 2015).
 * @param random Returns a number from 0 up to 1.
 */
export function applyJitter(delayMs: number, jitter: Jitter, random: () => number): number {
  if (jitter === 'none') return delayMs;
  const fixed = jitter === 'equal' ? delayMs / 2 : 0;
  return fixed + random() * (delayMs - fixed);
}

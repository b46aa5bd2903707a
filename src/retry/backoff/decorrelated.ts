import type { Backoff } from './backoff.ts';
import { clampDelay } from './clamp-delay.ts';
import type { GrowthOptions } from './growth.ts';

/**
 * Creates a back-off that draws every wait between the first one and three times the previous one, so that two clients
 * soon have nothing in common: decorrelated jitter after Marc Brooker, "Exponential Backoff And Jitter" (AWS, 2015).
 *
 * @param options First wait and cap.
 */
export function decorrelated({ initialMs = 200, maxMs = 20_000 }: Omit<GrowthOptions, 'jitter'> = {}): Backoff {
  return ({ previousMs = initialMs, random }) => clampDelay(initialMs + random() * (previousMs * 3 - initialMs), maxMs);
}

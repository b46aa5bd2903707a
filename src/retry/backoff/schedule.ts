import type { Backoff } from './backoff.ts';
import { clampDelay } from './clamp-delay.ts';

/**
 * Creates a back-off from a list of waits; after the last one there is no further retry.
 *
 * @param delaysMs The waits in milliseconds. It is read once and only as far as retries come, so an endless generator is
 *   fine; all calls of a policy share what was read.
 */
export function schedule(delaysMs: Iterable<number>): Backoff {
  const iterator = delaysMs[Symbol.iterator]();
  const known: number[] = [];
  return ({ retry }) => {
    while (known.length < retry) {
      const { done, value } = iterator.next();
      if (done) return undefined;
      known.push(clampDelay(value));
    }
    return known[retry - 1];
  };
}

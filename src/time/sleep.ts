import type { Clock } from './clock.ts';

export type {} from '../platform/web-types.ts';

/**
 * Waits on a clock.
 *
 * @param clock The clock whose timer ends the wait.
 * @param delayMs How long, in milliseconds.
 * @param signal Ends the wait at once: the promise then rejects with the signal's reason. Nothing stays attached to it.
 */
export function sleep(clock: Clock, delayMs: number, signal?: AbortSignal): Promise<void> {
  return new Promise((resolve, reject) => {
    if (signal?.aborted) {
      reject(signal.reason);
      return;
    }
    const onAbort = (): void => {
      cancelTimer();
      reject(signal?.reason);
    };
    const cancelTimer = clock.setTimer(delayMs, () => {
      signal?.removeEventListener('abort', onAbort);
      resolve();
    });
    signal?.addEventListener('abort', onAbort, { once: true });
  });
}

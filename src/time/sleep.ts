import { listenToAbort } from '../pipeline/listen-to-abort.ts';
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
    const cancelTimer = clock.setTimer(delayMs, () => {
      stopListening?.();
      resolve();
    });
    const stopListening =
      signal &&
      listenToAbort(signal, () => {
        cancelTimer();
        reject(signal.reason);
      });
  });
}

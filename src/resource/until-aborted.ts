import { listenToAbort } from '../pipeline/listen-to-abort.ts';

export type {} from '../platform/web-types.ts';

/**
 * Waits for a promise, but no longer than until a signal is aborted; then it rejects with the signal's reason.
 *
 * Nothing stays attached to the signal, and a promise that loses may reject unheard.
 */
export function untilAborted<T>(promise: PromiseLike<T>, signal: AbortSignal): Promise<T> {
  return new Promise((resolve, reject) => {
    const onAbort = (): void => reject(signal.reason);
    // What makes the promise may have aborted the signal itself; that event is over.
    if (signal.aborted) onAbort();
    const detach = listenToAbort(signal, onAbort);
    promise.then(
      (value) => {
        detach();
        resolve(value);
      },
      (error: unknown) => {
        detach();
        reject(error);
      },
    );
  });
}

export type {} from '../platform/web-types.ts';

/** Stops listening; calling it again does nothing. */
export type StopListening = () => void;

const waiting = new WeakMap<AbortSignal, Set<() => void>>();

/**
 * Calls back once when a signal aborts. All that wait for a signal share one listener, which goes with the last of them: the signal of
 * a service that shuts down has thousands waiting, and Node warns of a leak from eleven listeners on.
 *
 * @param signal One that has not aborted yet.
 * @param callback A function of its own for each time of listening.
 */
export function listenToAbort(signal: AbortSignal, callback: () => void): StopListening {
  const callbacks = waiting.get(signal) ?? new Set();
  waiting.set(signal, callbacks.add(callback));
  // A signal takes the same function only once.
  signal.addEventListener('abort', tellAll, { once: true });
  return () => {
    if (callbacks.delete(callback) && callbacks.size === 0) signal.removeEventListener('abort', tellAll);
  };
}

function tellAll(this: AbortSignal): void {
  for (const callback of waiting.get(this) ?? []) callback();
  waiting.delete(this);
}

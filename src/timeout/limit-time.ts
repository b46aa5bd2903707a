import { TimeoutError } from '../errors/timeout-error.ts';
import { AbortableScope } from '../pipeline/abortable-scope.ts';
import type { CallContext, CallOptions } from '../pipeline/strategy.ts';
import type { CancelTimer, Clock } from '../time/clock.ts';

/**
 * Names what happens when the time is over: `cooperative` ends the signal and waits for the function to notice, `race`
 * also rejects at once and lets the function finish unheard.
 */
export type TimeoutMode = 'cooperative' | 'race';

/** Holds the settings of a time limit with every default in place. */
export interface TimeLimit {
  readonly timeoutMs: number;
  readonly mode: TimeoutMode;
  readonly operation: string;
  readonly clock: Clock;
}

/**
 * Calls a function that has to end within a limit.
 *
 * @param fn What to call.
 * @param limit The limit, its mode, the name of the operation and the clock.
 * @param outer The caller's signal, or the context of the strategy around.
 */
export async function limitTime<T>(
  fn: (context: CallContext) => T | PromiseLike<T>,
  { timeoutMs, mode, operation, clock }: TimeLimit,
  outer: CallOptions | undefined,
): Promise<T> {
  const scope = new AbortableScope(outer);
  if (scope.aborted) throw scope.signal.reason;
  let timeout: TimeoutError | undefined;
  let cancelTimer: CancelTimer | undefined;
  try {
    const work = Promise.resolve(fn(scope));
    // A timer costs more than all the rest, and work that waits for nothing outside has ended one step later.
    if (await isPending(work)) {
      cancelTimer = clock.setTimer(timeoutMs, () => {
        if (scope.aborted) return;
        timeout = TimeoutError.after(operation, timeoutMs);
        scope.abort(timeout);
      });
    }
    return await (mode === 'race' ? race(work, scope) : work);
  } catch (error) {
    throw timeout ? keepCause(timeout, error) : error;
  } finally {
    cancelTimer?.();
    scope.dispose();
  }
}

/** Tells whether a promise is still pending after one step of the queue of promises. */
async function isPending(work: Promise<unknown>): Promise<boolean> {
  let isPending = true;
  const settle = (): void => {
    isPending = false;
  };
  work.then(settle, settle);
  await undefined;
  return isPending;
}

/** Settles with the work or with the end of the scope, whichever comes first; the loser may reject unheard. */
function race<T>(work: Promise<T>, scope: AbortableScope): Promise<T> {
  return new Promise((resolve, reject) => {
    if (scope.aborted) reject(scope.signal.reason);
    scope.onAbort(reject);
    work.then(resolve, reject);
  });
}

/** Keeps what a function threw after its time was over: clients wrap the reason of the signal, or hide it. */
function keepCause(timeout: TimeoutError, error: unknown): TimeoutError {
  const isKnown = error === timeout || (error instanceof Error && error.cause === timeout);
  return isKnown
    ? timeout
    : Object.defineProperty(timeout, 'cause', { value: error, configurable: true, writable: true });
}

import { TimeoutError } from '../errors/timeout-error.ts';
import { AbortableScope } from '../pipeline/abortable-scope.ts';
import type { CallContext, CallOptions } from '../pipeline/strategy.ts';
import type { Clock } from '../time/clock.ts';

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
  const cancelTimer = clock.setTimer(timeoutMs, () => {
    if (scope.aborted) return;
    timeout = TimeoutError.after(operation, timeoutMs);
    scope.abort(timeout);
  });
  try {
    return await (mode === 'race' ? race(fn, scope) : fn(scope));
  } catch (error) {
    throw timeout ? keepCause(timeout, error) : error;
  } finally {
    cancelTimer();
    scope.dispose();
  }
}

/** Settles with the function or with the end of the scope, whichever comes first; the loser may reject unheard. */
function race<T>(fn: (context: CallContext) => T | PromiseLike<T>, scope: AbortableScope): Promise<T> {
  return new Promise((resolve, reject) => {
    scope.onAbort(reject);
    Promise.resolve(fn(scope)).then(resolve, reject);
  });
}

/** Keeps what a function threw after its time was over: clients wrap the reason of the signal, or hide it. */
function keepCause(timeout: TimeoutError, error: unknown): TimeoutError {
  const isKnown = error === timeout || (error instanceof Error && error.cause === timeout);
  return isKnown
    ? timeout
    : Object.defineProperty(timeout, 'cause', { value: error, configurable: true, writable: true });
}

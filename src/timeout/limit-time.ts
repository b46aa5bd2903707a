import { TimeoutError } from '../errors/timeout-error.ts';
import { AbortableScope } from '../pipeline/abortable-scope.ts';
import { beginCall } from '../pipeline/begin-call.ts';
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

/** Lets one step of the queue of promises pass. */
const nextStep = Promise.resolve();

/**
 * A timer costs more than all the rest, and work that waits for nothing outside has ended after a few steps: one for each
 * policy inside, of which a standard pipeline has as many.
 */
const stepsWithoutTimer = 6;

/**
 * Calls a function that has to end within a limit.
 *
 * @param fn What to call.
 * @param limit The limit, its mode, the name of the operation and the clock.
 * @param outer The caller's signal, or the context of the strategy around.
 */
export function limitTime<T>(
  fn: (context: CallContext) => T | PromiseLike<T>,
  { timeoutMs, mode, operation, clock }: TimeLimit,
  outer: CallOptions | undefined,
): Promise<T> {
  // A promise of its own: in a function that awaits, each further step costs as much as the call itself.
  return new Promise<T>((resolve, reject) => {
    const scope = new AbortableScope(outer);
    let timeout: TimeoutError | undefined;
    let cancelTimer: CancelTimer | undefined;
    let isOver = false;
    let stepsLeft = stepsWithoutTimer;

    const end = (): void => {
      isOver = true;
      cancelTimer?.();
      scope.dispose();
    };
    const succeed = (value: T): void => {
      end();
      resolve(value);
    };
    const fail = (error: unknown): void => {
      // The loser of a race is heard by nobody.
      if (isOver) return;
      end();
      reject(timeout ? keepCause(timeout, error) : error);
    };
    const startTimer = (): void => {
      if (isOver) return;
      if (stepsLeft-- > 0) {
        void nextStep.then(startTimer);
        return;
      }
      cancelTimer = clock.setTimer(timeoutMs, () => {
        if (scope.aborted) return;
        timeout = TimeoutError.after(operation, timeoutMs);
        scope.abort(timeout);
      });
      if (mode !== 'race') return;
      if (scope.aborted) fail(scope.signal.reason);
      else scope.onAbort(fail);
    };

    beginCall(fn, scope).then(succeed, fail);
    startTimer();
  });
}

/** Keeps what a function threw after its time was over: clients wrap the reason of the signal, or hide it. */
function keepCause(timeout: TimeoutError, error: unknown): TimeoutError {
  const isKnown = error === timeout || (error instanceof Error && error.cause === timeout);
  return isKnown
    ? timeout
    : Object.defineProperty(timeout, 'cause', { value: error, configurable: true, writable: true });
}

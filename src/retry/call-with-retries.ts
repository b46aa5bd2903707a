import { startCall } from '../pipeline/begin-call.ts';
import type { CallOptions } from '../pipeline/strategy.ts';
import { sleep } from '../time/sleep.ts';
import { systemClock } from '../time/system-clock.ts';
import { limitTime } from '../timeout/limit-time.ts';
import { AttemptScope } from './attempt-scope.ts';
import { decide } from './decide.ts';
import type { GiveUpEvent, RetryEvent } from './failed-attempt.ts';
import { giveUp } from './give-up.ts';
import { notify } from './notify.ts';
import type { PreparedRetry } from './prepare-retry.ts';
import { RefusedValue } from './refused-value.ts';
import type { RetryContext } from './retry-options.ts';

/** How many attempts are kept, so that a call that retries for ever does not fill the memory. */
const mostAttempts = 100;

/** Calls a function until it succeeds or the policy gives up; what only a failure needs is read after the first one. */
export function callWithRetries<T>(
  fn: (context: RetryContext) => T | PromiseLike<T>,
  policy: PreparedRetry,
  outer: CallOptions | undefined,
): Promise<T> {
  const { clock = systemClock, maxElapsedMs = Infinity, noteSuccess } = policy;
  // Reading a clock costs as much as a call, so it is read only when there is something to measure.
  const deadline = maxElapsedMs < Infinity ? clock.now() + maxElapsedMs : Infinity;
  const scope = new AttemptScope(outer, 1, undefined, deadline, clock);
  return beginAttempt(fn, policy, scope).then<T, T>(noteSuccess, (thrown: unknown) =>
    tryAgain(fn, policy, outer, { scope, thrown }),
  );
}

async function tryAgain<T>(
  fn: (context: RetryContext) => T | PromiseLike<T>,
  policy: PreparedRetry,
  outer: CallOptions | undefined,
  first: { readonly scope: AttemptScope; readonly thrown: unknown },
): Promise<T> {
  const { clock = systemClock, onRetry, onHookError, noteSuccess } = policy;
  const attempts: (RetryEvent | GiveUpEvent)[] = [];
  let { scope, thrown } = first;
  let delayMs: number | undefined;
  for (;;) {
    const event = decide(thrown, scope, policy, delayMs);
    if (attempts.push(event) > mostAttempts) attempts.shift();
    // What was refused is what the function returned.
    if ('reason' in event) return giveUp(event, attempts, policy) as T;
    void notify(onRetry, event, onHookError);
    ({ delayMs } = event);
    scope = scope.next(outer, event.error);
    try {
      await sleep(clock, delayMs, outer?.signal);
      const value = await beginAttempt(fn, policy, scope);
      return noteSuccess ? noteSuccess(value) : value;
    } catch (error) {
      thrown = error;
    }
  }
}

function beginAttempt<T>(
  fn: (context: RetryContext) => T | PromiseLike<T>,
  policy: PreparedRetry,
  scope: AttemptScope,
): Promise<T> {
  if (scope.aborted) return Promise.reject(scope.signal.reason);
  scope.hasBegun = true;
  const { attemptTimeoutMs, retryResult } = policy;
  const running = attemptTimeoutMs === undefined ? startCall(fn, scope) : limitAttempt(fn, policy, scope);
  if (!retryResult) return running;
  return running.then((value) => {
    const refusal = retryResult(value);
    if (refusal) throw new RefusedValue(value, refusal);
    return value;
  });
}

function limitAttempt<T>(
  fn: (context: RetryContext) => T | PromiseLike<T>,
  { attemptTimeoutMs: timeoutMs = Infinity, clock = systemClock }: PreparedRetry,
  scope: AttemptScope,
): Promise<T> {
  const limit = { timeoutMs, mode: 'race', operation: `Attempt ${scope.attempt}`, clock } as const;
  return limitTime((inner) => fn(scope.within(inner)), limit, scope);
}

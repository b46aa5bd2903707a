import type { Classification } from '../classify/classification.ts';
import { classifyStructure } from '../classify/classify-structure.ts';
import type { CallOptions } from '../pipeline/strategy.ts';
import { throwIfAborted } from '../pipeline/to-scope.ts';
import type { Clock } from '../time/clock.ts';
import { sleep } from '../time/sleep.ts';
import { systemClock } from '../time/system-clock.ts';
import { limitTime } from '../timeout/limit-time.ts';
import { AttemptScope } from './attempt-scope.ts';
import { RetryHistory } from './retry-history.ts';
import type { RetryContext, RetryPolicyOptions } from './retry-options.ts';

/** The meaning of a value that `retryResult` refused with `true`: the user vouches that calling again is harmless. */
const refusedValue: Classification = {
  kind: 'unavailable',
  retryable: true,
  action: 'retry',
  sent: 'no',
  confidence: 'typed',
  rule: 'retryResult',
};

/**
 * Calls a function until it succeeds or the policy gives up. What only a failure needs is read after the first one.
 *
 * @param fn What to call.
 * @param options The policy.
 * @param outer The caller's signal, or the context of the strategy around.
 */
export async function runAttempts<T>(
  fn: (context: RetryContext) => T | PromiseLike<T>,
  options: RetryPolicyOptions,
  outer: CallOptions | undefined,
): Promise<T> {
  const { clock = systemClock, maxElapsedMs = Infinity, attemptTimeoutMs, retryResult, budget } = options;
  const { classify = classifyStructure } = options;
  // Reading a clock costs as much as a call, so it is read only when there is something to measure.
  const deadline = maxElapsedMs < Infinity ? clock.now() + maxElapsedMs : Infinity;
  let history: RetryHistory | undefined;
  for (let attempt = 1; ; attempt++) {
    const context = new AttemptScope(outer, attempt, history?.lastError, deadline, clock);
    try {
      if (history) await sleep(clock, history.delayMs, outer?.signal);
      throwIfAborted(context);
      const value = await begin(fn, context, attemptTimeoutMs, clock);
      const refused = retryResult?.(value);
      if (!refused) {
        if (budget) budget.onSuccess();
        return value;
      }
      history ??= new RetryHistory(options);
      const classification = refused === true ? refusedValue : refused;
      if (!history.planNext({ attempt, value, classification }, context)) return value;
    } catch (error) {
      history ??= new RetryHistory(options);
      if (!history.planNext({ attempt, error, classification: classify(error) }, context))
        throw history.toThrown(error, context);
    }
  }
}

function begin<T>(
  fn: (context: RetryContext) => T | PromiseLike<T>,
  context: AttemptScope,
  timeoutMs: number | undefined,
  clock: Clock,
): T | PromiseLike<T> {
  if (timeoutMs === undefined) return fn(context);
  const limit = { timeoutMs, mode: 'race', operation: `Attempt ${context.attempt}`, clock } as const;
  return limitTime((scope) => fn(context.within(scope)), limit, context);
}

import type { Classification } from '../classify/classification.ts';
import { isAborted } from '../pipeline/call-scope.ts';
import type { CallOptions } from '../pipeline/strategy.ts';
import { sleep } from '../time/sleep.ts';
import { limitTime } from '../timeout/limit-time.ts';
import { AttemptScope, type RetryProgress } from './attempt-scope.ts';
import {
  type FailedAttempt,
  type GiveUpEvent,
  type GiveUpReason,
  keepAttempts,
  type RetryEvent,
} from './failed-attempt.ts';
import { notify } from './notify.ts';
import { type PlannedWait, planWait } from './plan-wait.ts';
import type { RetryContext } from './retry-options.ts';
import type { RetrySettings } from './retry-settings.ts';

type Failure = Omit<FailedAttempt, 'attempt'>;

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
 * Calls a function until it succeeds or the policy gives up.
 *
 * @param fn What to call.
 * @param settings The policy.
 * @param outer The caller's signal, or the context of the strategy around.
 */
export async function runAttempts<T>(
  fn: (context: RetryContext) => T | PromiseLike<T>,
  settings: RetrySettings,
  outer: CallOptions | undefined,
): Promise<T> {
  const { retryResult, classify } = settings;
  const call = new RetryCall(settings, outer);
  for (;;) {
    try {
      const value = await call.attempt(fn);
      const refused = retryResult?.(value);
      if (!refused) {
        if (settings.budget) settings.budget.onSuccess();
        return value;
      }
      if (!call.planNext({ value, classification: refused === true ? refusedValue : refused })) return value;
    } catch (error) {
      if (!call.planNext({ error, classification: classify(error) })) throw call.toThrown(error);
    }
  }
}

/** Carries one call from attempt to attempt. */
class RetryCall implements RetryProgress {
  attempts = 0;
  lastError: unknown;
  readonly #settings: RetrySettings;
  readonly #outer: CallOptions | undefined;
  readonly #deadline: number;
  readonly #events: (RetryEvent | GiveUpEvent)[] = [];
  #wait: PlannedWait | undefined;

  constructor(settings: RetrySettings, outer: CallOptions | undefined) {
    this.#settings = settings;
    this.#outer = outer;
    // Reading a clock costs as much as a call, so it is read only when there is something to measure.
    this.#deadline = settings.maxElapsedMs < Infinity ? settings.clock.now() + settings.maxElapsedMs : Infinity;
  }

  get remainingMs(): number {
    return this.#deadline < Infinity ? Math.max(0, this.#deadline - this.#settings.clock.now()) : Infinity;
  }

  /** Waits as planned, then calls the function; an abort ends the wait. */
  attempt<T>(fn: (context: RetryContext) => T | PromiseLike<T>): T | PromiseLike<T> {
    if (!this.#wait) return this.#begin(fn);
    return sleep(this.#settings.clock, this.#wait.delayMs, this.#outer?.signal).then(() => this.#begin(fn));
  }

  /** Plans the next attempt after a failure, or tells that there is none. */
  planNext(failure: Failure): boolean {
    const { onRetry, onGiveUp, onHookError } = this.#settings;
    const failed = { attempt: this.attempts, ...failure };
    const plan = this.#planWait(failure.classification);
    if (typeof plan === 'string') {
      const event = { ...failed, reason: plan };
      this.#events.push(event);
      keepAttempts(failure.error, this.#events);
      void notify(onGiveUp, event, onHookError);
      return false;
    }
    const event = { ...failed, delayMs: plan.delayMs };
    this.#events.push(event);
    void notify(onRetry, event, onHookError);
    this.#wait = plan;
    this.lastError = failure.error;
    return true;
  }

  /** Returns what the call rejects with after the last failure. */
  toThrown(error: unknown): unknown {
    if (this.#settings.throwAs !== 'aggregate' || isAborted(this.#outer)) return error;
    const errors = this.#events.map((event) => event.error);
    const aggregate = new AggregateError(errors, `All ${errors.length} attempts failed`, { cause: error });
    keepAttempts(aggregate, this.#events);
    return aggregate;
  }

  #begin<T>(fn: (context: RetryContext) => T | PromiseLike<T>): T | PromiseLike<T> {
    if (isAborted(this.#outer)) throw this.#outer?.signal?.reason;
    this.attempts++;
    const { attemptTimeoutMs: timeoutMs, clock } = this.#settings;
    if (timeoutMs === undefined) return fn(new AttemptScope(this, this.#outer));
    const limit = { timeoutMs, mode: 'race', operation: `Attempt ${this.attempts}`, clock } as const;
    return limitTime((scope) => fn(new AttemptScope(this, scope)), limit, this.#outer);
  }

  #planWait(classification: Classification): PlannedWait | GiveUpReason {
    if (isAborted(this.#outer)) return 'aborted';
    return planWait(classification, new AttemptScope(this, this.#outer), this.#settings, this.#wait?.backoffMs);
  }
}

import type { Classification } from '../classify/classification.ts';
import { classifyStructure } from '../classify/classify-structure.ts';
import { beginCall } from '../pipeline/begin-call.ts';
import type { CallOptions } from '../pipeline/strategy.ts';
import type { Clock } from '../time/clock.ts';
import { sleep } from '../time/sleep.ts';
import { systemClock } from '../time/system-clock.ts';
import { limitTime } from '../timeout/limit-time.ts';
import { AttemptScope } from './attempt-scope.ts';
import type { FailedAttempt } from './failed-attempt.ts';
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

/** An attempt that threw, or one whose value was refused. */
type Failure<T> = FailedAttempt & ({ readonly error: unknown } | { readonly value: T; readonly error?: never });

/** Calls a function until it succeeds or the policy gives up; what only a failure needs is read after the first one. */
export class RetriedCall<T> {
  readonly #fn: (context: RetryContext) => T | PromiseLike<T>;
  readonly #options: RetryPolicyOptions;
  readonly #outer: CallOptions | undefined;
  readonly #clock: Clock;
  readonly #deadline: number;

  constructor(
    fn: (context: RetryContext) => T | PromiseLike<T>,
    options: RetryPolicyOptions,
    outer: CallOptions | undefined,
  ) {
    const { clock = systemClock, maxElapsedMs = Infinity } = options;
    this.#fn = fn;
    this.#options = options;
    this.#outer = outer;
    this.#clock = clock;
    // Reading a clock costs as much as a call, so it is read only when there is something to measure.
    this.#deadline = maxElapsedMs < Infinity ? clock.now() + maxElapsedMs : Infinity;
  }

  /** Makes the first attempt and those that follow from it. */
  run(): Promise<T> {
    const scope = this.#createScope(1, undefined);
    return this.#begin(scope).then(
      (value) => {
        const failure = this.#judge(value, scope);
        return failure ? this.#retry(failure, scope) : value;
      },
      (error: unknown) => this.#retry(this.#toFailure(error, scope), scope),
    );
  }

  async #retry(first: Failure<T>, firstScope: AttemptScope): Promise<T> {
    const history = new RetryHistory(this.#options);
    let failure = first;
    let scope = firstScope;
    for (;;) {
      if (!history.planNext(failure, scope)) {
        if (!('error' in failure)) return failure.value;
        throw history.toThrown(failure.error, scope);
      }
      scope = this.#createScope(scope.attempt + 1, failure.error);
      try {
        await sleep(this.#clock, history.delayMs, this.#outer?.signal);
        const value = await this.#begin(scope);
        const refused = this.#judge(value, scope);
        if (!refused) return value;
        failure = refused;
      } catch (error) {
        failure = this.#toFailure(error, scope);
      }
    }
  }

  #createScope(attempt: number, lastError: unknown): AttemptScope {
    return new AttemptScope(this.#outer, attempt, lastError, this.#deadline, this.#clock);
  }

  #begin(scope: AttemptScope): Promise<T> {
    const { attemptTimeoutMs: timeoutMs } = this.#options;
    if (timeoutMs === undefined) return beginCall(this.#fn, scope);
    const limit = { timeoutMs, mode: 'race', operation: `Attempt ${scope.attempt}`, clock: this.#clock } as const;
    return limitTime((inner) => this.#fn(scope.within(inner)), limit, scope);
  }

  /** Returns why a value calls for another attempt; notes the success when it does not. */
  #judge(value: T, scope: AttemptScope): Failure<T> | undefined {
    const { retryResult, budget } = this.#options;
    try {
      const refused = retryResult?.(value);
      if (refused) return { attempt: scope.attempt, value, classification: refused === true ? refusedValue : refused };
      if (budget) budget.onSuccess();
      return undefined;
    } catch (error) {
      return this.#toFailure(error, scope);
    }
  }

  #toFailure(error: unknown, { attempt }: AttemptScope): Failure<T> {
    const { classify = classifyStructure } = this.#options;
    return { attempt, error, classification: classify(error) };
  }
}

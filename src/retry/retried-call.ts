import type { Classification } from '../classify/classification.ts';
import { toClassification } from '../classify/finding.ts';
import { startCall } from '../pipeline/begin-call.ts';
import type { CallOptions } from '../pipeline/strategy.ts';
import type { Clock } from '../time/clock.ts';
import { sleep } from '../time/sleep.ts';
import { systemClock } from '../time/system-clock.ts';
import { limitTime } from '../timeout/limit-time.ts';
import { AttemptScope } from './attempt-scope.ts';
import { notify } from './notify.ts';
import { RetryHistory } from './retry-history.ts';
import type { RetryContext, RetryPolicyOptions } from './retry-options.ts';

/** The meaning of a value that `retryResult` refused with `true`: the user vouches that calling again is harmless. */
const refusedValue = /* @__PURE__ */ toClassification({
  kind: 'unavailable',
  sent: 'no',
  confidence: 'typed',
  rule: 'retryResult',
});

/** An attempt that threw, or one whose value was refused. */
type Failure<T> =
  | { readonly attempt: number; readonly error: unknown }
  | { readonly attempt: number; readonly value: T; readonly classification: Classification; readonly error?: never };

/** Calls a function until it succeeds or the policy gives up; what only a failure needs is read after the first one. */
export class RetriedCall<T> {
  readonly #fn: (context: RetryContext) => T | PromiseLike<T>;
  readonly #options: RetryPolicyOptions;
  readonly #outer: CallOptions | undefined;
  readonly #clock: Clock;
  readonly #deadline: number;
  /** The latest attempt that has begun: an abort may come before the first one, or in a wait. */
  #begun = 0;

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
        const failure = this.#judge(value);
        return failure ? this.#retry(failure, scope) : value;
      },
      (error: unknown) => this.#retry({ attempt: this.#begun, error }, scope),
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
        const refused = this.#judge(value);
        if (!refused) return value;
        failure = refused;
      } catch (error) {
        failure = { attempt: this.#begun, error };
      }
    }
  }

  #createScope(attempt: number, lastError: unknown): AttemptScope {
    return new AttemptScope(this.#outer, attempt, lastError, this.#deadline, this.#clock);
  }

  #begin(scope: AttemptScope): Promise<T> {
    if (scope.aborted) return Promise.reject(scope.signal.reason);
    this.#begun = scope.attempt;
    const { attemptTimeoutMs: timeoutMs } = this.#options;
    if (timeoutMs === undefined) return startCall(this.#fn, scope);
    const limit = { timeoutMs, mode: 'race', operation: `Attempt ${scope.attempt}`, clock: this.#clock } as const;
    return limitTime((inner) => this.#fn(scope.within(inner)), limit, scope);
  }

  /** Returns why a value calls for another attempt; notes the success when it does not. */
  #judge(value: T): Failure<T> | undefined {
    const attempt = this.#begun;
    try {
      const refused = this.#options.retryResult?.(value);
      if (refused) return { attempt, value, classification: refused === true ? refusedValue : refused };
    } catch (error) {
      return { attempt, error };
    }
    this.#noteSuccess();
    return undefined;
  }

  /** Pays the budget; one that throws must not make a failure, let alone another attempt, of a success. */
  #noteSuccess(): void {
    const { budget } = this.#options;
    try {
      if (budget) budget.onSuccess();
    } catch (error) {
      void notify(this.#options.onHookError, error, undefined);
    }
  }
}

import type { AttemptScope } from './attempt-scope.ts';
import { type FailedAttempt, type GiveUpEvent, keepAttempts, type RetryEvent } from './failed-attempt.ts';
import { notify } from './notify.ts';
import { planWait } from './plan-wait.ts';
import type { RetryPolicyOptions } from './retry-options.ts';

/** How many attempts are kept, so that a call that retries for ever does not fill the memory. */
const mostEvents = 100;

/** Keeps the failed attempts of one call and plans what follows them. */
export class RetryHistory {
  readonly #options: RetryPolicyOptions;
  readonly #events: (RetryEvent | GiveUpEvent)[] = [];
  #delayMs: number | undefined;

  constructor(options: RetryPolicyOptions) {
    this.#options = options;
  }

  /** How long to wait before the next attempt, in milliseconds. */
  get delayMs(): number {
    return this.#delayMs ?? 0;
  }

  /**
   * Plans the next attempt, or tells that there is none.
   *
   * @param failure What went wrong.
   * @param context The attempt that failed.
   */
  planNext(failure: FailedAttempt, context: AttemptScope): boolean {
    const { onRetry, onGiveUp, onHookError } = this.#options;
    const plan = planWait(failure.classification, context, this.#options, this.#delayMs);
    if (typeof plan === 'number') {
      const event = { ...failure, delayMs: plan };
      this.#delayMs = plan;
      this.#keep(event);
      void notify(onRetry, event, onHookError);
      return true;
    }
    const event = { ...failure, reason: plan };
    this.#keep(event);
    keepAttempts(failure.error, this.#events);
    void notify(onGiveUp, event, onHookError);
    return false;
  }

  /** Returns what the call rejects with after its last failure. */
  toThrown(error: unknown, context: AttemptScope): unknown {
    if (this.#options.throwAs !== 'aggregate' || context.aborted) return error;
    const errors = this.#events.map((event) => event.error);
    const aggregate = new AggregateError(errors, `${context.attempt} of ${context.attempt} attempts failed`, {
      cause: error,
    });
    keepAttempts(aggregate, this.#events);
    return aggregate;
  }

  #keep(event: RetryEvent | GiveUpEvent): void {
    if (this.#events.push(event) > mostEvents) this.#events.shift();
  }
}

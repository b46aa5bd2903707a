import type { Classification } from '../classify/classification.ts';
import { classifyStructure } from '../classify/classify-structure.ts';
import { suppress } from '../errors/suppressed.ts';
import type { AttemptScope } from './attempt-scope.ts';
import {
  type FailedAttempt,
  type GiveUpEvent,
  type GiveUpReason,
  keepAttempts,
  type RetryEvent,
} from './failed-attempt.ts';
import { notify } from './notify.ts';
import { planWait } from './plan-wait.ts';
import type { RetryPolicyOptions } from './retry-options.ts';

/** How many attempts are kept, so that a call that retries for ever does not fill the memory. */
const mostEvents = 100;

/** Holds what went wrong in one attempt; what was thrown still has to be classified. */
type Failure = Omit<FailedAttempt, 'classification'> & Partial<Pick<FailedAttempt, 'classification'>>;

/** Holds what a failure means, and how long to wait for the next attempt or why there is none. */
interface Decision {
  readonly classification: Classification;
  readonly plan: number | GiveUpReason;
}

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
  planNext(failure: Failure, context: AttemptScope): boolean {
    const { onRetry, onGiveUp, onHookError } = this.#options;
    const { classification, plan } = this.#decide(failure, context);
    if (typeof plan === 'number') {
      const event = { ...failure, classification, delayMs: plan };
      this.#delayMs = plan;
      this.#keep(event);
      void notify(onRetry, event, onHookError);
      return true;
    }
    const event = { ...failure, classification, reason: plan };
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

  /** Asks the functions of the policy; when one throws, its bug must not take the place of the failure. */
  #decide(failure: Failure, context: AttemptScope): Decision {
    const { classify = classifyStructure, onHookError } = this.#options;
    let { classification } = failure;
    try {
      classification ??= classify(failure.error);
      return { classification, plan: planWait(classification, context, this.#options, this.#delayMs, failure.error) };
    } catch (bug) {
      suppress(failure.error, bug);
      void notify(onHookError, bug, undefined);
      return { classification: classification ?? classifyStructure(failure.error), plan: 'policy_failed' };
    }
  }

  #keep(event: RetryEvent | GiveUpEvent): void {
    if (this.#events.push(event) > mostEvents) this.#events.shift();
  }
}

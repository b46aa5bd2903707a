import { CallScope } from '../pipeline/call-scope.ts';
import type { CallOptions } from '../pipeline/strategy.ts';
import type { RetryContext } from './retry-options.ts';

/** Tells how far a call with retries has come. */
export interface RetryProgress {
  /** How many attempts were begun. */
  readonly attempts: number;
  readonly lastError: unknown;
  readonly remainingMs: number;
}

/** Tells a function which attempt it is; what it said stays true when the next attempt has begun. */
export class AttemptScope extends CallScope implements RetryContext {
  readonly attempt: number;
  readonly lastError: unknown;
  readonly #progress: RetryProgress;

  /**
   * Creates the context of an attempt.
   *
   * @param progress The call that the attempt belongs to.
   * @param outer What ends the attempt.
   */
  constructor(progress: RetryProgress, outer: CallOptions | undefined) {
    super(outer);
    this.attempt = progress.attempts;
    this.lastError = progress.lastError;
    this.#progress = progress;
  }

  get remainingMs(): number {
    return this.#progress.remainingMs;
  }
}

import { CallScope } from '../pipeline/call-scope.ts';
import type { CallOptions } from '../pipeline/strategy.ts';
import type { Clock } from '../time/clock.ts';
import type { RetryContext } from './retry-options.ts';

/** Tells a function which attempt it is. */
export class AttemptScope extends CallScope implements RetryContext {
  readonly attempt: number;
  readonly lastError: unknown;
  /** Whether the function was called; an abort may come before. */
  hasBegun = false;
  readonly #deadline: number;
  readonly #clock: Clock;

  constructor(outer: CallOptions | undefined, attempt: number, lastError: unknown, deadline: number, clock: Clock) {
    super(outer);
    this.attempt = attempt;
    this.lastError = lastError;
    this.#deadline = deadline;
    this.#clock = clock;
  }

  get remainingMs(): number {
    return Math.max(0, this.#deadline - this.#clock.now());
  }

  /** Returns the scope of the attempt that follows. */
  next(outer: CallOptions | undefined, lastError: unknown): AttemptScope {
    return new AttemptScope(outer, this.attempt + 1, lastError, this.#deadline, this.#clock);
  }

  /** Returns the same attempt, ended by another scope. */
  within(scope: CallOptions): AttemptScope {
    return new AttemptScope(scope, this.attempt, this.lastError, this.#deadline, this.#clock);
  }
}

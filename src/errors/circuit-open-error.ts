import { describeErrorClass } from './describe-error-class.ts';
import type { OctoLLMErrorOptions } from './octollm-error.ts';
import type { ResourceDetails } from './resource-error.ts';
import { ResourceError } from './resource-error.ts';

/** Holds what a client may learn from `CircuitOpenError`. */
export type CircuitOpenDetails = ResourceDetails & { readonly breaker?: string };

/** Reports a call that a circuit breaker refuses. */
export class CircuitOpenError extends ResourceError {
  declare readonly details: CircuitOpenDetails;

  static {
    describeErrorClass(this, {
      name: 'CircuitOpenError',
      code: 'CIRCUIT_OPEN',
      title: 'The service is paused after repeated failures',
    });
  }

  constructor(message: string, options?: OctoLLMErrorOptions<CircuitOpenDetails>) {
    super(message, options);
  }

  /**
   * Creates the error of one breaker.
   *
   * @param breaker The name of the breaker.
   * @param state.retryAfterMs How long the breaker stays open, in milliseconds from now.
   * @param state.cause The failure that opened it.
   */
  static of(breaker: string, state: { retryAfterMs: number; cause?: unknown }): CircuitOpenError {
    return new CircuitOpenError(`Circuit breaker ${breaker} is open`, { details: { breaker }, ...state });
  }
}

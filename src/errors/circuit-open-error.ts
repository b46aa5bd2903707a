import { describeErrorClass } from './describe-error-class.ts';
import type { ResourceDetails } from './resource-error.ts';
import { ResourceError } from './resource-error.ts';

/** Holds what a client may learn from `CircuitOpenError`. */
export type CircuitOpenDetails = ResourceDetails & {
  /** The name of the circuit breaker. */
  readonly breaker?: string;
};

/** Reports a call that a circuit breaker refuses. */
export class CircuitOpenError extends ResourceError<CircuitOpenDetails> {
  declare readonly details: CircuitOpenDetails;

  static {
    describeErrorClass(this, {
      name: 'CircuitOpenError',
      code: 'CIRCUIT_OPEN',
      title: 'The service is paused',
    });
  }
}

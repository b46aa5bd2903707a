import { describeErrorClass } from './describe-error-class.ts';
import type { ResourceDetails } from './resource-error.ts';
import { ResourceError } from './resource-error.ts';

/** Holds what a client may learn from `CapacityExceededError`. */
export type CapacityExceededDetails = ResourceDetails & {
  /** How much fits. */
  readonly limit?: number;
  /** How much there is. */
  readonly current?: number;
};

/** Reports a queue, a pool, a disk or a service that is full. */
export class CapacityExceededError extends ResourceError<CapacityExceededDetails> {
  declare readonly details: CapacityExceededDetails;

  static {
    describeErrorClass(this, {
      name: 'CapacityExceededError',
      code: 'CAPACITY_EXCEEDED',
      kind: 'overloaded',
      retryable: true,
      title: 'Capacity exceeded',
    });
  }
}

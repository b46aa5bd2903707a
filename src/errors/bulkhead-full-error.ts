import { describeErrorClass } from './describe-error-class.ts';
import type { ResourceDetails } from './resource-error.ts';
import { ResourceError } from './resource-error.ts';

/** Holds what a client may learn from `BulkheadFullError`. */
export type BulkheadFullDetails = ResourceDetails & {
  /** The name of the bulkhead. */
  readonly bulkhead?: string;
  /** How many calls may run at once. */
  readonly limit?: number;
};

/** Reports a call that a bulkhead refuses, because all its slots are used. */
export class BulkheadFullError extends ResourceError<BulkheadFullDetails> {
  declare readonly details: BulkheadFullDetails;

  static {
    describeErrorClass(this, {
      name: 'BulkheadFullError',
      code: 'BULKHEAD_FULL',
      kind: 'overloaded',
      retryable: true,
      title: 'Too many operations at once',
    });
  }
}

import { describeErrorClass } from './describe-error-class.ts';
import type { OctoLLMErrorOptions } from './octollm-error.ts';
import type { ResourceDetails } from './resource-error.ts';
import { ResourceError } from './resource-error.ts';

/** Holds what a client may learn from `BulkheadFullError`. */
export type BulkheadFullDetails = ResourceDetails & { readonly bulkhead?: string; readonly limit?: number };

/** Reports a call that a bulkhead refuses, because all its slots are used. */
export class BulkheadFullError extends ResourceError {
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

  constructor(message: string, options?: OctoLLMErrorOptions<BulkheadFullDetails>) {
    super(message, options);
  }

  /**
   * Creates the error of one bulkhead.
   *
   * @param bulkhead The name of the bulkhead.
   * @param limit How many calls it runs at once.
   */
  static of(bulkhead: string, limit: number): BulkheadFullError {
    return new BulkheadFullError(`Bulkhead ${bulkhead} runs ${limit} calls at once and takes no more`, {
      details: { bulkhead, limit },
    });
  }
}

import { describeErrorClass } from './describe-error-class.ts';
import type { OctoLLMErrorOptions } from './octollm-error.ts';
import type { ExternalDetails } from './external-error.ts';
import { ExternalError } from './external-error.ts';

/** Holds what a client may learn from `VectorDBError`. */
export type VectorDBDetails = ExternalDetails & { readonly index?: string; readonly operation?: string };

/** Reports a vector database or an embedding index that failed. */
export class VectorDBError extends ExternalError {
  declare readonly details: VectorDBDetails;

  static {
    describeErrorClass(this, {
      name: 'VectorDBError',
      code: 'VECTOR_DB_ERROR',
      title: 'The vector database failed',
    });
  }

  constructor(message: string, options?: OctoLLMErrorOptions<VectorDBDetails>) {
    super(message, options);
  }
}

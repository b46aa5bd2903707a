import { describeErrorClass } from './describe-error-class.ts';
import type { ExternalDetails } from './external-error.ts';
import { ExternalError } from './external-error.ts';

/** Holds what a client may learn from `VectorDBError`. */
export type VectorDBDetails = ExternalDetails & {
  /** The name of the index. */
  readonly index?: string;
  /** What was attempted, such as `query`. */
  readonly operation?: string;
};

/** Reports a vector database or an embedding index that failed. */
export class VectorDBError extends ExternalError<VectorDBDetails> {
  declare readonly details: VectorDBDetails;

  static {
    describeErrorClass(this, {
      name: 'VectorDBError',
      code: 'VECTOR_DB_ERROR',
      title: 'The vector database failed',
    });
  }
}

import { describeErrorClass } from './describe-error-class.ts';
import { OctoLLMError } from './octollm-error.ts';

/** Holds what a client may learn from `CancelledError`. */
export type CancelledDetails = {
  /** Why it was given up. */
  readonly reason?: string;
};

/** Reports an operation that the user or the system gave up before it ended. */
export class CancelledError extends OctoLLMError<CancelledDetails> {
  declare readonly details: CancelledDetails;

  static {
    describeErrorClass(this, {
      name: 'CancelledError',
      code: 'CANCELLED',
      kind: 'canceled',
      status: 499,
      severity: 'debug',
      retryable: false,
      title: 'The operation was cancelled',
    });
  }
}

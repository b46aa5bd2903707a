import { describeErrorClass } from './describe-error-class.ts';
import { OctoLLMError } from './octollm-error.ts';

/** Holds what a client may learn from `ValidationError`. */
export type ValidationDetails = {
  /** The path of the field, such as `items[0].name`. */
  readonly field?: string;
};

/** Reports a request that is well formed but breaks a rule. */
export class ValidationError<Details extends ValidationDetails = ValidationDetails> extends OctoLLMError<Details> {
  declare readonly details: ValidationDetails;

  static {
    describeErrorClass(this, {
      name: 'ValidationError',
      code: 'VALIDATION_ERROR',
      kind: 'invalid_argument',
      status: 422,
      severity: 'warning',
      retryable: false,
      title: 'Validation failed',
    });
  }
}

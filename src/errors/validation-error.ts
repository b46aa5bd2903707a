import { describeErrorClass } from './describe-error-class.ts';
import type { OctoLLMErrorOptions } from './octollm-error.ts';
import { OctoLLMError } from './octollm-error.ts';

/** Holds what a client may learn from `ValidationError`. */
export type ValidationDetails = { readonly field?: string };

/** Reports a request that is well formed but breaks a rule. */
export class ValidationError extends OctoLLMError {
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

  constructor(message: string, options?: OctoLLMErrorOptions<ValidationDetails>) {
    super(message, options);
  }
}

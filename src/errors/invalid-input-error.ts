import { describeErrorClass } from './describe-error-class.ts';
import type { ValidationDetails } from './validation-error.ts';
import { ValidationError } from './validation-error.ts';

/** Holds what a client may learn from `InvalidInputError`. */
export type InvalidInputDetails = ValidationDetails & {
  /** What came instead of what was expected. */
  readonly received?: string;
};

/** Reports an argument or a field that is missing, malformed or out of range. */
export class InvalidInputError extends ValidationError<InvalidInputDetails> {
  declare readonly details: InvalidInputDetails;

  static {
    describeErrorClass(this, {
      name: 'InvalidInputError',
      code: 'INVALID_INPUT',
      status: 400,
      title: 'Invalid input',
    });
  }

  /**
   * Creates the error of one field.
   *
   * @param field The name of the field, such as `description`.
   * @param message What is wrong with it; clients see it.
   */
  static forField(field: string, message: string): InvalidInputError {
    return new InvalidInputError(message, { details: { field } });
  }
}

import { describeErrorClass } from './describe-error-class.ts';
import { toPointer, toSteps } from './field-path.ts';
import type { ValidationDetails } from './validation-error.ts';
import { ValidationError } from './validation-error.ts';

/** Holds one broken rule of one field. */
export interface FieldError {
  /** The path of the field as people write it, such as `items[0].name`; empty for the whole input. */
  readonly field: string;
  /** What is wrong with it; clients see it. */
  readonly message: string;
  /** The same path as a JSON Pointer (RFC 6901), such as `/items/0/name`. */
  readonly pointer: string;
}

/** Holds what a client may learn from `ValidationErrors`. */
export type ValidationErrorsDetails = ValidationDetails & {
  /** The broken rules in the order found. */
  readonly errors?: readonly FieldError[];
};

/** Reports several fields that broke a rule, together. */
export class ValidationErrors extends ValidationError<ValidationErrorsDetails> {
  declare readonly details: ValidationErrorsDetails;

  static {
    describeErrorClass(this, {
      name: 'ValidationErrors',
      code: 'VALIDATION_ERRORS',
      title: 'Several fields are invalid',
    });
  }

  /**
   * Creates the error of a list of broken rules.
   *
   * @param errors The field and what is wrong with it, in the order found; a pointer is derived where none is given.
   */
  static of(errors: readonly { field: string; message: string; pointer?: string }[]): ValidationErrors {
    const fields = errors.map(({ field, message, pointer = toPointer(toSteps(field)) }) => ({
      field,
      message,
      pointer,
    }));
    return new ValidationErrors(`Validation failed with ${fields.length} error${fields.length === 1 ? '' : 's'}`, {
      details: { errors: fields },
    });
  }
}

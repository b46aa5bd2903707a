import type { FieldError } from '../../errors/validation-errors.ts';
import { ValidationErrors } from '../../errors/validation-errors.ts';
import { toField } from '../boundary/declared/invalid-fields.ts';

/**
 * Holds what class-validator found about one property.
 *
 * @external
 */
export interface NestValidationError {
  readonly property: string;
  /** What is wrong with it, by the name of the rule. */
  readonly constraints?: Readonly<Record<string, string>> | undefined;
  readonly children?: readonly NestValidationError[] | undefined;
}

/**
 * Converts what class-validator found into `ValidationErrors`, with a pointer to every field: for the option
 * `exceptionFactory` of the `ValidationPipe`, whose own exception holds texts alone.
 *
 * @param errors What the pipe hands over, one for each property.
 */
export function toValidationErrors(errors: readonly NestValidationError[]): ValidationErrors {
  return ValidationErrors.of(errors.flatMap((error) => toFields(error, [])));
}

function toFields({ property, constraints = {}, children = [] }: NestValidationError, parents: string[]): FieldError[] {
  const path = [...parents, property];
  const own = Object.values(constraints).map((message) => toField(path, message));
  return [...own, ...children.flatMap((child) => toFields(child, path))];
}

import type { FieldSteps } from '../errors/field-path.ts';
import { isError } from '../errors/is-error.ts';
import { readProperty } from '../errors/read-property.ts';
import { readText } from '../errors/read-text.ts';
import { ValidationErrors } from '../errors/validation-errors.ts';
import { fromPointer, toField, toPointer, toSteps } from '../errors/field-path.ts';
import { toList } from '../serialize/to-list.ts';

/**
 * Returns the error that reports what a schema library found; `undefined` when the value holds no such list.
 *
 * Known by shape: `issues` of Zod, Valibot, ArkType and every Standard Schema, `details` of Joi, `inner` of Yup, and the
 * `errors` of Ajv with their `instancePath`.
 *
 * @param source The list itself, or the error or result that holds it; an error becomes the cause.
 */
export function fromIssues(source: unknown): ValidationErrors | undefined {
  const lists = [source, ...['issues', 'details', 'inner', 'errors'].map((name) => readProperty(source, name))];
  const issues = lists.map(toList).find((list) => list?.every(isIssue));
  if (!issues?.length) return undefined;

  const errors = ValidationErrors.of(issues.map(toFieldError));
  return new ValidationErrors(errors.message, {
    details: errors.details,
    ...(source instanceof Error && { cause: source }),
  });
}

/** The errors of an aggregate have messages as well, but no field. */
function isIssue(value: unknown): boolean {
  const isNamed = !isError(value) || readProperty(value, 'path') !== undefined;
  return isNamed && readText(value, 'message') !== undefined;
}

function toFieldError(issue: unknown): { field: string; message: string; pointer: string } {
  const steps = readSteps(issue);
  return { field: toField(steps), message: readText(issue, 'message') ?? '', pointer: toPointer(steps) };
}

function readSteps(issue: unknown): FieldSteps {
  const path = readProperty(issue, 'path');
  const list = toList(path);
  if (list) return list.flatMap(toStep);
  if (typeof path === 'string') return toSteps(path);

  const pointer = fromPointer(readText(issue, 'instancePath') ?? '');
  const missing = readText(readProperty(issue, 'params'), 'missingProperty');
  return missing === undefined ? pointer : [...pointer, missing];
}

/** A step is a key, or an object that holds it, as Standard Schema and Valibot have it. */
function toStep(step: unknown): (string | number)[] {
  const key = readProperty(step, 'key') ?? step;
  return typeof key === 'number' || typeof key === 'string' ? [key] : [];
}

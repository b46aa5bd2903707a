import { readProperty } from '../../../errors/read-property.ts';
import type { Convention, DeclaredFailure } from './declared-failure.ts';
import { readDeclaredStatus, readText } from './declared-failure.ts';
import { readInvalidFields } from './invalid-fields.ts';

/** Reads the errors of Fastify and of @fastify/error, those of schema validation included. */
export const readFastifyError: Convention = (thrown) => {
  const validated = readText(thrown, 'validationContext');
  if (validated !== undefined) return readValidation(thrown, validated);

  const isFastifyError =
    readProperty(thrown, 'name') === 'FastifyError' || readText(thrown, 'code')?.startsWith('FST_');
  const status = readDeclaredStatus(thrown, 'statusCode');
  return isFastifyError && status !== undefined ? { status, message: readText(thrown, 'message') } : undefined;
};

/** `validation` holds what Ajv found; other validators are thrown as they are and hold `issues` or `details`. */
function readValidation(thrown: unknown, validated: string): DeclaredFailure {
  const issues = ['validation', 'issues', 'details'].map((key) => readProperty(thrown, key)).find(Array.isArray);
  const fields = readInvalidFields(issues ?? [{ message: readProperty(thrown, 'message') }]);
  if (validated === 'body') return { status: 422, fields };
  // Only the body is what a pointer points into by itself, so elsewhere the field says which part of the request it is.
  return { status: 422, fields: fields.map((entry) => ({ ...entry, field: join(validated, entry.field) })) };
}

function join(part: string, field: string): string {
  return field === '' || field.startsWith('[') ? `${part}${field}` : `${part}.${field}`;
}

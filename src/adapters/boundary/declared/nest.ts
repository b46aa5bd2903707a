import { readProperty } from '../../../errors/read-property.ts';
import type { Convention, DeclaredFailure } from './declared-failure.ts';
import { readDeclaredStatus, readText } from './declared-failure.ts';
import { toField } from './invalid-fields.ts';

/** Reads the `HttpException` of Nest, whose `response` is meant for the client. */
export const readNestException: Convention = (thrown) => {
  const status = readDeclaredStatus(thrown, 'status');
  const isException = typeof readProperty(thrown, 'getStatus') === 'function';
  return isException && status !== undefined ? readResponse(thrown, status) : undefined;
};

function readResponse(exception: unknown, status: number): DeclaredFailure {
  const response = readProperty(exception, 'response');
  // An exception that was built with an error takes over its message, which Nest does not send to the client either.
  if (response instanceof Error) return { status };
  if (typeof response !== 'object' || response === null) return { status, message: readText(exception, 'message') };

  const { statusCode: _, error: __, message, ...details } = Object.fromEntries(Object.entries(response));
  // The texts of the validation pipe do not say reliably which field they are about.
  const isValidation = (status === 400 || status === 422) && Array.isArray(message);
  if (isValidation) return { status: 422, fields: message.map((text) => toField([], String(text))) };
  return { status, details, message: typeof message === 'string' ? message : undefined };
}

import { fromPointer, toField } from '../errors/field-path.ts';
import { readProperty } from '../errors/read-property.ts';
import { readText } from '../errors/read-text.ts';
import type { FieldError } from '../errors/validation-errors.ts';
import type { RevivedError } from '../serialize/create-error-registry.ts';
import { toList } from '../serialize/to-list.ts';
import type { ReceivedResponse } from './error-response.ts';
import type { ReadOptions } from './read-response.ts';
import { readBody, readRecord, toReceivedError } from './read-response.ts';

/**
 * Returns the error that problem details (RFC 9457) report; it never throws, so a response that is something else gives a
 * `RemoteError` with its status. Members that it does not know are left out.
 *
 * @param response Its status, headers and body; the status of the response counts, not the copy in the body.
 * @param options The classes that may come back.
 */
export function fromProblem(response: ReceivedResponse, options: ReadOptions = {}): RevivedError {
  const body = readBody(response);
  return toReceivedError(
    response,
    {
      code: readProperty(body, 'code'),
      message: readProperty(body, 'detail') ?? readProperty(body, 'title'),
      details: readDetails(body),
      retryAfterSeconds: readProperty(body, 'retry_after'),
    },
    options,
  );
}

function readDetails(body: unknown): object {
  const details = readRecord(readProperty(body, 'details'));
  const errors = toList(readProperty(body, 'errors'));
  if (!errors || Object.hasOwn(details, 'field')) return details;
  return { ...details, errors: errors.map(toFieldError) };
}

function toFieldError(problemField: unknown): FieldError {
  const pointer = decodeFragment(readText(problemField, 'pointer') ?? '');
  const message = readText(problemField, 'detail') ?? '';
  return { field: toField(fromPointer(pointer)), message, pointer };
}

function decodeFragment(pointer: string): string {
  try {
    return decodeURIComponent(pointer.replace(/^#/, ''));
  } catch {
    // A percent sign that encodes nothing: a pointer that is not a fragment may hold one.
    return pointer.replace(/^#/, '');
  }
}

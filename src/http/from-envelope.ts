import { readProperty } from '../errors/read-property.ts';
import type { RevivedError } from '../serialize/create-error-registry.ts';
import type { ReceivedResponse } from './error-response.ts';
import type { ReadOptions } from './read-response.ts';
import { readBody, toReceivedError } from './read-response.ts';

/**
 * Returns the error that a response in the envelope of the standard reports; it never throws, so a response that is
 * something else gives a `RemoteError` with its status.
 *
 * @param response Its status, headers and body; the wait comes from its `Retry-After`, else from `retry_after`.
 * @param options The classes that may come back.
 */
export function fromEnvelope(response: ReceivedResponse, options: ReadOptions = {}): RevivedError {
  const body = readBody(response);
  return toReceivedError(
    response,
    {
      code: readProperty(body, 'error'),
      message: readProperty(body, 'message'),
      details: readProperty(body, 'details'),
      retryAfterSeconds: readProperty(body, 'retry_after'),
    },
    options,
  );
}

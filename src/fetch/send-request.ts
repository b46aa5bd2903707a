import type { Clock } from '../time/clock.ts';
import { toConnectionError } from './connection-error.ts';
import type { FailedAnswer } from './failed-answer.ts';
import { letGo, readFailedAnswer } from './failed-answer.ts';
import type { Fetch, OutgoingRequest } from './outgoing-request.ts';

export type {} from '../platform/web-types.ts';

/**
 * Returns what the caller wants of a good answer; what it throws fails the attempt.
 *
 * @param response The answer; its body is still to be read.
 */
export type ReadResponse<T> = (response: Response) => T | PromiseLike<T>;

/** Says how one attempt is made. */
export interface Sender {
  readonly fetch: Fetch;
  readonly clock: Clock;
  readonly toError: (answer: FailedAnswer) => unknown;
}

/**
 * Makes one attempt: sends the request and reads the answer.
 *
 * @param request What to send.
 * @param read Returns what the caller wants of a good answer.
 * @param sender How to send it.
 * @param signal Ends the attempt.
 */
export async function sendRequest<T>(
  request: OutgoingRequest,
  read: ReadResponse<T>,
  { fetch, clock, toError }: Sender,
  signal: AbortSignal,
): Promise<T> {
  const explain = (error: unknown): unknown => (signal.aborted ? error : toConnectionError(error, request));

  let response: Response;
  try {
    response = await request.send(fetch, signal);
  } catch (error) {
    throw explain(error);
  }
  if (response.status >= 400) throw toError(await readFailedAnswer(request, response, clock));
  try {
    return await read(response);
  } catch (error) {
    await letGo(response.body);
    throw explain(error);
  }
}

import { readProperty } from '../../errors/read-property.ts';
import type { Answer } from '../boundary/answer.ts';
import { createBoundary } from '../boundary/boundary.ts';
import type { BoundaryOptions } from '../boundary/boundary-options.ts';
import { logFailure } from '../boundary/log-failure.ts';
import { representationHeaders } from '../boundary/representation-headers.ts';
import type { HonoContextLike } from './hono-context.ts';
import { toMalformedBody } from './malformed-body.ts';
import { ThrownValue } from './thrown-value.ts';

export type {} from '../../platform/web-types.ts';

/**
 * Stands for an error handler of Hono.
 *
 * @param error What a handler or a middleware threw.
 * @param context The context of the request that failed.
 */
export type HonoErrorHandler<Context> = (error: unknown, context: Context) => Promise<Response>;

/**
 * Creates the error handler of Hono 4, for `app.onError()`; Hono calls it for errors only, so use `errorsOnly()` as the
 * first middleware where code may throw something else.
 *
 * It answers errors of the standard and an `HTTPException` with their status, a body that is not JSON with 400, and
 * everything else with a masked 500. An `HTTPException` that brings its own response keeps it. When the client has left,
 * it only records.
 *
 * @param options The format of the answer, the recorder and what else differs.
 */
export function errorHandler<Context extends HonoContextLike = HonoContextLike>(
  options: BoundaryOptions<Context> = {},
): HonoErrorHandler<Context> {
  const boundary = createBoundary(options, (error, _, failure) => logFailure(console, error, failure));

  return async (caught, context) => {
    const thrown = caught instanceof ThrownValue ? caught.cause : caught;
    const error = (await toMalformedBody(thrown, context)) ?? thrown;
    const answer = boundary.fail(error, context, context.req.raw.signal?.aborted ? 'gone' : 'open');
    if (!answer) return new Response(null, { status: 499 });

    const ownResponse = getOwnResponse(thrown);
    return ownResponse ? passOn(context, ownResponse) : respond(context, answer);
  };
}

function getOwnResponse(thrown: unknown): Response | undefined {
  const getResponse = readProperty(thrown, 'getResponse');
  const hasResponse = readProperty(thrown, 'res') instanceof Response && typeof getResponse === 'function';
  return hasResponse ? getResponse.call(thrown) : undefined;
}

function passOn(context: HonoContextLike, response: Response): Response {
  for (const [name, value] of response.headers) context.header(name, value, { append: name === 'set-cookie' });
  return new Response(response.body, { status: response.status, headers: context.res.headers });
}

/** Hono itself leaves the body out for HEAD. */
function respond(context: HonoContextLike, { status, headers, text }: Answer): Response {
  for (const name of representationHeaders) context.header(name, undefined);
  for (const [name, value] of Object.entries(headers)) context.header(name, value);
  return new Response(text === '' ? null : text, { status, headers: context.res.headers });
}

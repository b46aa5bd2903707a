import { toError } from '../../errors/to-error.ts';
import type { BoundaryOptions } from '../boundary/boundary-options.ts';
import { createBoundary } from '../boundary/boundary.ts';
import { failNodeResponse } from '../boundary/fail-node-response.ts';
import { createNotFound } from '../boundary/refused-request.ts';
import type { KoaContextLike } from './koa-context.ts';

/**
 * Stands for a middleware of Koa.
 *
 * @param context The context of the request.
 * @param next Runs the rest of the application.
 */
export type KoaMiddleware<Context> = (context: Context, next: () => Promise<unknown>) => Promise<void>;

/**
 * Creates the middleware that reports failures in Koa 3; use it first. It also makes a request which nothing answered a
 * 404 of the standard.
 *
 * It answers errors of the standard, of `context.throw()` and of body parsers with their status and everything else with
 * a masked 500. Unlike Koa it keeps the headers that do not belong to the failed body, such as those of CORS. A stream that
 * fails half-way closes the connection. When the client has left, it only records. Without `onError` the failure is
 * recorded where Koa does it, as the event `error` of the application.
 *
 * @param options The format of the answer, the recorder and what else differs.
 */
export function errorHandler<Context extends KoaContextLike = KoaContextLike>(
  options: BoundaryOptions<Context> = {},
): KoaMiddleware<Context> {
  const boundary = createBoundary(options, (error, context) => context.app.emit('error', toError(error), context));

  return async (context, next) => {
    let hasFailed = false;
    // Koa hands everything to this method: what middleware throws, and what a stream or the socket reports after it.
    context.onerror = (thrown) => {
      if (hasFailed || thrown === null || thrown === undefined) return;
      hasFailed = true;
      failNodeResponse(boundary, thrown, context, context.res);
    };

    await rejectWithValue(next);
    if (isUnanswered(context)) throw createNotFound();
  };
}

/** Koa takes `null` and `undefined` for success, and the client would wait for ever. */
async function rejectWithValue(next: () => Promise<unknown>): Promise<void> {
  try {
    await next();
  } catch (thrown) {
    throw thrown ?? toError(thrown);
  }
}

function isUnanswered({ status, body, respond, res }: KoaContextLike): boolean {
  return status === 404 && (body === undefined || body === null) && respond !== false && !res.headersSent;
}

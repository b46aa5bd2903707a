import { createBoundary } from '../boundary/boundary.ts';
import type { BoundaryOptions } from '../boundary/boundary-options.ts';
import { logFailure } from '../boundary/log-failure.ts';
import { failReply } from './fail-reply.ts';
import type { FastifyReplyLike, FastifyRequestLike } from './fastify-parts.ts';

/**
 * Stands for an error handler of Fastify.
 *
 * @param error What a handler or a hook threw.
 * @param request The request that failed.
 * @param reply Its reply.
 */
export type FastifyErrorHandler<Request> = (error: unknown, request: Request, reply: FastifyReplyLike) => void;

/**
 * Creates the error handler of Fastify 5, for `app.setErrorHandler()`; as the option `frameworkErrors` of the server it
 * also answers what fails before there is a route, such as a malformed address.
 *
 * It answers errors of the standard, of Fastify and of @fastify/error with their status, failed schema validation with
 * 422 and pointers, and everything else with a masked 500. When the response has begun, it closes the connection. When the
 * client has left, it only records. By default it logs to the logger of the request.
 *
 * @param options The format of the answer, the recorder and what else differs.
 */
export function errorHandler<Request extends FastifyRequestLike = FastifyRequestLike>(
  options: BoundaryOptions<Request> = {},
): FastifyErrorHandler<Request> {
  const boundary = createBoundary(options, (error, request, failure) => logFailure(request.log, error, failure));

  return (error, request, reply) => failReply(boundary, error, request, reply);
}

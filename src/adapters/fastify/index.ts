/**
 * Answers the failed requests of Fastify 5.
 *
 * @module
 */

export { errorHandler } from './error-handler.ts';
export type { FastifyErrorHandler } from './error-handler.ts';
export { notFoundHandler } from './not-found-handler.ts';
export type { FastifyReplyLike, FastifyRequestLike } from './fastify-parts.ts';
export type { BoundaryOptions, FailedRequest } from '../boundary/boundary-options.ts';
export type { ResponseProgress } from '../boundary/response-state.ts';

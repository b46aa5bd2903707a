/**
 * Answers the failed requests of Hono 4.
 *
 * @module
 */

export { errorHandler } from './error-handler.ts';
export type { HonoErrorHandler } from './error-handler.ts';
export { errorsOnly } from './errors-only.ts';
export type { HonoContextLike } from './hono-context.ts';
export { notFoundHandler } from './not-found-handler.ts';
export type { BoundaryOptions, FailedRequest } from '../boundary/boundary-options.ts';

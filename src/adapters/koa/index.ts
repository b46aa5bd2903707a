/**
 * Answers the failed requests of Koa 3.
 *
 * @module
 */

export { errorHandler } from './error-handler.ts';
export type { KoaMiddleware } from './error-handler.ts';
export type { KoaContextLike } from './koa-context.ts';
export type { BoundaryOptions, FailedRequest } from '../boundary/boundary-options.ts';

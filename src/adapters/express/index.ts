/**
 * Answers the failed requests of Express 5.
 *
 * @module
 */

export { errorHandler } from './error-handler.ts';
export type { ExpressErrorHandler } from './error-handler.ts';
export { notFoundHandler } from './not-found-handler.ts';
export type { BoundaryOptions, FailedRequest } from '../boundary/boundary-options.ts';
export type { NodeRequest, NodeResponse } from '../boundary/node-response.ts';
export type { ResponseProgress } from '../boundary/response-state.ts';

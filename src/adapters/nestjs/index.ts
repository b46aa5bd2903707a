/**
 * Answers the failed requests of Nest 12.
 *
 * @module
 */

export { OctoLLMExceptionFilter } from './exception-filter.ts';
export type { NestHost } from './exception-filter.ts';
export { toValidationErrors } from './to-validation-errors.ts';
export type { NestValidationError } from './to-validation-errors.ts';
export type { BoundaryOptions, FailedRequest } from '../boundary/boundary-options.ts';
export type { NodeRequest } from '../boundary/node-response.ts';

/**
 * Converts errors to responses and responses to errors: statuses, envelope, problem details, `Retry-After`.
 *
 * @module
 */

export type { ErrorResponse, ErrorResponseOptions, ReceivedResponse } from './error-response.ts';
export { formatRetryAfter } from './format-retry-after.ts';
export { fromEnvelope } from './from-envelope.ts';
export { fromProblem } from './from-problem.ts';
export { toGatewayStatus } from './gateway-status.ts';
export { readHeader } from './headers.ts';
export type { HeadersLike } from './headers.ts';
export { parseRateLimitReset } from './parse-rate-limit-reset.ts';
export { parseRetryAfter } from './parse-retry-after.ts';
export type { RetryAfter, RetryAfterOptions } from './parse-retry-after.ts';
export type { ReadOptions } from './read-response.ts';
export { getStatus } from './status-map.ts';
export type { StatusOptions } from './status-map.ts';
export { toEnvelope } from './to-envelope.ts';
export type { ErrorEnvelope } from './to-envelope.ts';
export { toProblem } from './to-problem.ts';
export type { ProblemDetails, ProblemField, ProblemOptions } from './to-problem.ts';

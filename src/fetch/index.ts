/**
 * Fetches over a bad network: time limits, retries, circuit breakers and errors of the hierarchy.
 *
 * @module
 */

export type { FailedAnswer } from './failed-answer.ts';
export type { Fetch } from './outgoing-request.ts';
export type { RequestPolicyOptions } from './request-policy.ts';
export { resilientFetch } from './resilient-fetch.ts';
export type { ResilientFetch, ResilientFetchOptions } from './resilient-fetch.ts';
export type { ReadResponse } from './send-request.ts';

export { findAuthProblem } from './auth-problem.ts';
export type { AuthProblem } from './auth-problem.ts';
export { decide } from './decide.ts';
export type { DecideOptions, Decision } from './decide.ts';
export { retryable, retryAfter } from './retryable.ts';
export { suggest } from './suggestion.ts';
export { userMessage } from '../user-message.ts';
export type { Phase, UserMessageOptions, UserMessages } from '../user-message.ts';

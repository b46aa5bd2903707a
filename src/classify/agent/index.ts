/**
 * Decides what an agent loop does about a failure.
 *
 * @module
 */

export { findAuthProblem } from './auth-problem.ts';
export type { AuthProblem } from './auth-problem.ts';
export { decide } from './decide.ts';
export type { DecideOptions } from './decide.ts';
export type {
  Cancel,
  CompactContext,
  Decision,
  FailOver,
  NextStep,
  ReplayHistory,
  Retry,
  TellUser,
  ToolResult,
} from './decision.ts';
export { retryAfter, retryable } from './retryable.ts';
export { suggest } from './suggestion.ts';
export { userMessage } from '../user-message.ts';
export type { Phase, UserMessageOptions, UserMessages } from '../user-message.ts';

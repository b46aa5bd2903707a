/**
 * Calls a function again after a failure that passes by itself.
 *
 * @module
 */

export type { Backoff, BackoffContext } from './backoff/backoff.ts';
export { constant } from './backoff/constant.ts';
export { decorrelated } from './backoff/decorrelated.ts';
export { exponential, type ExponentialOptions } from './backoff/exponential.ts';
export type { GrowthOptions } from './backoff/growth.ts';
export type { Jitter } from './backoff/jitter.ts';
export { linear, type LinearOptions } from './backoff/linear.ts';
export { schedule } from './backoff/schedule.ts';
export { ratioBudget, type RatioBudgetOptions } from './budget/ratio-budget.ts';
export type { RetryBudget } from './budget/retry-budget.ts';
export { tokenBucketBudget, type TokenBucketBudgetOptions } from './budget/token-bucket-budget.ts';
export { createRetry, type RetryPolicy } from './create-retry.ts';
export {
  type FailedAttempt,
  getAttempts,
  type GiveUpEvent,
  type GiveUpReason,
  type RetryEvent,
} from './failed-attempt.ts';
export type { RetryContext, RetryDecision, RetryOptions, RetryPolicyOptions } from './retry-options.ts';
export { retry } from './retry.ts';

import { checkOption } from '../pipeline/check-option.ts';
import type { RetryPolicyOptions } from './retry-options.ts';

const attempts = { from: 1, whole: true } as const;
const duration = { from: 0 } as const;

/**
 * Checks the limits that a policy gives, which a single call does each time: a `NaN` would compare as false with everything, and so limit nothing or allow nothing.
 *
 * @throws A `ConfigurationError` that says which values are fine.
 */
export function checkLimits(options: RetryPolicyOptions): void {
  const { maxAttempts, maxElapsedMs, attemptTimeoutMs, maxRetryAfterMs } = options;
  if (maxAttempts !== undefined) checkOption('retry: maxAttempts', maxAttempts, attempts);
  if (maxElapsedMs !== undefined) checkOption('retry: maxElapsedMs', maxElapsedMs, duration);
  if (attemptTimeoutMs !== undefined) checkOption('retry: attemptTimeoutMs', attemptTimeoutMs, duration);
  if (maxRetryAfterMs !== undefined) checkOption('retry: maxRetryAfterMs', maxRetryAfterMs, duration);
}

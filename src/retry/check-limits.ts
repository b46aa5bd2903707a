import { checkOption } from '../pipeline/check-option.ts';
import type { RetryPolicyOptions } from './retry-options.ts';

const attempts = { from: 1, whole: true } as const;
const duration = { from: 0 } as const;

/**
 * Checks the limits of a policy: a `NaN` would compare as false with everything, and so limit nothing or allow nothing.
 *
 * @throws A `ConfigurationError` that says which values are fine.
 */
export function checkLimits(options: RetryPolicyOptions): void {
  const { maxAttempts = 1, maxElapsedMs = 0, attemptTimeoutMs = 0, maxRetryAfterMs = 0 } = options;
  checkOption('retry: maxAttempts', maxAttempts, attempts);
  checkOption('retry: maxElapsedMs', maxElapsedMs, duration);
  checkOption('retry: attemptTimeoutMs', attemptTimeoutMs, duration);
  checkOption('retry: maxRetryAfterMs', maxRetryAfterMs, duration);
}

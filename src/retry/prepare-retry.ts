import { checkLimits } from './check-limits.ts';
import { notify } from './notify.ts';
import type { RetryPolicyOptions } from './retry-options.ts';

/** Holds checked options, and what notes a success: one function for all calls, because none costs less. */
export interface PreparedRetry extends RetryPolicyOptions {
  /** Pays the budget and passes the value on. */
  readonly noteSuccess?: <T>(value: T) => T;
}

/**
 * Prepares the options of a policy or of a single call.
 *
 * @throws A `ConfigurationError` that says which values are fine.
 */
export function prepareRetry(options: RetryPolicyOptions): PreparedRetry {
  const { budget, onHookError } = options;
  checkLimits(options);
  if (!budget) return options;
  const noteSuccess = <T>(value: T): T => {
    try {
      budget.onSuccess();
    } catch (error) {
      // It must not make a failure, let alone another attempt, of a success.
      void notify(onHookError, error, undefined);
    }
    return value;
  };
  return { ...options, noteSuccess };
}

import type { CallOptions, Layer, Strategy } from '../pipeline/strategy.ts';
import { ratioBudget } from './budget/ratio-budget.ts';
import { callWithRetries } from './call-with-retries.ts';
import { prepareRetry } from './prepare-retry.ts';
import type { RetryContext, RetryPolicyOptions } from './retry-options.ts';

/** Guards calls with retries; one policy serves any number of calls at the same time. */
export interface RetryPolicy extends Strategy {
  /**
   * Calls a function as `retry` does, under the settings of the policy.
   *
   * @param fn What to call; it should hand on the signal of its context.
   * @param options The signal of the caller, or the context of the strategy around this one.
   */
  execute<T>(fn: (context: RetryContext) => T | PromiseLike<T>, options?: CallOptions): Promise<T>;
}

/**
 * Creates a policy: create it once for each service that is called, not for each call.
 *
 * Its calls share a budget, so that retries cannot multiply the load on a service that fails: `ratioBudget()`, unless
 * another one or `false` is given. A refusal of the budget ends a call with the reason `budget`.
 *
 * @param options Limits, back-off, decisions and hooks.
 * @throws A `ConfigurationError` when a limit is out of range.
 */
export function createRetry(options: RetryPolicyOptions = {}): RetryPolicy {
  const { clock, budget = ratioBudget(clock && { clock }) } = options;
  const policy = prepareRetry({ ...options, budget });
  const layers: readonly Layer[] = options.attemptTimeoutMs === undefined ? ['retry'] : ['retry', 'timeout'];
  return { layers, execute: (fn, outer) => callWithRetries(fn, policy, outer) };
}

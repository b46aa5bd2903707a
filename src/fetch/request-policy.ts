import type { BreakerOptions } from '../breaker/breaker-options.ts';
import type { BreakerRegistry } from '../breaker/breaker-registry.ts';
import { createBreakerRegistry } from '../breaker/breaker-registry.ts';
import { createBreaker } from '../breaker/create-breaker.ts';
import { checkOption } from '../pipeline/check-option.ts';
import { pipeline } from '../pipeline/pipeline.ts';
import type { Strategy } from '../pipeline/strategy.ts';
import { ratioBudget } from '../retry/budget/ratio-budget.ts';
import { checkLimits } from '../retry/check-limits.ts';
import { createRetry } from '../retry/create-retry.ts';
import type { RetryPolicyOptions } from '../retry/retry-options.ts';
import type { Clock } from '../time/clock.ts';
import { systemClock } from '../time/system-clock.ts';
import { timeout } from '../timeout/timeout.ts';
import type { OutgoingRequest } from './outgoing-request.ts';

/** Holds how requests are guarded. */
export interface RequestPolicyOptions {
  /** How long one attempt may take, in milliseconds; 10,000 by default. */
  readonly attemptTimeoutMs?: number;
  /** How long all attempts and the waits between them may take, in milliseconds; 60,000 by default. */
  readonly totalTimeoutMs?: number;
  /** Attempts, back-off, budget and hooks. All requests share one budget; the request decides what is idempotent. */
  readonly retry?: Omit<
    RetryPolicyOptions,
    'attemptTimeoutMs' | 'clock' | 'idempotent' | 'maxElapsedMs' | 'retryResult'
  >;
  /**
   * How the circuit breakers are set up, of which each host has its own, named after it; they open after five failures in
   * a row by default. `false` for none.
   */
  readonly breaker?: Omit<BreakerOptions, 'clock' | 'name'> | false;
  /** Times everything; `systemClock` by default. */
  readonly clock?: Clock;
}

/**
 * Creates what guards each request: total timeout, retries, the breaker of the host, attempt timeout, from outer to inner.
 *
 * @throws A `ConfigurationError` when a limit is out of range.
 */
export function createRequestPolicies(options: RequestPolicyOptions): (request: OutgoingRequest) => Strategy {
  const { attemptTimeoutMs = 10_000, totalTimeoutMs = 60_000, retry = {}, clock = systemClock } = options;
  checkOption('resilientFetch: attemptTimeoutMs', attemptTimeoutMs, { from: 0 });
  checkOption('resilientFetch: totalTimeoutMs', totalTimeoutMs, { from: 0 });
  checkLimits(retry);
  const breakers = options.breaker !== false && createHostBreakers(options.breaker, clock);
  const { budget = ratioBudget({ clock }) } = retry;

  return ({ method, url, host, isIdempotent, isRepeatable }) => {
    const operation = `${method} ${url}`;
    const attempts = createRetry({
      ...retry,
      ...(!isRepeatable && { maxAttempts: 1 }),
      idempotent: isIdempotent,
      maxElapsedMs: totalTimeoutMs,
      budget,
      clock,
    });
    return pipeline(
      timeout({ timeoutMs: totalTimeoutMs, operation, clock }),
      attempts,
      ...(breakers ? [breakers.get(host)] : []),
      timeout({ timeoutMs: attemptTimeoutMs, operation, clock, mode: 'race' }),
    );
  };
}

function createHostBreakers(options: RequestPolicyOptions['breaker'], clock: Clock): BreakerRegistry {
  return createBreakerRegistry((name) => createBreaker({ ...options, name, clock }), { clock });
}

import { pipeline } from '../pipeline/pipeline.ts';
import type { Strategy } from '../pipeline/strategy.ts';
import { ratioBudget } from '../retry/budget/ratio-budget.ts';
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
   * Returns what guards a host, such as its circuit breaker: the same for the same host. A breaker for each host by
   * default; `false` for none.
   */
  readonly guardHost?: ((host: string) => Strategy) | false;
  readonly clock?: Clock;
}

/** Creates what guards each request: total timeout, retries, the guard of the host, attempt timeout, from outer to inner. */
export function createRequestPolicies(options: RequestPolicyOptions): (request: OutgoingRequest) => Strategy {
  const { attemptTimeoutMs = 10_000, totalTimeoutMs = 60_000, retry = {}, clock = systemClock } = options;
  const { guardHost = false } = options;
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
      ...(guardHost ? [guardHost(host)] : []),
      timeout({ timeoutMs: attemptTimeoutMs, operation, clock, mode: 'race' }),
    );
  };
}

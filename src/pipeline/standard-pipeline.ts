import type { BreakerOptions } from '../breaker/breaker-options.ts';
import type { CircuitBreaker } from '../breaker/circuit-breaker.ts';
import { createBreaker } from '../breaker/create-breaker.ts';
import type { Bulkhead, BulkheadOptions } from '../bulkhead/bulkhead.ts';
import { bulkhead } from '../bulkhead/bulkhead.ts';
import { ConfigurationError } from '../errors/configuration-error.ts';
import { fallback } from '../fallback/fallback.ts';
import type { FallbackHandler, FallbackOptions } from '../fallback/fallback-options.ts';
import type { RateLimiter, RateLimiterOptions } from '../rate-limit/rate-limiter.ts';
import { rateLimiter } from '../rate-limit/rate-limiter.ts';
import { tokenBucket, type TokenBucketOptions } from '../rate-limit/token-bucket.ts';
import { createRetry } from '../retry/create-retry.ts';
import type { RetryPolicyOptions } from '../retry/retry-options.ts';
import type { Clock } from '../time/clock.ts';
import type { TimeoutMode } from '../timeout/limit-time.ts';
import { timeout } from '../timeout/timeout.ts';
import { createPipeline } from './pipeline.ts';
import type { Strategy } from './strategy.ts';

/** Configures the standard pipeline; what is not given has the defaults of its policy. */
export interface StandardPipelineOptions<Replacement = never> {
  /** Names the service behind, in errors and events. */
  readonly name: string;
  /** How long a call may take with all its attempts and waits, in milliseconds. */
  readonly totalTimeoutMs: number;
  /** How long one attempt may take, in milliseconds; less than the total. */
  readonly attemptTimeoutMs: number;
  /**
   * Whether a call is given up at its time limit at once (`race`, the default) or when its function has noticed
   * (`cooperative`). Choose the second one when a slot of the bulkhead must not be free before the work has really ended.
   */
  readonly timeoutMode?: TimeoutMode;
  /**
   * The retry, with a budget by default; `false` for none. Say `idempotent: true` when calling twice does no harm, or only
   * what was certainly not carried out is tried again.
   */
  readonly retry?: Omit<RetryPolicyOptions, 'attemptTimeoutMs' | 'clock'> | false;
  /** The circuit breaker; `false` for none. */
  readonly breaker?: Omit<BreakerOptions, 'name' | 'clock'> | false;
  /** How many attempts run at once; unlimited by default. */
  readonly bulkhead?: Omit<BulkheadOptions, 'name' | 'clock'>;
  /** How many attempts begin in a time; unlimited by default. */
  readonly rateLimit?: Omit<TokenBucketOptions, 'clock'> & Omit<RateLimiterOptions, 'name'>;
  /** What to return when all that did not help; by default the error is thrown. */
  readonly fallback?: FallbackOptions & { readonly handler: FallbackHandler<Replacement> };
  /** Times everything; `systemClock` by default. */
  readonly clock?: Clock;
}

/** Guards the calls to one service with all policies in their usual order, and shows those that have a state. */
export interface StandardPipeline<Replacement = never> extends Strategy<Replacement> {
  /** The circuit breaker, unless it is switched off. */
  readonly breaker: CircuitBreaker | undefined;
  /** The bulkhead, if there is one. */
  readonly bulkhead: Bulkhead | undefined;
  /** The rate limiter, if there is one. */
  readonly rateLimiter: RateLimiter | undefined;
}

/**
 * Creates the pipeline that suits most calls to a service: fallback, total timeout, retry with a budget, circuit breaker,
 * bulkhead, rate limiter, attempt timeout, from the outer to the inner. Create it once for each service.
 *
 * A refusal of its own bulkhead or rate limiter is tried again, like any other that can pass, but never counts as a failure
 * of the service.
 *
 * @param options The name, the two time limits and what differs from the defaults.
 * @throws A `ConfigurationError` when an option is out of range or the time limit of an attempt is not below the total.
 */
export function standardPipeline<Replacement = never>(
  options: StandardPipelineOptions<Replacement>,
): StandardPipeline<Replacement> {
  const { name, totalTimeoutMs, attemptTimeoutMs, timeoutMode: mode = 'race' } = options;
  if (!(attemptTimeoutMs < totalTimeoutMs)) {
    throw new ConfigurationError(
      `standardPipeline: attemptTimeoutMs must be below totalTimeoutMs, ${totalTimeoutMs}, but is ${attemptTimeoutMs}`,
      { details: { setting: 'standardPipeline: attemptTimeoutMs' } },
    );
  }
  const time = options.clock && { clock: options.clock };
  const parts = createStatefulParts(options, time);
  const strategies: readonly (Strategy<Replacement> | undefined)[] = [
    options.fallback && fallback(options.fallback.handler, options.fallback),
    timeout({ timeoutMs: totalTimeoutMs, mode, operation: `A call to ${name}`, ...time }),
    createRetryPart(options, time),
    parts.breaker,
    parts.bulkhead,
    parts.rateLimiter,
    timeout({ timeoutMs: attemptTimeoutMs, mode, operation: `An attempt of ${name}`, ...time }),
  ];
  return { ...createPipeline(strategies.filter((strategy) => strategy !== undefined)), ...parts };
}

type Time = { readonly clock: Clock } | undefined;

function createStatefulParts<Replacement>(
  options: StandardPipelineOptions<Replacement>,
  time: Time,
): Pick<StandardPipeline, 'breaker' | 'bulkhead' | 'rateLimiter'> {
  const { name, breaker = {}, rateLimit } = options;
  return {
    breaker: breaker ? createBreaker({ ...breaker, name, ...time }) : undefined,
    bulkhead: options.bulkhead && bulkhead({ ...options.bulkhead, name, ...time }),
    rateLimiter: rateLimit && rateLimiter(tokenBucket({ ...rateLimit, ...time }), { ...rateLimit, name }),
  };
}

function createRetryPart<Replacement>(
  { totalTimeoutMs, retry = {} }: StandardPipelineOptions<Replacement>,
  time: Time,
): Strategy | undefined {
  return retry ? createRetry({ maxElapsedMs: totalTimeoutMs, ...retry, ...time }) : undefined;
}

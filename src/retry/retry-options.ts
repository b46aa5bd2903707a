import type { Classification, Classifier } from '../classify/classification.ts';
import type { CallContext, CallOptions } from '../pipeline/strategy.ts';
import type { Clock } from '../time/clock.ts';
import type { Backoff } from './backoff/backoff.ts';
import type { RetryBudget } from './budget/retry-budget.ts';
import type { GiveUpEvent, RetryEvent } from './failed-attempt.ts';

/** Tells a function which attempt it is. */
export interface RetryContext extends CallContext {
  /** Which attempt this is: 1 for the first call. */
  readonly attempt: number;
  /** What the previous attempt threw; `undefined` in the first. */
  readonly lastError: unknown;
  /** How long retries may go on, in milliseconds; `Infinity` without `maxElapsedMs`. */
  readonly remainingMs: number;
}

/** Says whether to try again, and when. */
export interface RetryDecision {
  /** Whether to try again; limits and idempotency still count. */
  readonly retry: boolean;
  /** Replaces the wait of the back-off, in milliseconds; what the server asked for is still waited for. */
  readonly delayMs?: number;
}

/** Holds the settings of a retry policy. */
export interface RetryPolicyOptions<T = unknown> {
  /** How often to call at most, the first call included; 3 by default. `Infinity` needs another limit beside it. */
  readonly maxAttempts?: number;
  /** How long to wait between attempts; `exponential()` by default: 200 ms, doubled up to 20 s, full jitter. */
  readonly backoff?: Backoff;
  /**
   * How long after the first call an attempt may still begin, in milliseconds; unlimited by default. A wait that would
   * end later is not begun. Put a timeout around the retry to cut a running attempt, too.
   */
  readonly maxElapsedMs?: number;
  /** How long one attempt may take, in milliseconds; it then fails with a `TimeoutError`. Unlimited by default. */
  readonly attemptTimeoutMs?: number;
  /** The longest wait that a server may ask for, in milliseconds; 60,000 by default. A longer one ends the retries. */
  readonly maxRetryAfterMs?: number;
  /**
   * Whether calling twice does no harm: true for reads and for writes with an idempotency key. By default it is false, and
   * only what was certainly not carried out is tried again: a refused connection, an answer 429, an open circuit. Anything
   * else then ends with the reason `not_idempotent`.
   */
  readonly idempotent?: boolean | ((classification: Classification) => boolean);
  /**
   * Decides whether a failure may be tried again, in place of the classification; limits and idempotency still count.
   *
   * It gets what the failure means, the attempt that failed, and what that attempt threw: `undefined` where
   * `retryResult` refused a value.
   */
  readonly shouldRetry?: (
    classification: Classification,
    context: RetryContext,
    error: unknown,
  ) => boolean | RetryDecision;
  /**
   * Tells whether a returned value calls for another attempt, such as a job that is still pending. `true` says also that
   * calling again does no harm; a classification lets `idempotent` decide. The last value is returned when attempts end.
   * What this function throws is a failure of the attempt.
   */
  retryResult?(value: T): boolean | Classification;
  /** Limits the retries of all calls that share it; `false` for none. */
  readonly budget?: RetryBudget | false;
  /** Tells what a thrown value means; `classifyStructure` by default. */
  readonly classify?: Classifier;
  /** Hears of a failed attempt before the wait. */
  readonly onRetry?: (event: RetryEvent) => void;
  /** Hears of the failure that ends the call, with the reason. */
  readonly onGiveUp?: (event: GiveUpEvent) => void;
  /**
   * Hears what a hook or another function here threw. None of them takes the place of the outcome: without a decision the
   * call ends with its failure, for the reason `policy_failed`.
   */
  readonly onHookError?: (error: unknown) => void;
  /** Tells the time and waits; `systemClock` by default. */
  readonly clock?: Clock;
  /** Returns a number from 0 up to, but not including, 1; `Math.random` by default. */
  readonly random?: () => number;
  /** Whether to reject with the last error as it is, or with an `AggregateError` of all; `last` by default. */
  readonly throwAs?: 'last' | 'aggregate';
}

/** Holds the settings of a single call with retries. */
export interface RetryOptions<T = unknown> extends RetryPolicyOptions<T>, CallOptions {}

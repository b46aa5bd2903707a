import { classifyStructure } from '../classify/classify-structure.ts';
import { systemClock } from '../time/system-clock.ts';
import { exponential } from './backoff/exponential.ts';
import type { RetryPolicyOptions } from './retry-options.ts';

type Defaulted =
  'maxAttempts' | 'backoff' | 'maxElapsedMs' | 'maxRetryAfterMs' | 'idempotent' | 'classify' | 'clock' | 'random';

/** Holds every option of a policy, with its default where it has one. */
export type RetrySettings = Required<Pick<RetryPolicyOptions, Defaulted>> & {
  readonly [Option in Exclude<keyof RetryPolicyOptions, Defaulted>]-?: RetryPolicyOptions[Option] | undefined;
};

const defaultBackoff = /* @__PURE__ */ exponential();

/**
 * Completes the options of a policy; an option that is `undefined` counts as left out. Naming them is faster
 * than spreading them, and a single call completes them each time.
 */
export function completeOptions(options: RetryPolicyOptions): RetrySettings {
  const { maxAttempts = 3, backoff = defaultBackoff, maxElapsedMs = Infinity, maxRetryAfterMs = 60_000 } = options;
  const { idempotent = false, classify = classifyStructure, clock = systemClock, random = Math.random } = options;
  const { attemptTimeoutMs, shouldRetry, retryResult, budget, onRetry, onGiveUp, onHookError, throwAs } = options;
  return {
    maxAttempts,
    backoff,
    maxElapsedMs,
    maxRetryAfterMs,
    idempotent,
    classify,
    clock,
    random,
    attemptTimeoutMs,
    shouldRetry,
    retryResult,
    budget,
    onRetry,
    onGiveUp,
    onHookError,
    throwAs,
  };
}

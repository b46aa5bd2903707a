import type { Classification, Classifier } from '../classify/classification.ts';
import { classifyStructure } from '../classify/classify-structure.ts';
import type { Clock } from '../time/clock.ts';
import { systemClock } from '../time/system-clock.ts';
import type { Backoff } from './backoff/backoff.ts';
import { exponential } from './backoff/exponential.ts';
import type { RetryPolicyOptions } from './retry-options.ts';

/** Holds the options of a policy with every default in place. */
export interface RetrySettings extends RetryPolicyOptions {
  readonly maxAttempts: number;
  readonly backoff: Backoff;
  readonly maxElapsedMs: number;
  readonly maxRetryAfterMs: number;
  readonly idempotent: boolean | ((classification: Classification) => boolean);
  readonly classify: Classifier;
  readonly clock: Clock;
  readonly random: () => number;
}

const defaultBackoff = /* @__PURE__ */ exponential();

/** Completes the options of a policy; an option that is `undefined` counts as left out. */
export function completeOptions(options: RetryPolicyOptions): RetrySettings {
  const {
    maxAttempts = 3,
    backoff = defaultBackoff,
    maxElapsedMs = Infinity,
    maxRetryAfterMs = 60_000,
    idempotent = false,
    classify = classifyStructure,
    clock = systemClock,
    random = Math.random,
  } = options;
  return { ...options, maxAttempts, backoff, maxElapsedMs, maxRetryAfterMs, idempotent, classify, clock, random };
}

import type { Classification } from '../classify/classification.ts';

/** Names why a call is not tried again. */
export type GiveUpReason =
  /** The failure would only come again. */
  | 'not_retryable'
  /** It may have been carried out, and nothing says that doing it twice is harmless: see `idempotent`. */
  | 'not_idempotent'
  /** `maxAttempts` is reached, or the schedule has ended. */
  | 'attempts'
  /** The next wait would not end within `maxElapsedMs`. */
  | 'elapsed'
  /** The server asks for a longer wait than `maxRetryAfterMs` or than the time left. */
  | 'retry_after_too_long'
  /** The budget refused. */
  | 'budget'
  /** The caller aborted. */
  | 'aborted'
  /** A function of the policy threw: `onHookError` hears what, and `getSuppressed(error)` returns it. */
  | 'policy_failed';

/** Holds what went wrong in one attempt. */
export interface FailedAttempt {
  /** Which attempt it was: 1 for the first call. For an abort in a wait, the one before; for an abort before the first, 0. */
  readonly attempt: number;
  /** What was thrown; `undefined` when `retryResult` refused a value. */
  readonly error?: unknown;
  /** The value that `retryResult` refused. */
  readonly value?: unknown;
  /** What it means. */
  readonly classification: Classification;
}

/** Reports an attempt that is followed by another one. */
export interface RetryEvent extends FailedAttempt {
  /** The wait before the next attempt, in milliseconds. */
  readonly delayMs: number;
}

/** Reports the failure that ends a call. */
export interface GiveUpEvent extends FailedAttempt {
  /** Why there is no other attempt. */
  readonly reason: GiveUpReason;
}

const attemptsOf = new WeakMap<object, readonly (RetryEvent | GiveUpEvent)[]>();

/** Keeps the attempts that led to an error; a primitive cannot have any. */
export function keepAttempts(error: unknown, attempts: readonly (RetryEvent | GiveUpEvent)[]): void {
  if (Object(error) === error) attemptsOf.set(Object(error), attempts);
}

/**
 * Returns the failed attempts that led to an error, the first one first; the last one tells why there was no other. Of
 * more than 100 only the latest are kept. The error itself is not changed.
 *
 * @param error What a call with retries rejected with; for anything else the list is empty.
 */
export function getAttempts(error: unknown): readonly (RetryEvent | GiveUpEvent)[] {
  return attemptsOf.get(Object(error)) ?? [];
}

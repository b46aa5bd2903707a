import type { GiveUpEvent, RetryEvent } from '../retry/failed-attempt.ts';
import type { LogFields } from './logger.ts';
import type { Operation } from './operation.ts';

/** Holds the hooks of a retry policy. */
export interface RetryHooks {
  /** Hears of a failed attempt before the wait. */
  readonly onRetry: (event: RetryEvent) => void;
  /** Hears of the failure that ends the call, with the reason. */
  readonly onGiveUp: (event: GiveUpEvent) => void;
}

/**
 * Creates hooks that tell the observers of an operation of each retry and of its end: `retry(fn, { ...retryHooks(task) })`.
 *
 * @param operation The operation that is retried.
 * @param fields What this run is about; it appears in logs only.
 */
export function retryHooks({ name: operation, emit, errorType }: Operation, fields: LogFields = {}): RetryHooks {
  return {
    onRetry: ({ attempt, delayMs, error }) =>
      emit({ type: 'retrying', operation, fields, attempt, delayMs, error, errorType: errorType(error) }),
    onGiveUp: ({ attempt, reason, error }) =>
      emit({ type: 'gave_up', operation, fields, attempts: attempt, reason, error, errorType: errorType(error) }),
  };
}

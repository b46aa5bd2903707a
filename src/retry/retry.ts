import { callWithRetries } from './call-with-retries.ts';
import { prepareRetry } from './prepare-retry.ts';
import type { RetryContext, RetryOptions } from './retry-options.ts';

/**
 * Calls a function and, when it fails of something that passes, calls it again after a wait.
 *
 * A failure is tried again when its classification says that it passes, when calling twice does no harm (see
 * `idempotent`), and when attempts, time and budget are left. The wait is that of the back-off, but never shorter than
 * what the server asked for. Without success the call rejects with the last error, unchanged; `getAttempts` tells how it
 * came to that. An abort ends the running wait at once and rejects with the signal's reason; an aborted signal keeps the
 * function from being called at all.
 *
 * @param fn What to call; it should hand on the signal of its context.
 * @param options Limits, back-off, decisions, hooks and the caller's signal; without a budget unless one is given.
 * @throws A `ConfigurationError`, as a rejection, when a limit is out of range.
 */
export function retry<T>(fn: (context: RetryContext) => T | PromiseLike<T>, options: RetryOptions<T> = {}): Promise<T> {
  try {
    return callWithRetries(fn, prepareRetry(options), options);
  } catch (error) {
    return Promise.reject(error);
  }
}

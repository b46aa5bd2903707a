/** Holds what a back-off may look at; it keeps no state of its own, so one back-off serves any number of calls. */
export interface BackoffContext {
  /** Which retry comes next: 1 for the first one. */
  readonly retry: number;
  /** How long the wait before the previous retry was, in milliseconds; `undefined` before the first. */
  readonly previousMs: number | undefined;
  /** Returns a number from 0 up to, but not including, 1. */
  readonly random: () => number;
}

/**
 * Returns how long to wait before the next attempt, in milliseconds, or `undefined` to stop retrying.
 *
 * @param context The number of the retry, the previous wait and the source of randomness.
 */
export type Backoff = (context: BackoffContext) => number | undefined;

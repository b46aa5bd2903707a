import { checkOption } from '../pipeline/check-option.ts';
import type { CallContext, CallOptions, Strategy } from '../pipeline/strategy.ts';
import type { Clock } from '../time/clock.ts';
import { systemClock } from '../time/system-clock.ts';
import { limitTime, type TimeLimit, type TimeoutMode } from './limit-time.ts';

/** Holds the settings of a time limit. */
export interface TimeoutOptions {
  /** How long a call may take, in milliseconds; `Infinity` for ever. */
  readonly timeoutMs: number;
  /** What happens when the time is over; `cooperative` by default. */
  readonly mode?: TimeoutMode;
  /** What the error says took too long; `The operation` by default. */
  readonly operation?: string;
  /** Tells the time and waits; `systemClock` by default. */
  readonly clock?: Clock;
}

/**
 * Creates a strategy that limits how long a call may take; it can be shared by any number of calls.
 *
 * When the time is over, the signal of the context ends with a `TimeoutError` that names the operation and the limit. In
 * `cooperative` mode the call settles when the function does: a rejection becomes the `TimeoutError`, with the rejection
 * as its cause, and a value that comes late is returned, because the work is done. In `race` mode the call rejects at
 * once; a later rejection of the function is nobody's and stays silent. An abort from outside is no timeout: it passes
 * its own reason on.
 *
 * @param options The limit in milliseconds, the mode, the name of the operation and the clock.
 * @throws A `ConfigurationError` for a limit that is not a number from 0 up.
 */
export function timeout(options: TimeoutOptions): Strategy {
  const limit = completeOptions(options);
  return { layers: ['timeout'], execute: (fn, outer) => limitTime(fn, limit, outer) };
}

/**
 * Calls a function once, within a time limit; `timeout` tells what happens at its end.
 *
 * @param fn What to call; it should hand on the signal of its context.
 * @param options The limit in milliseconds, the mode, the name of the operation, the clock and the caller's signal.
 * @throws A `ConfigurationError`, as a rejection, for a limit that is not a number from 0 up.
 */
export async function withTimeout<T>(
  fn: (context: CallContext) => T | PromiseLike<T>,
  options: TimeoutOptions & CallOptions,
): Promise<T> {
  return limitTime(fn, completeOptions(options), options);
}

function completeOptions(options: TimeoutOptions): TimeLimit {
  const { timeoutMs, mode = 'cooperative', operation = 'The operation', clock = systemClock } = options;
  checkOption('timeout: timeoutMs', timeoutMs, { from: 0 });
  return { timeoutMs, mode, operation, clock };
}

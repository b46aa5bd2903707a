import type { CallOptions } from '../pipeline/strategy.ts';
import type { Clock } from '../time/clock.ts';
import { sleep } from '../time/sleep.ts';

/** Holds how slow a function is. */
export interface LatencyOptions {
  /** Milliseconds before the function is called; a function is given the number of the call, 1 for the first. */
  readonly latencyMs: number | ((call: number) => number);
  /** The clock that ends the wait: a `ManualClock` for a test that takes no time. */
  readonly clock: Clock;
}

/**
 * Returns a function that answers late: what time limits, hedges and slow-call rates are for.
 *
 * @param fn What is called after the wait, with the same context.
 * @param options The wait in milliseconds, and its clock.
 * @returns A function that takes the context of a policy; an abort of its signal ends the wait with the signal's reason.
 */
export function withLatency<Context extends CallOptions, T>(
  fn: (context: Context) => T | PromiseLike<T>,
  { latencyMs, clock }: LatencyOptions,
): (context: Context) => Promise<T> {
  let calls = 0;
  return async (context) => {
    calls++;
    await sleep(clock, typeof latencyMs === 'function' ? latencyMs(calls) : latencyMs, context.signal);
    return fn(context);
  };
}

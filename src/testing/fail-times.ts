import { buildFault, type FaultOptions } from './fault.ts';

/** Holds how often a function fails before it works. */
export interface FailTimesOptions extends FaultOptions {
  /** How many calls fail, counted over all callers; `Infinity` for a service that stays down. */
  readonly times: number;
}

/**
 * Returns a function that fails at first and then works: what a retry has to survive and a breaker has to notice.
 *
 * @param fn What is called after the failures, with the same arguments.
 * @param options How many calls fail, and what they reject with.
 * @returns A function that always returns a promise.
 */
export function failTimes<Args extends readonly unknown[], T>(
  fn: (...args: Args) => T | PromiseLike<T>,
  options: FailTimesOptions,
): (...args: Args) => Promise<T> {
  let calls = 0;
  return async (...args) => {
    if (++calls <= options.times) throw buildFault(options, calls);
    return fn(...args);
  };
}

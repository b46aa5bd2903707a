import { buildFault, type FaultOptions } from './fault.ts';

/** Holds how often a function fails by chance. */
export interface FlakyOptions extends FaultOptions {
  /** The share of the calls that fails, from 0 to 1. */
  readonly failureRate: number;
  /** Returns a number from 0 up to, but not including, 1, such as `createRandom(1)`, so that every run fails in the same calls. */
  readonly random: () => number;
}

/**
 * Returns a function that fails now and then, as real networks do.
 *
 * @param fn What is called otherwise, with the same arguments.
 * @param options The share of failures, the source of chance, and what a failure rejects with.
 */
export function flaky<Args extends readonly unknown[], T>(
  fn: (...args: Args) => T | PromiseLike<T>,
  options: FlakyOptions,
): (...args: Args) => Promise<T> {
  let calls = 0;
  return async (...args) => {
    calls++;
    if (options.random() < options.failureRate) throw buildFault(options, calls);
    return fn(...args);
  };
}

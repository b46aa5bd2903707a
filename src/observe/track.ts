import type { LogFields } from './logger.ts';
import { observe } from './observe.ts';
import type { Operation } from './operation.ts';

/**
 * Returns a function that does what `fn` does and is observed at every call: the standard's `track_errors`.
 *
 * @param operation Created once by `createOperation`.
 * @param fn The function; `this` and its arguments pass through.
 * @param getFields Returns what a call is about, from its arguments; what it throws is dropped.
 * @returns A function that always returns a promise, which rejects with what `fn` throws.
 */
export function track<This, Args extends unknown[], T>(
  operation: Operation,
  fn: (this: This, ...args: Args) => T | PromiseLike<T>,
  getFields?: (...args: Args) => LogFields,
): (this: This, ...args: Args) => Promise<T> {
  return function (...args) {
    return observe(operation, () => fn.apply(this, args), readFields(args, getFields));
  };
}

function readFields<Args extends unknown[]>(args: Args, getFields?: (...args: Args) => LogFields): LogFields {
  try {
    return getFields?.(...args) ?? {};
  } catch {
    // expected: arguments may be anything, and judging them is up to the function that is tracked.
    return {};
  }
}

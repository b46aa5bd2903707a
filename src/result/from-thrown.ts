import type { Result } from './result.ts';
import { err, ok } from './result.ts';

/**
 * Waits for a promise; the returned one never rejects.
 *
 * @param promise What may reject, such as a call of a library.
 * @returns A result whose error is what was caught, as `unknown`.
 */
export function fromPromise<T>(promise: PromiseLike<T>): Promise<Result<T, unknown>>;
/**
 * Waits for a promise and makes an error of what it rejects with; the returned one rejects only with what `toFailure` throws.
 *
 * @param promise What may reject, such as a call of a library.
 * @param toFailure Makes an error of what was rejected with, such as `wrap(caught, DatabaseError)`.
 */
export function fromPromise<T, E>(promise: PromiseLike<T>, toFailure: (caught: unknown) => E): Promise<Result<T, E>>;
export async function fromPromise<T>(
  promise: PromiseLike<T>,
  toFailure: (caught: unknown) => unknown = keep,
): Promise<Result<T, unknown>> {
  try {
    return ok(await promise);
  } catch (caught) {
    return err(toFailure(caught));
  }
}

/**
 * Returns a function with the same parameters that returns a result and does not throw; it never rejects either, when the
 * function returns promises.
 *
 * @param fn What may throw, such as `JSON.parse`.
 * @param toFailure Makes an error of what was thrown; without it the error is what was caught, as `unknown`.
 */
export function fromThrowable<Parameters extends readonly unknown[], R, E = unknown>(
  fn: (...parameters: Parameters) => R,
  toFailure?: (caught: unknown) => E,
): (...parameters: Parameters) => ResultOfCall<R, E>;
export function fromThrowable(
  fn: (...parameters: readonly unknown[]) => unknown,
  toFailure: (caught: unknown) => unknown = keep,
): (...parameters: readonly unknown[]) => Result<unknown, unknown> | Promise<Result<unknown, unknown>> {
  return (...parameters) => {
    try {
      const value = fn(...parameters);
      return isPromiseLike(value) ? fromPromise(value, toFailure) : ok(value);
    } catch (caught) {
      return err(toFailure(caught));
    }
  };
}

/** Names what a function that returned `R` returns once it cannot throw any more. */
export type ResultOfCall<R, E> = R extends PromiseLike<infer T> ? Promise<Result<T, E>> : Result<R, E>;

function keep(caught: unknown): unknown {
  return caught;
}

function isPromiseLike(value: unknown): value is PromiseLike<unknown> {
  return typeof value === 'object' && value !== null && 'then' in value && typeof value.then === 'function';
}

import type { Err, Ok, Result } from './result.ts';
import { err, isErr, isOk, ok } from './result.ts';

/** Stands for what the next step of a chain may return: a result, or the promise of one. */
export type NextResult = Result<unknown, unknown> | PromiseLike<Result<unknown, unknown>>;

/**
 * Returns a result with its value changed; a failure passes through.
 *
 * @param result What an operation came to.
 * @param change Gets the value; what it throws is thrown.
 */
export function map<T, E, U>(result: Result<T, E>, change: (value: T) => U): Result<U, E> {
  return isErr(result) ? result : ok(change(result.value));
}

/**
 * Returns a result with its error changed, such as from the error of a driver to one of ours; a success passes through.
 *
 * @param result What an operation came to.
 * @param change Gets the error; what it throws is thrown.
 */
export function mapErr<T, E, F>(result: Result<T, E>, change: (error: E) => F): Result<T, F> {
  return isErr(result) ? err(change(result.error)) : result;
}

/**
 * Continues after a success with a step that can fail itself; a failure passes through.
 *
 * @param result What an operation came to.
 * @param next Gets the value. When it returns a promise, await what this function returns.
 */
export function andThen<T, E, Next extends NextResult>(result: Result<T, E>, next: (value: T) => Next): Err<E> | Next {
  return isErr(result) ? result : next(result.value);
}

/**
 * Recovers from a failure with a step that can fail itself; a success passes through.
 *
 * @param result What an operation came to.
 * @param recover Gets the error. When it returns a promise, await what this function returns.
 */
export function orElse<T, E, Next extends NextResult>(result: Result<T, E>, recover: (error: E) => Next): Ok<T> | Next {
  return isErr(result) ? recover(result.error) : result;
}

/**
 * Returns the value of a success, or a replacement for that of a failure.
 *
 * @param result What an operation came to.
 * @param replacement What to return in place of a value.
 */
export function unwrapOr<T, E, U>(result: Result<T, E>, replacement: U): T | U {
  return isOk(result) ? result.value : replacement;
}

/**
 * Returns the value of a success: the way back to code that throws.
 *
 * @param result What an operation came to.
 * @throws The error of a failure, as it is.
 */
export function unwrap<T, E>(result: Result<T, E>): T {
  if (isErr(result)) throw result.error;
  return result.value;
}

/**
 * Returns what one of two functions makes of a result. With the constructors of another library it converts:
 * `match(result, neverthrow.ok, neverthrow.err)`.
 *
 * @param result What an operation came to.
 * @param onOk Gets the value of a success.
 * @param onErr Gets the error of a failure.
 */
export function match<T, E, A, B>(result: Result<T, E>, onOk: (value: T) => A, onErr: (error: E) => B): A | B {
  return isErr(result) ? onErr(result.error) : onOk(result.value);
}

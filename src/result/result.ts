/** Holds the value of an operation that succeeded. */
export interface Ok<T> {
  /** What the operation returned. */
  readonly value: T;
}

/** Holds the error of an operation that failed. */
export interface Err<E> {
  /** Why the operation failed. */
  readonly error: E;
}

/**
 * Holds what an operation came to, so that its failure is part of its type.
 *
 * Results are plain objects: they survive JSON and `postMessage`, and a result of neverthrow is one too, because it has the
 * same two shapes. An object with both properties counts as a failure.
 */
export type Result<T, E> = Ok<T> | Err<E>;

/** Extracts the type of the value from the type of a result. */
export type ValueOf<R> = R extends Ok<infer T> ? T : never;

/** Extracts the type of the error from the type of a result. */
export type ErrorOf<R> = R extends Err<infer E> ? E : never;

/** Returns a success; without a value, one that only says that it worked. */
export function ok(): Ok<void>;
export function ok<T>(value: T): Ok<T>;
export function ok(value?: unknown): Ok<unknown> {
  return { value };
}

/**
 * Returns a failure; a literal keeps its literal type.
 *
 * @param error Why the operation failed.
 */
export function err<const E>(error: E): Err<E> {
  return { error };
}

/**
 * Tells whether a result is a success.
 *
 * @param result What an operation came to.
 */
export function isOk<T, E>(result: Result<T, E>): result is Ok<T> {
  return !('error' in result);
}

/**
 * Tells whether a result is a failure.
 *
 * @param result What an operation came to.
 */
export function isErr<T, E>(result: Result<T, E>): result is Err<E> {
  return 'error' in result;
}

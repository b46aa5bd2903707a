import type { OctoLLMError } from '../errors/octollm-error.ts';
import { readCodes } from '../errors/brand.ts';
import { SystemError } from '../errors/system-error.ts';
import type { Result } from './result.ts';
import { err, isErr } from './result.ts';

/** Names the class of an error in context: its own when it belongs to the hierarchy, `SystemError` otherwise. */
export type InContext<E> = E extends OctoLLMError ? E : SystemError;

/**
 * Adds what was attempted to a failure: its error becomes the cause of a new one; a success passes through.
 *
 * An error of ours keeps its class, code, status, details and everything else it holds, so a 404 stays a 404. A foreign
 * one gets a `SystemError`, which leaves it to the cause whether trying again can help.
 *
 * @param result What an operation came to.
 * @param attempted What was attempted, on what: `Failed to fetch task 7`. A function is only called for a failure.
 */
export function context<T, E>(
  result: Result<T, E>,
  attempted: string | ((error: E) => string),
): Result<T, InContext<E>>;
export function context(
  result: Result<unknown, unknown>,
  attempted: string | ((error: unknown) => string),
): Result<unknown, OctoLLMError> {
  if (!isErr(result)) return result;
  const { error } = result;
  const message = typeof attempted === 'string' ? attempted : attempted(error);
  return err(isOurs(error) ? repeat(error, message) : new SystemError(message, { cause: error }));
}

/** Builds the class of an error again without running its constructor, which may take anything. */
function repeat(error: OctoLLMError, message: string): OctoLLMError {
  // V8 starts a stack below the constructor of the new object and leaves it empty when that one is not running.
  function Repeated(): OctoLLMError {
    return Reflect.construct(Error, [message, { cause: error }], Repeated);
  }
  Repeated.prototype = Object.getPrototypeOf(error);
  return Object.assign(Repeated(), error);
}

function isOurs(value: unknown): value is OctoLLMError {
  return readCodes(value).length > 0;
}

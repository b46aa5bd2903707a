import { getErrorMessage } from './get-error-message.ts';
import { isError } from './is-error.ts';

/**
 * Returns a thrown value as an error; it never throws and never changes the value.
 *
 * @param thrown An error, also of another realm, is returned as it is; anything else becomes the cause of a new one.
 */
export function toError(thrown: unknown): Error {
  return isError(thrown) ? thrown : new Error(getErrorMessage(thrown), { cause: thrown });
}

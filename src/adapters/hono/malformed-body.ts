import { getErrorMessage } from '../../errors/get-error-message.ts';
import { InvalidInputError } from '../../errors/invalid-input-error.ts';
import { readProperty } from '../../errors/read-property.ts';
import type { HonoContextLike } from './hono-context.ts';

/**
 * Returns the refusal of a request whose body is not JSON; `undefined` for every other failure.
 *
 * `context.req.json()` lets the error of `JSON.parse` through, which tells nothing about what was parsed: it is the fault
 * of the client exactly when the body that was read fails in the same way again.
 */
export async function toMalformedBody(
  thrown: unknown,
  { req }: HonoContextLike,
): Promise<InvalidInputError | undefined> {
  if (readProperty(thrown, 'name') !== 'SyntaxError' || req.bodyCache.text === undefined) return undefined;
  if ((await getParseFailure(req.bodyCache.text)) !== readProperty(thrown, 'message')) return undefined;
  return new InvalidInputError('The body of the request is not valid JSON', { cause: thrown });
}

/** Returns what `JSON.parse` says against a text; `undefined` when that is nothing. */
async function getParseFailure(text: PromiseLike<string> | string): Promise<string | undefined> {
  try {
    JSON.parse(await text);
    return undefined;
  } catch (error) {
    return getErrorMessage(error);
  }
}

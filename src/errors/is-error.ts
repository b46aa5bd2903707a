import { readProperty } from './read-property.ts';

/** Tells whether a value is an error, also one of another realm; a value that cannot be inspected is none. */
export function isError(value: unknown): value is Error {
  try {
    if (value instanceof Error) return true;
    // A tag of its own lets any object pass for an error, so only the tags of the platform count.
    const tag = Object.prototype.toString.call(value);
    const isTagged = tag === '[object DOMException]' || (tag === '[object Error]' && !hasOwnTag(value));
    return isTagged && typeof readProperty(value, 'message') === 'string';
  } catch {
    // expected: a revoked proxy throws whatever it is asked.
    return false;
  }
}

function hasOwnTag(value: unknown): boolean {
  return readProperty(value, Symbol.toStringTag) !== undefined;
}

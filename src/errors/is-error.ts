import { readProperty } from './read-property.ts';

/**
 * Tells whether a value is an error, also one of another realm; a value that cannot be inspected is none.
 *
 * @param value Anything, such as what was caught.
 */
export function isError(value: unknown): value is Error {
  // A tag lets any object pass for an error, so an error of another realm counts only without one.
  const tag = readProperty(value, Symbol.toStringTag);
  try {
    if (value instanceof Error || tag === 'DOMException') return true;
    return tag === undefined && Object.prototype.toString.call(value) === '[object Error]';
  } catch {
    // expected: a proxy may throw whatever it is asked.
    return false;
  }
}

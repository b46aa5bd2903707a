import { readProperty } from '../errors/read-property.ts';

const mostErrors = 32;

/**
 * Lists a thrown value and what it wraps in `cause` and `errors`: the nearest first, each once, at most 32.
 *
 * @param thrown Any value; cycles and hostile objects are no trouble.
 */
export function listErrors(thrown: unknown): unknown[] {
  const found = new Set([thrown]);
  // A set walks what is added meanwhile, too: breadth first.
  for (const error of found) {
    const errors = readProperty(error, 'errors');
    const end = Object(errors) === errors ? mostErrors : 0;
    for (let index = -1; index < end; index++) {
      const inner = index < 0 ? readProperty(error, 'cause') : readProperty(errors, index);
      if (Object(inner) === inner && found.size < mostErrors) found.add(inner);
    }
  }
  return [...found];
}

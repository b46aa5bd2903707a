import { readProperty } from '../errors/read-property.ts';

const deepest = 10;
const mostErrors = 64;

/**
 * Lists a thrown value and what it wraps in `cause` and `errors`: the nearest first, each once, to depth 10.
 *
 * @param thrown Any value; cycles and hostile objects are no trouble.
 */
export function listErrors(thrown: unknown): unknown[] {
  const found = new Set([thrown]);
  let level = [thrown];
  for (let depth = 0; depth < deepest && found.size < mostErrors; depth++) {
    level = level.flatMap(listInner).filter((inner) => Object(inner) === inner && !found.has(inner));
    for (const inner of level) found.add(inner);
  }
  return [...found];
}

function listInner(error: unknown): unknown[] {
  const errors = readProperty(error, 'errors');
  const length = Math.min(Number(readProperty(errors, 'length')) || 0, mostErrors);
  return [readProperty(error, 'cause'), ...Array.from({ length }, (_, index) => readProperty(errors, index))];
}

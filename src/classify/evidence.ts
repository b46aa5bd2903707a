import { readProperty } from '../errors/read-property.ts';
import { readStatus } from './read-answer.ts';

/** Holds what rules look at. */
export interface Evidence {
  /** The thrown value, then what it wraps: the nearest first, each once. */
  readonly errors: readonly unknown[];
  /** The HTTP status of the nearest error that carries one. */
  readonly status: number | undefined;
}

const deepest = 10;
const mostErrors = 64;

/** Collects the evidence of a thrown value; it never throws and never changes the value. */
export function collectEvidence(thrown: unknown): Evidence {
  const errors = listErrors(thrown);
  return { errors, status: findFirst(errors, readStatus) };
}

/** Returns the first result that is not `undefined`. */
export function findFirst<Result>(
  errors: readonly unknown[],
  read: (error: unknown) => Result | undefined,
): Result | undefined {
  for (const error of errors) {
    const result = read(error);
    if (result !== undefined) return result;
  }
  return undefined;
}

/** Walks `cause`, `lastError` and `errors`, level by level, to depth 10. */
function listErrors(thrown: unknown): unknown[] {
  const found = new Set([thrown]);
  let level = [thrown];
  for (let depth = 0; depth < deepest && found.size < mostErrors; depth++) {
    level = level.flatMap(listInner).filter((inner) => inner !== undefined && inner !== null && !found.has(inner));
    for (const inner of level) found.add(inner);
  }
  return [...found];
}

function listInner(error: unknown): unknown[] {
  const errors = readProperty(error, 'errors');
  const length = Math.min(Number(readProperty(errors, 'length')) || 0, mostErrors);
  const members = Array.from({ length }, (_, index) => readProperty(errors, index));
  // The last error of several attempts says more than the first.
  return [readProperty(error, 'cause'), readProperty(error, 'lastError'), ...members];
}

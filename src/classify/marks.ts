import type { Classification } from './classification.ts';
import { toClassification, type Finding } from './finding.ts';

/** What a caller knows better than any rule. */
const marks = new WeakMap<object, Classification>();

/**
 * Marks an error with a classification that every classifier then returns, also for errors that wrap it.
 *
 * @param error The error; it is not changed, so a frozen one is fine. A primitive cannot be marked.
 * @param known What is known; the rest follows from the kind.
 * @returns The same error.
 */
export function withClassification<E>(error: E, known: Partial<Classification> & Pick<Finding, 'kind'>): E {
  const { kind, rule = 'mark', confidence = 'typed', retryable, action, sent, code, ...facts } = known;
  if (Object(error) === error) {
    marks.set(Object(error), toClassification({ kind, rule, confidence, retryable, action, sent, code }, facts));
  }
  return error;
}

/** Reads the mark of an error. */
export function readMark(error: unknown): Classification | undefined {
  return marks.get(Object(error));
}

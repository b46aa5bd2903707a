import { chooseAction } from './choose-action.ts';
import type { Classification } from './classification.ts';
import { toClassification, type Finding } from './finding.ts';

const marks = new WeakMap<object, Classification>();

/**
 * Marks an error with a classification that every classifier then returns, also for errors that wrap it.
 *
 * @param error The error; it is not changed, so a frozen one is fine. A primitive cannot be marked.
 * @param known What is known; the rest follows from the kind.
 * @returns The same error.
 */
export function withClassification<E>(error: E, known: Partial<Classification> & Pick<Classification, 'kind'>): E {
  const finding: Finding = { rule: 'mark', confidence: 'typed', ...known };
  if (Object(error) === error)
    marks.set(Object(error), { ...toClassification(finding), action: chooseAction(finding) });
  return error;
}

/** Concludes from what a caller marked the error with. */
export function byMark(error: unknown): Finding | undefined {
  return marks.get(Object(error));
}

import { FailureMarks } from './failure-marks.ts';

/** Shared by all installed copies, because a failure crosses packages that bring their own. */
const sharedMarks: unique symbol = Symbol.for('@octollm/errors/recorded@1');

/**
 * Records a failure unless some layer already did, so that one failure is one record however many layers it passes.
 *
 * A failure counts as recorded when it was, or when its cause was: wrapping it makes no new one. Nothing is written on
 * the value, so frozen and foreign ones are fine; a thrown text or number cannot be remembered and is recorded each time.
 * An error object that is kept and thrown again and again counts as one failure: build a new one for each.
 *
 * @param thrown The value that was caught.
 * @param record Writes the record; what it throws passes on, and the failure then counts as not recorded.
 * @returns Whether this call recorded it.
 */
export function recordOnce(thrown: unknown, record: () => void): boolean {
  const marks = getSharedMarks();
  if (marks.has(thrown)) return false;
  record();
  marks.add(thrown);
  return true;
}

function getSharedMarks(): Pick<FailureMarks, 'add' | 'has'> {
  const shared: typeof globalThis & { [sharedMarks]?: Pick<FailureMarks, 'add' | 'has'> } = globalThis;
  return (shared[sharedMarks] ??= new FailureMarks());
}

import { byClass, byKind } from './by-class.ts';
import { byMark } from './by-mark.ts';
import { byStatus } from './by-status.ts';
import { bySystemCode } from './by-system-code.ts';
import type { Classifier } from './classification.ts';
import { toClassification } from './finding.ts';
import { listErrors } from './list-errors.ts';
import { readRetryAfter } from './read-retry-after.ts';
import { findFirst } from './rule.ts';

/**
 * Classifies a thrown value by its structure alone: marks, our own classes, the HTTP status, the codes and names of the
 * system, and the wait that the server asked for. It reads no texts and knows no provider, which keeps it small enough
 * for every policy. Its `action` says no more than whether to try again; `classify` knows better.
 *
 * @param thrown Any value; one that says nothing is `unknown` and not retryable.
 */
export const classifyStructure: Classifier = (thrown) => {
  const errors = listErrors(thrown);
  const finding = findFirst([byMark, byClass, byStatus, bySystemCode, byKind], errors);
  return toClassification({ kind: 'unknown', confidence: 'none', ...findFirst([readRetryAfter], errors), ...finding });
};

import { byClass, byKind } from './by-class.ts';
import { byMark } from './by-mark.ts';
import { byStatus } from './by-status.ts';
import { bySystemCode } from './by-system-code.ts';
import type { Classifier } from './classification.ts';
import { readServerDirective } from './directive.ts';
import { toClassification } from './finding.ts';
import { listErrors } from './list-errors.ts';
import { readRetryAfter } from './read-retry-after.ts';
import { findFirst } from './rule.ts';

/**
 * Classifies a thrown value by its structure alone: marks, our own classes, the HTTP status, the codes and names of the
 * system, and what the server orders about another attempt. It reads no texts and knows no provider, which keeps it small enough
 * for every policy. Its `action` says no more than whether to try again; `classify` knows better.
 *
 * @param thrown Any value; one that says nothing is `unknown` and not retryable.
 */
export const classifyStructure: Classifier = (thrown) => {
  const errors = listErrors(thrown);
  const finding = findFirst([byMark, byClass, byStatus, bySystemCode, byKind], errors);
  const directive = finding?.confidence === 'typed' ? undefined : findFirst([readServerDirective], errors);
  const wait = findFirst([readRetryAfter], errors);
  return toClassification({ kind: 'unknown', confidence: 'none', ...wait, ...finding, ...directive });
};

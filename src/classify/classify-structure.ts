import type { Classification, Classifier } from './classification.ts';
import { classifyAbort } from './classify-abort.ts';
import { classifyOwn, classifyOwnKind } from './classify-own.ts';
import { classifyStatus } from './classify-status.ts';
import { classifySystemCode } from './classify-system-code.ts';
import { readDirective } from './directive.ts';
import { collectEvidence, findFirst } from './evidence.ts';
import { toClassification } from './finding.ts';
import { readMark } from './marks.ts';

/**
 * Classifies a thrown value by its structure alone: marks, our own classes, aborts, what the server ordered, the HTTP
 * status, the codes of the system. It reads no texts and knows no provider, which keeps it small enough for policies.
 *
 * @param thrown Any value; hostile ones are `unknown`.
 */
export const classifyStructure: Classifier = (thrown): Classification => {
  const evidence = collectEvidence(thrown);
  const { errors, status } = evidence;
  const mark = findFirst(errors, readMark);
  if (mark) return mark;

  const facts = { ...(status !== undefined && { status }) };
  const own = classifyOwn(evidence);
  if (own) return toClassification(own, facts);

  const finding = classifyAbort(evidence) ??
    classifyStatus(evidence) ??
    classifySystemCode(evidence) ??
    classifyOwnKind(evidence) ?? { kind: 'unknown', confidence: 'none', rule: 'nothing known' };
  return toClassification({ ...finding, retryable: findFirst(errors, readDirective) ?? finding.retryable }, facts);
};

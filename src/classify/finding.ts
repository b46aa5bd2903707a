import type { ErrorKind } from '../catalog/catalog-entry.ts';
import type { Action, Classification } from './classification.ts';

/** Holds what one rule concludes; what it leaves out follows from the kind. */
export type Finding = Partial<Classification> & Pick<Classification, 'kind' | 'rule' | 'confidence'>;

/** The kinds that pass by themselves: nobody has to change the request or the set-up. */
const passing: readonly ErrorKind[] = ['timeout', 'transport', 'unavailable', 'overloaded', 'rate_limit'];

/**
 * Completes a finding.
 *
 * @param finding What a rule concludes.
 * @param facts What was read beside it; the finding wins.
 */
export function toClassification(finding: Finding, facts?: Partial<Classification>): Classification {
  const { kind, retryable = passing.includes(kind), retryAfterMs = facts?.retryAfterMs } = finding;
  return { sent: 'maybe', action: chooseAction(kind, retryable, retryAfterMs), retryable, ...facts, ...finding };
}

function chooseAction(kind: ErrorKind, retryable: boolean, retryAfterMs: number | undefined): Action {
  if (retryable) return retryAfterMs ? 'wait' : 'retry';
  return kind === 'canceled' ? 'stop' : 'report';
}

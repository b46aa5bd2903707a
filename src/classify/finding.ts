import type { ErrorKind } from '../catalog/catalog-entry.ts';
import type { Action, Classification } from './classification.ts';

/** Holds what one rule concludes; what it leaves out follows from the kind. */
export type Finding = Partial<Classification> & Pick<Classification, 'kind' | 'confidence'>;

/** The kinds that pass by themselves: nobody has to change the request or the set-up. */
const passing: readonly ErrorKind[] = ['timeout', 'transport', 'unavailable', 'overloaded', 'rate_limit'];

/** Completes what a rule concluded. */
export function toClassification(finding: Finding): Classification {
  const { kind, code, status, retryable = passing.includes(kind), retryAfterMs } = finding;
  const action = chooseAction(kind, retryable, retryAfterMs);
  return { rule: String(code ?? status ?? kind), sent: 'maybe', action, retryable, ...finding };
}

function chooseAction(kind: ErrorKind, retryable: boolean, retryAfterMs: number | undefined): Action {
  if (retryable) return retryAfterMs ? 'wait' : 'retry';
  return kind === 'canceled' ? 'stop' : 'report';
}

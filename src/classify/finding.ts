import type { ErrorKind } from '../catalog/catalog-entry.ts';
import type { Classification } from './classification.ts';

/** Holds what one rule concludes; what it leaves out follows from the kind. */
export type Finding = Partial<Classification> & Pick<Classification, 'kind' | 'confidence'>;

/** The kinds that pass by themselves: nobody has to change the request or the set-up. */
const passing: readonly ErrorKind[] = ['timeout', 'transport', 'unavailable', 'overloaded', 'rate_limit'];

/** Tells whether the same call can succeed later, given what a rule concluded. */
export function isPassing({ kind, retryable = passing.includes(kind) }: Finding): boolean {
  return retryable;
}

/** Completes what a rule concluded; the action says no more than whether to try again. */
export function toClassification(finding: Finding): Classification {
  const { kind, code, status } = finding;
  const retryable = isPassing(finding);
  return {
    rule: String(code ?? status ?? kind),
    sent: 'maybe',
    action: retryable ? 'retry' : 'report',
    retryable,
    ...finding,
  };
}

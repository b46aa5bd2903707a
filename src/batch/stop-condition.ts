import type { ErrorKind } from '../catalog/catalog-entry.ts';
import type { Classification, Classifier } from '../classify/classification.ts';
import { classifyStructure } from '../classify/classify-structure.ts';
import type { BatchStopper } from './batch-stop.ts';

/** Holds what makes a batch stop early. */
export interface StopConditions {
  /**
   * Failures that no other item can escape, such as `['unauthenticated']`: kinds, or a function that is asked for each
   * failure. None by default.
   */
  readonly stopOn?: readonly ErrorKind[] | ((classification: Classification, error: unknown) => boolean);
  /** How many failures the batch puts up with: one more stops it. `Infinity` by default. */
  readonly maxFailures?: number;
  /** Tells what a failure means; `classifyStructure` by default. */
  readonly classify?: Classifier;
}

/** Creates what is told each failure and stops the batch when a condition holds. */
export function createFailureWatch(
  { stopOn = [], maxFailures = Infinity, classify = classifyStructure }: StopConditions,
  stopper: BatchStopper,
): (error: unknown) => void {
  const decides = typeof stopOn === 'function' ? stopOn : ({ kind }: Classification) => stopOn.includes(kind);
  let failures = 0;

  return (error) => {
    failures += 1;
    try {
      if (decides(classify(error), error)) stopper.end('condition', error);
      else if (failures > maxFailures) stopper.end('failures', error);
    } catch (thrown) {
      // A condition that throws must not lose what the batch has done; that it could not decide is a reason to stop.
      stopper.end('condition', thrown);
    }
  };
}

import type { ErrorKind } from '../catalog/catalog-entry.ts';
import type { Classification, Classifier } from '../classify/classification.ts';

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

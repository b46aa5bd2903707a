import type { Classification, Classifier } from '../classify/classification.ts';
import type { CallContext } from '../pipeline/strategy.ts';

/** Tells a fallback why it is called. */
export interface FallbackContext extends CallContext {
  /** What the failure means. */
  readonly classification: Classification;
}

/** Returns a replacement for the value of a call that failed; its signal is that of the call. */
export type FallbackHandler<R> = (error: unknown, context: FallbackContext) => R | PromiseLike<R>;

/** Configures a fallback. */
export interface FallbackOptions {
  /**
   * Tells for which failures the handler is asked; by default for those of a source that is unreachable, too slow or too
   * busy. Any other failure is thrown as it is.
   */
  readonly when?: (classification: Classification, error: unknown) => boolean;
  /** Hears of each replaced failure, once there is a replacement; what it throws is ignored. */
  readonly onDegraded?: (error: unknown, classification: Classification) => void;
  /** Tells what a thrown value means; `classifyStructure` by default. */
  readonly classify?: Classifier;
}

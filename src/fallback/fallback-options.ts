import type { Classification, Classifier } from '../classify/classification.ts';
import type { CallContext } from '../pipeline/strategy.ts';

/** Tells a fallback why it is called. */
export interface FallbackContext extends CallContext {
  /** What the failure means. */
  readonly classification: Classification;
}

/**
 * Returns a replacement for the value of a call that failed.
 *
 * @param error What the preferred source threw.
 * @param context The signal of the call, and what the failure means.
 */
export type FallbackHandler<R> = (error: unknown, context: FallbackContext) => R | PromiseLike<R>;

/** Reports a failure that a fallback has replaced. */
export interface DegradedEvent {
  /** What the preferred source threw. */
  readonly error: unknown;
  /** What it means. */
  readonly classification: Classification;
}

/** Configures a fallback. */
export interface FallbackOptions {
  /**
   * Tells for which failures the handler is asked; by default for those of a source that is unreachable, too slow or too
   * busy. Any other failure is thrown as it is.
   */
  readonly when?: (classification: Classification, error: unknown) => boolean;
  /** Hears of each replaced failure, once there is a replacement. */
  readonly onDegraded?: (event: DegradedEvent) => void;
  /**
   * Hears what a function here threw: a hook never changes the outcome of a call, and without an answer of the others the
   * failure is thrown as it is.
   */
  readonly onHookError?: (error: unknown) => void;
  /** Tells what a thrown value means; `classifyStructure` by default. */
  readonly classify?: Classifier;
}

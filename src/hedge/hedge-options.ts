import type { Classification, Classifier } from '../classify/classification.ts';
import type { RetryBudget } from '../retry/budget/retry-budget.ts';
import type { Clock } from '../time/clock.ts';

/** Configures hedging. */
export interface HedgeOptions {
  /**
   * Confirms that calling twice does no harm, as with reads and with writes that carry an idempotency key. There is no
   * default: nobody but the author of the call knows.
   */
  readonly idempotent: true;
  /**
   * How long the calls so far may take before the next one starts, in milliseconds; a good value is the 95th percentile of
   * the duration. A function is asked for each hedge, 1 first; when it returns `NaN` or `Infinity`, none starts.
   */
  readonly delayMs: number | ((hedge: number) => number);
  /** How many calls may start beside the first, from 1 up; 1 by default. */
  readonly maxHedges?: number;
  /** Tells which failures start the next call instead of ending the race; by default those that can pass. */
  readonly nonFatal?: (classification: Classification) => boolean;
  /** Pays for each hedge; share it with the retries of the same service. Without it nothing limits the extra load. */
  readonly budget?: RetryBudget;
  /** Tells what a thrown value means; `classifyStructure` by default. */
  readonly classify?: Classifier;
  /** Times the delay; `systemClock` by default. */
  readonly clock?: Clock;
}

/** Holds the options with every default in place. */
export interface HedgeSettings {
  readonly getDelayMs: (hedge: number) => number;
  readonly maxHedges: number;
  readonly nonFatal: (classification: Classification) => boolean;
  readonly budget: RetryBudget | undefined;
  readonly classify: Classifier;
  readonly clock: Clock;
}

import { checkOption } from '../../pipeline/check-option.ts';
import type { TripCounts } from './trip-policy.ts';

/** Holds the shares at which a window opens the circuit. */
export interface ThresholdOptions {
  /** How many calls the window must hold before any share counts; 10 by default. */
  readonly minimumCalls?: number;
  /** The share of failures, above 0 and up to 1; 0.5 by default. */
  readonly failureRate?: number;
  /** The share of slow calls, above 0 and up to 1; by default slow calls do not count. Needs `slowCallMs`. */
  readonly slowCallRate?: number;
}

/** Holds the thresholds with every default in place. */
export interface Thresholds {
  readonly minimumCalls: number;
  readonly failureRate: number;
  readonly slowCallRate: number | undefined;
}

/**
 * Returns the thresholds of a window.
 *
 * @param policy The name of the trip policy.
 * @param options What the user gave.
 * @param mostCalls How many calls the window can hold.
 * @throws A `ConfigurationError` when one is out of range.
 */
export function completeThresholds(
  policy: string,
  options: ThresholdOptions,
  mostCalls: number = Number.MAX_VALUE,
): Thresholds {
  const share = { upTo: 1 };
  const { minimumCalls = Math.min(10, mostCalls), failureRate = 0.5, slowCallRate } = options;
  checkOption(`${policy}: minimumCalls`, minimumCalls, { from: 1, upTo: mostCalls, whole: true });
  checkOption(`${policy}: failureRate`, failureRate, share);
  if (slowCallRate !== undefined) checkOption(`${policy}: slowCallRate`, slowCallRate, share);
  return { minimumCalls, failureRate, slowCallRate };
}

/** Tells whether what a window has counted is enough to open the circuit. */
export function isReached(
  { minimumCalls, failureRate, slowCallRate = Infinity }: Thresholds,
  counts: TripCounts,
): boolean {
  const { calls, failures, slowCalls } = counts;
  return calls >= minimumCalls && (failures >= failureRate * calls || slowCalls >= slowCallRate * calls);
}

import type { Classification } from '../../classify/classification.ts';

/** Limits the retries of all calls that share it, so that retries cannot multiply the load on a service that fails. */
export interface RetryBudget {
  /**
   * Takes what one retry costs.
   *
   * @param classification What failed: throttling may cost less than a breakdown.
   * @returns Whether the budget had it; otherwise the call gives up with the reason `budget`.
   */
  tryAcquire(classification: Classification): boolean;
  /** Notes a call that succeeded, which pays for retries. */
  onSuccess(): void;
  /** How many tokens are left, for logs and metrics. */
  readonly tokens: number;
}

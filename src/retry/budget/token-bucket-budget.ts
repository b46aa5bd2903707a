import { checkOption } from '../../pipeline/check-option.ts';
import type { RetryBudget } from './retry-budget.ts';

/** Holds the settings of a token bucket. */
export interface TokenBucketBudgetOptions {
  /** How many tokens the full bucket holds; 500 by default. */
  readonly capacity?: number;
  /** What a retry takes; 14 by default. */
  readonly cost?: number;
  /** What a retry takes after the server asked to slow down; 5 by default. */
  readonly throttleCost?: number;
  /** What a success puts back; 1 by default. */
  readonly refund?: number;
}

/**
 * Creates a budget that starts full, pays for retries and fills up with successes alone, as the retry quota of the AWS
 * SDKs does; the default numbers are theirs.
 *
 * @param options Capacity, costs and refund in tokens.
 * @throws A `ConfigurationError` when an option is out of range.
 */
export function tokenBucketBudget(options: TokenBucketBudgetOptions = {}): RetryBudget {
  const { capacity = 500, cost = 14, throttleCost = 5, refund = 1 } = options;
  for (const [name, value] of Object.entries({ capacity, cost, throttleCost, refund })) {
    checkOption(`tokenBucketBudget: ${name}`, value, { from: 0 });
  }
  let tokens = capacity;
  return {
    tryAcquire({ kind }) {
      const price = kind === 'rate_limit' || kind === 'overloaded' ? throttleCost : cost;
      if (price > tokens) return false;
      tokens -= price;
      return true;
    },
    onSuccess() {
      tokens = Math.min(capacity, tokens + refund);
    },
    get tokens() {
      return tokens;
    },
  };
}

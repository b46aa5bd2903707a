import { describeErrorClass } from './describe-error-class.ts';
import type { ResourceDetails } from './resource-error.ts';
import { ResourceError } from './resource-error.ts';

/** Holds what a client may learn from `RateLimitError`. */
export type RateLimitDetails = ResourceDetails & {
  /** How many requests the caller may send in a window. */
  readonly limit?: number;
  /** How long a window is, in seconds. */
  readonly window?: number;
};

/** Holds a limit that a caller exceeded. */
export interface ExceededRate {
  /** How many requests the caller may send in a window. */
  readonly limit: number;
  /** How long a window is, in seconds. */
  readonly windowSeconds: number;
  /** When the next request is welcome, in milliseconds from now; 0 means at once. */
  readonly retryAfterMs?: number | undefined;
}

/** Reports a caller that sent more requests than it may. */
export class RateLimitError extends ResourceError<RateLimitDetails> {
  declare readonly details: RateLimitDetails;

  static {
    describeErrorClass(this, {
      name: 'RateLimitError',
      code: 'RATE_LIMIT_EXCEEDED',
      kind: 'rate_limit',
      status: 429,
      retryable: true,
      title: 'Rate limit exceeded',
    });
  }

  /**
   * Creates the error of one exceeded limit.
   *
   * @param rate The limit, its window in seconds, and when the next request is welcome, in milliseconds.
   */
  static exceeded({ limit, windowSeconds: window, retryAfterMs }: ExceededRate): RateLimitError {
    return new RateLimitError(`Rate limit exceeded: ${limit} requests per ${window}s`, {
      details: { limit, window },
      retryAfterMs,
    });
  }
}

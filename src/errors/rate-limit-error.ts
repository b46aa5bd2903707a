import { describeErrorClass } from './describe-error-class.ts';
import type { OctoLLMErrorOptions } from './octollm-error.ts';
import type { ResourceDetails } from './resource-error.ts';
import { ResourceError } from './resource-error.ts';

/** Holds what a client may learn from `RateLimitError`. */
export type RateLimitDetails = ResourceDetails & { readonly limit?: number; readonly window?: number };

/** Reports a caller that sent more requests than it may. */
export class RateLimitError extends ResourceError {
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

  constructor(message: string, options?: OctoLLMErrorOptions<RateLimitDetails>) {
    super(message, options);
  }

  /**
   * Creates the error of one exceeded limit.
   *
   * @param limit.limit How many requests the caller may send in a window.
   * @param limit.windowSeconds The length of the window in seconds.
   * @param limit.retryAfterMs When the next request is welcome, in milliseconds from now; 0 means at once.
   */
  static exceeded(limit: { limit: number; windowSeconds: number; retryAfterMs?: number }): RateLimitError {
    return new RateLimitError(`Rate limit exceeded: ${limit.limit} requests per ${limit.windowSeconds}s`, {
      details: { limit: limit.limit, window: limit.windowSeconds },
      ...(limit.retryAfterMs === undefined ? {} : { retryAfterMs: limit.retryAfterMs }),
    });
  }
}

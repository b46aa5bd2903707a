import { describeErrorClass } from './describe-error-class.ts';
import type { SystemDetails } from './system-error.ts';
import { SystemError } from './system-error.ts';

/** Holds what a client may learn from `CacheError`. */
export type CacheDetails = SystemDetails & {
  /** The key that could not be read or written. */
  readonly key?: string;
};

/** Reports a cache that could not be read or written; the caller can do without it. */
export class CacheError extends SystemError<CacheDetails> {
  declare readonly details: CacheDetails;

  static {
    describeErrorClass(this, {
      name: 'CacheError',
      code: 'CACHE_ERROR',
      kind: 'unavailable',
      status: 503,
      severity: 'warning',
      retryable: true,
      title: 'The cache is unavailable',
    });
  }
}

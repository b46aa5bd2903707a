import { describeErrorClass } from './describe-error-class.ts';
import type { SystemDetails } from './system-error.ts';
import { SystemError } from './system-error.ts';

/** Holds what a client may learn from `TimeoutError`. */
export type TimeoutDetails = SystemDetails & {
  /** The time limit in milliseconds. */
  readonly timeout_ms?: number;
};

/** Reports an operation that did not end within its time limit. */
export class TimeoutError extends SystemError<TimeoutDetails> {
  declare readonly details: TimeoutDetails;

  static {
    describeErrorClass(this, {
      name: 'TimeoutError',
      code: 'TIMEOUT_ERROR',
      kind: 'timeout',
      status: 504,
      retryable: true,
      title: 'The operation timed out',
    });
  }

  /**
   * Creates the error of one operation.
   *
   * @param operation What took too long.
   * @param timeoutMs Its time limit in milliseconds.
   */
  static after(operation: string, timeoutMs: number): TimeoutError {
    return new TimeoutError(`${operation} timed out after ${timeoutMs} ms`, {
      details: { operation, timeout_ms: timeoutMs },
    });
  }
}

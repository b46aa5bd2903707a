import { describeErrorClass } from './describe-error-class.ts';
import { SystemError } from './system-error.ts';

/** Reports an assumption of our own code that does not hold: a bug. */
export class InternalError extends SystemError {
  static {
    describeErrorClass(this, {
      name: 'InternalError',
      code: 'INTERNAL_ERROR',
      severity: 'critical',
      retryable: false,
      title: 'An internal error occurred',
    });
  }
}

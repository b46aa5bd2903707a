import { describeErrorClass } from './describe-error-class.ts';
import { SystemError } from './system-error.ts';

/** Reports a query, a transaction or a migration that failed. */
export class DatabaseError extends SystemError {
  static {
    describeErrorClass(this, {
      name: 'DatabaseError',
      code: 'DATABASE_ERROR',
      title: 'A database error occurred',
    });
  }

  /**
   * Creates the error of one failed operation; what the driver said stays in the cause.
   *
   * @param operation What was attempted, such as `query`.
   * @param cause The error of the driver.
   */
  static during(operation: string, cause: unknown): DatabaseError {
    return new DatabaseError(`Database ${operation} failed`, { cause, details: { operation } });
  }
}

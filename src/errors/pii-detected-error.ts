import { describeErrorClass } from './describe-error-class.ts';
import type { ValidationDetails } from './validation-error.ts';
import { ValidationError } from './validation-error.ts';

/** Holds what a client may learn from `PiiDetectedError`. */
export type PiiDetectedDetails = ValidationDetails & {
  /** What was found, such as `email`. */
  readonly category?: string;
};

/** Reports input that holds personal data or other content that a filter refuses. */
export class PiiDetectedError extends ValidationError<PiiDetectedDetails> {
  declare readonly details: PiiDetectedDetails;

  static {
    describeErrorClass(this, {
      name: 'PiiDetectedError',
      code: 'PII_DETECTED',
      kind: 'content_filter',
      status: 400,
      title: 'The input contains personal data',
    });
  }

  /**
   * Creates the error of one filter; the pattern goes to the logs only, so that nobody learns how to get around it.
   *
   * @param pattern The name or the text of the pattern that matched.
   * @param category What it found, such as `email`; clients see it.
   */
  static matching(pattern: string, category?: string): PiiDetectedError {
    return new PiiDetectedError(this.title, {
      context: { pattern },
      details: category ? { category } : undefined,
    });
  }
}

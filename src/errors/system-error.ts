import { describeErrorClass } from './describe-error-class.ts';
import { OctoLLMError } from './octollm-error.ts';

/** Holds what a client may learn from `SystemError`. */
export type SystemDetails = {
  /** What was attempted. */
  readonly operation?: string;
};

/** Reports an operation of our own system that failed. */
export class SystemError<Details extends SystemDetails = SystemDetails> extends OctoLLMError<Details> {
  declare readonly details: SystemDetails;

  static {
    describeErrorClass(this, {
      name: 'SystemError',
      code: 'SYSTEM_ERROR',
      kind: 'internal',
      title: 'A system error occurred',
    });
  }
}

import { describeErrorClass } from './describe-error-class.ts';
import type { ResourceDetails } from './resource-error.ts';
import { ResourceError } from './resource-error.ts';

/** Holds what a client may learn from `ContextOverflowError`. */
export type ContextOverflowDetails = ResourceDetails & {
  /** How many tokens the prompt has. */
  readonly used?: number;
  /** How many tokens the model takes. */
  readonly limit?: number;
};

/** Reports a prompt that does not fit into the context window of the model. */
export class ContextOverflowError extends ResourceError<ContextOverflowDetails> {
  declare readonly details: ContextOverflowDetails;

  static {
    describeErrorClass(this, {
      name: 'ContextOverflowError',
      code: 'CONTEXT_OVERFLOW',
      kind: 'context_overflow',
      status: 413,
      retryable: false,
      title: 'The context window is full',
    });
  }

  /**
   * Creates the error of one prompt.
   *
   * @param tokens The two numbers.
   * @param tokens.used How many tokens the prompt has.
   * @param tokens.limit How many the model takes.
   */
  static exceeded(tokens: { used: number; limit: number }): ContextOverflowError {
    return new ContextOverflowError(`The prompt has ${tokens.used} of ${tokens.limit} tokens`, {
      details: tokens,
    });
  }
}

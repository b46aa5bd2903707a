import { toGatewayStatus } from '../http/gateway-status.ts';
import { describeErrorClass } from './describe-error-class.ts';
import type { ExternalDetails } from './external-error.ts';
import { ExternalError } from './external-error.ts';

/** Holds what a client may learn from `LLMAPIError`. */
export type LLMAPIDetails = ExternalDetails & {
  /** Who answered, such as `openai`. */
  readonly provider?: string;
  /** The name of the model, as the provider has it. */
  readonly model?: string;
};

/** Holds what a provider answered. */
export interface LLMAPIFailure {
  /** The HTTP status of its answer; left out when there was none. */
  readonly statusCode?: number | undefined;
  /** What it said, for logs; clients see the title of the class. */
  readonly errorMessage?: string | undefined;
  /** How long it asked us to wait, in milliseconds; 0 means not at all. */
  readonly retryAfterMs?: number | undefined;
  /** The value that was caught, if any. */
  readonly cause?: unknown;
}

/** Reports the API of a language model that failed or answered with nothing usable. */
export class LLMAPIError extends ExternalError<LLMAPIDetails> {
  declare readonly details: LLMAPIDetails;

  static {
    describeErrorClass(this, {
      name: 'LLMAPIError',
      code: 'LLM_API_ERROR',
      title: 'The language model service failed',
    });
  }

  /**
   * Creates the error of one failed call; our status follows from the provider's and never repeats it.
   *
   * @param provider Who answered, such as `openai`.
   * @param failure What the provider answered, and when it wants to be asked again.
   */
  static fromProvider(provider: string, failure: LLMAPIFailure = {}): LLMAPIError {
    const { statusCode, errorMessage = 'no usable answer', ...options } = failure;
    return new LLMAPIError(`${provider} API error: ${errorMessage}`, {
      ...options,
      status: statusCode ? toGatewayStatus(statusCode) : undefined,
      details: { provider, ...(statusCode && { status_code: statusCode }) },
    });
  }
}

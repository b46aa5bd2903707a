import { describeErrorClass } from './describe-error-class.ts';
import type { OctoLLMErrorOptions } from './octollm-error.ts';
import type { ExternalDetails } from './external-error.ts';
import { ExternalError } from './external-error.ts';
import type { UpstreamFailure } from './upstream-failure.ts';
import { describeUpstream } from './upstream-failure.ts';

/** Holds what a client may learn from `LLMAPIError`. */
export type LLMAPIDetails = ExternalDetails & { readonly provider?: string; readonly model?: string };

/** Reports the API of a language model that failed or answered with nothing usable. */
export class LLMAPIError extends ExternalError {
  declare readonly details: LLMAPIDetails;

  static {
    describeErrorClass(this, {
      name: 'LLMAPIError',
      code: 'LLM_API_ERROR',
      title: 'The language model service failed',
    });
  }

  constructor(message: string, options?: OctoLLMErrorOptions<LLMAPIDetails>) {
    super(message, options);
  }

  /**
   * Creates the error of one failed call; our status, the kind and whether to retry follow from the status of the provider.
   *
   * @param provider Who answered, such as `openai`.
   * @param failure What the provider answered, and when it wants to be asked again.
   */
  static fromProvider(provider: string, failure: UpstreamFailure = {}): LLMAPIError {
    const { statusCode, errorMessage } = failure;
    return new LLMAPIError(`${provider} API error: ${errorMessage ?? 'unknown error'}`, {
      ...describeUpstream(failure),
      details: { provider, ...(statusCode === undefined ? {} : { status_code: statusCode }) },
    });
  }
}

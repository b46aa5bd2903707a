import { describeErrorClass } from './describe-error-class.ts';
import { OctoLLMError } from './octollm-error.ts';

/** Holds what a client may learn from `ExternalError`. */
export type ExternalDetails = {
  /** The HTTP status that the service answered with. */
  readonly status_code?: number;
};

/** Reports a service outside our control that failed. */
export class ExternalError<Details extends ExternalDetails = ExternalDetails> extends OctoLLMError<Details> {
  declare readonly details: ExternalDetails;

  static {
    describeErrorClass(this, {
      name: 'ExternalError',
      code: 'EXTERNAL_ERROR',
      kind: 'unavailable',
      status: 502,
      title: 'An external service failed',
    });
  }
}

import { describeErrorClass } from './describe-error-class.ts';
import type { ExternalDetails } from './external-error.ts';
import { ExternalError } from './external-error.ts';

/** Holds what a client may learn from `ThirdPartyAPIError`. */
export type ThirdPartyAPIDetails = ExternalDetails & {
  /** The name of the service, such as its host. */
  readonly service?: string;
};

/** Reports another third-party API that failed, such as payment, mail or storage. */
export class ThirdPartyAPIError extends ExternalError<ThirdPartyAPIDetails> {
  declare readonly details: ThirdPartyAPIDetails;

  static {
    describeErrorClass(this, {
      name: 'ThirdPartyAPIError',
      code: 'THIRD_PARTY_API_ERROR',
      title: 'A third-party service failed',
    });
  }
}

import { describeErrorClass } from './describe-error-class.ts';
import type { SystemDetails } from './system-error.ts';
import { SystemError } from './system-error.ts';

/** Holds what a client may learn from `NetworkError`. */
export type NetworkDetails = SystemDetails & {
  /** The host that could not be reached. */
  readonly host?: string;
};

/** Reports that there is no usable connection. */
export class NetworkError extends SystemError<NetworkDetails> {
  declare readonly details: NetworkDetails;

  static {
    describeErrorClass(this, {
      name: 'NetworkError',
      code: 'NETWORK_ERROR',
      kind: 'transport',
      status: 502,
      title: 'A network error occurred',
    });
  }
}

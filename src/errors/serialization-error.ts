import { describeErrorClass } from './describe-error-class.ts';
import type { SystemDetails } from './system-error.ts';
import { SystemError } from './system-error.ts';

/** Holds what a client may learn from `SerializationError`. */
export type SerializationDetails = SystemDetails & {
  /** The form of the data, such as `json`. */
  readonly format?: string;
};

/** Reports data of our own that could not be parsed, encoded or decoded. */
export class SerializationError extends SystemError<SerializationDetails> {
  declare readonly details: SerializationDetails;

  static {
    describeErrorClass(this, {
      name: 'SerializationError',
      code: 'SERIALIZATION_ERROR',
      kind: 'invalid_response',
      retryable: false,
      title: 'Data could not be read or written',
    });
  }
}

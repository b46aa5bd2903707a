import { describeErrorClass } from '../errors/describe-error-class.ts';
import type { ErrorDetails } from '../errors/octollm-error.ts';
import { OctoLLMError } from '../errors/octollm-error.ts';

/**
 * Reports an error of another process or service whose class is not known here; `code`, `kind` and `details` are those of
 * the original.
 */
export class RemoteError extends OctoLLMError {
  declare readonly details: ErrorDetails;
  /** The name of the original class, such as `TypeError`. */
  declare readonly remoteName: string | undefined;
  /** The stack of the original, where it was sent along. */
  declare readonly remoteStack: string | undefined;

  static {
    describeErrorClass(this, {
      name: 'RemoteError',
      code: 'REMOTE_ERROR',
      status: 502,
      title: 'Another service failed',
    });
  }
}

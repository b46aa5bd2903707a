import { describeErrorClass } from './describe-error-class.ts';
import type { ValidationDetails } from './validation-error.ts';
import { ValidationError } from './validation-error.ts';

/** Holds what a client may learn from `AuthenticationError`. */
export type AuthenticationDetails = ValidationDetails & {
  /** The scheme to authenticate with, such as `Bearer`; a response names it in `WWW-Authenticate`. */
  readonly scheme?: string;
};

/** Reports a caller that did not prove who it is. */
export class AuthenticationError extends ValidationError<AuthenticationDetails> {
  declare readonly details: AuthenticationDetails;

  static {
    describeErrorClass(this, {
      name: 'AuthenticationError',
      code: 'AUTHENTICATION_ERROR',
      kind: 'unauthenticated',
      status: 401,
      title: 'Authentication failed',
    });
  }
}

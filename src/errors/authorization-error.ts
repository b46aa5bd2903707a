import { describeErrorClass } from './describe-error-class.ts';
import type { ValidationDetails } from './validation-error.ts';
import { ValidationError } from './validation-error.ts';

/** Holds what a client may learn from `AuthorizationError`. */
export type AuthorizationDetails = ValidationDetails & {
  /** What the caller may not do. */
  readonly action?: string;
};

/** Reports a caller that is known but may not do this. */
export class AuthorizationError extends ValidationError<AuthorizationDetails> {
  declare readonly details: AuthorizationDetails;

  static {
    describeErrorClass(this, {
      name: 'AuthorizationError',
      code: 'AUTHORIZATION_ERROR',
      kind: 'permission_denied',
      status: 403,
      title: 'Permission denied',
    });
  }
}

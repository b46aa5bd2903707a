import { getErrorMessage } from '../../errors/get-error-message.ts';

/** Carries a thrown value that Hono would not take for an error, as its cause, from `errorsOnly()` to `errorHandler()`. */
export class ThrownValue extends Error {
  override readonly name: string = 'ThrownValue';

  /** Creates the carrier of a value. */
  constructor(thrown: unknown) {
    super(getErrorMessage(thrown), { cause: thrown });
  }
}

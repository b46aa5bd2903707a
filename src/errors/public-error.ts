/** Holds the envelope of an error response, as the standard defines it. */
export interface PublicError {
  /** The code of the error. */
  readonly error: string;
  /** What happened, as far as clients may know. */
  readonly message: string;
  /** Facts by name; empty for a status from 500 up. */
  readonly details: Readonly<Record<string, unknown>>;
  /** How long to wait before trying again, in whole seconds. */
  readonly retry_after?: number;
}

/** Holds the envelope of an error response, as the standard defines it. */
export interface PublicError {
  /** The code of the error. */
  readonly error: string;
  readonly message: string;
  readonly details: Readonly<Record<string, unknown>>;
  /** How long to wait before trying again, in whole seconds. */
  readonly retry_after?: number;
}

interface Source {
  readonly code: string;
  readonly status: number;
  readonly title: string;
  readonly message: string;
  readonly details: Readonly<Record<string, unknown>>;
  readonly retryAfterMs: number | undefined;
}

/** Converts an error to what a client may see: nothing of a status from 500 up but its code, title and waiting time. */
export function toPublicError({ code, status, title, message, details, retryAfterMs }: Source): PublicError {
  const isMasked = !(status < 500);
  const envelope = { error: code, message: isMasked ? title : message || title, details: isMasked ? {} : details };
  const isUsable = retryAfterMs !== undefined && retryAfterMs >= 0 && retryAfterMs < Infinity;
  return isUsable ? { ...envelope, retry_after: Math.ceil(retryAfterMs / 1000) } : envelope;
}

import type { PublicError } from '../errors/public-error.ts';
import type { ErrorResponse, ErrorResponseOptions } from './error-response.ts';
import { formatRetryAfter } from './format-retry-after.ts';
import { getPublicView } from './public-view.ts';
import { createResponseHeaders } from './response-headers.ts';

/** Holds the body of an error response in the form of the standard. */
export interface ErrorEnvelope extends PublicError {
  /** Names this one failure. */
  readonly error_id?: string;
  /** The trace that the request belongs to. */
  readonly trace_id?: string;
}

/**
 * Returns the response that reports a thrown value in the envelope of the standard: `error`, `message`, `details`,
 * `retry_after` in whole seconds. A status from 500 up shows its title only; nothing shows a cause or a stack.
 *
 * @param thrown Any value; hostile ones are a 500.
 * @param options The ids to hand out, and whose fault a foreign status is.
 */
export function toEnvelope(thrown: unknown, options: ErrorResponseOptions = {}): ErrorResponse<ErrorEnvelope> {
  const view = getPublicView(thrown, options);
  const { status, code, message, details, retryAfterMs } = view;
  return {
    status,
    headers: createResponseHeaders(thrown, view, 'application/json; charset=utf-8'),
    body: {
      error: code,
      message,
      details,
      ...(retryAfterMs !== undefined && { retry_after: Number(formatRetryAfter(retryAfterMs)) }),
      ...(options.errorId !== undefined && { error_id: options.errorId }),
      ...(options.traceId !== undefined && { trace_id: options.traceId }),
    },
  };
}

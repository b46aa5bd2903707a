import type { HeadersLike } from './headers.ts';
import type { StatusOptions } from './status-map.ts';
import type { Redactor } from '../serialize/redact.ts';

/** Holds a response that reports an error, ready to be sent by any framework. */
export interface ErrorResponse<Body> {
  /** The HTTP status, from 400 to 599. */
  readonly status: number;
  /** Names in lower case; the content type is among them. */
  readonly headers: Readonly<Record<string, string>>;
  /** What to send as JSON. */
  readonly body: Body;
}

/** Says what a response tells beside the error itself. */
export interface ErrorResponseOptions extends StatusOptions {
  /** Names this one failure, so that a client can ask about it; log the error under the same id. */
  readonly errorId?: string | undefined;
  /** The trace that the request belongs to. */
  readonly traceId?: string | undefined;
  /** Milliseconds since 1970, for a foreign error whose headers hold a date; `Date.now()` by default. */
  readonly nowEpochMs?: number | undefined;
  /** Replaces entries of the details and the message; by default `redactEntry`, which hides secrets. */
  readonly redact?: Redactor | undefined;
}

/** Holds a response that was received, as `fetch` and other clients hand it out once its body is read. */
export interface ReceivedResponse {
  /** The HTTP status. */
  readonly status: number;
  /** The headers, in any form; without them no `Retry-After` is known. */
  readonly headers?: HeadersLike;
  /** The body, as a text or parsed. */
  readonly body?: unknown;
}

import type { OctoLLMError } from '../../errors/octollm-error.ts';
import type { Redactor } from '../../serialize/redact.ts';

/** Tells what became of a request that failed. */
export interface FailedRequest {
  /** The status that reports the failure; 499 when the client left before there was an answer. */
  readonly status: number;
  /** Whether that status reached the client: false when the response had begun, had ended or nobody was there. */
  readonly sent: boolean;
  /** The id of this one failure, which the client was told too. */
  readonly instance: string;
  /** The id of the trace that the request belongs to, where there is one. */
  readonly traceId: string | undefined;
}

/** Holds the settings of the boundary between an application and its clients; `Request` is what the framework hands over. */
export interface BoundaryOptions<Request> {
  /**
   * `envelope` (the default): the standard's `error`, `message`, `details`, `retry_after`. `problem`: problem details
   * (RFC 9457) as `application/problem+json`.
   */
  readonly format?: 'envelope' | 'problem';
  /**
   * Records a failure. It is called once a request, with the thrown value as it is; what it throws or rejects with is
   * dropped, because a broken recorder must not cost the client its answer. By default, failures with a status from 500 up
   * are logged.
   */
  readonly onError?: (error: unknown, request: Request, failure: FailedRequest) => unknown;
  /**
   * Returns the error of the standard that stands for one of yours, such as that of a database driver; `undefined` leaves
   * the value to the adapter. The recorder still gets the original.
   */
  readonly convert?: (error: unknown, request: Request) => OctoLLMError | undefined;
  /**
   * Returns the id of one failure, which is `error_id` in the envelope and, so it has to be a URI, `instance` in problem
   * details; a random `urn:uuid:` by default.
   */
  readonly instance?: (request: Request) => string;
  /** Returns the id of the trace that the request belongs to; none by default. */
  readonly traceId?: (request: Request) => string | undefined;
  /**
   * Whose fault a status on a foreign error is: `service` (the default) never replays the 401 or 429 of an upstream,
   * `client` passes a status from 400 to 499 on. Errors of the framework itself always mean the client.
   */
  readonly attributeTo?: 'client' | 'service';
  /** Replaces entries of the details and the message; by default what looks like a secret is hidden. */
  readonly redact?: Redactor;
  /** Returns the URI of the page that explains an error code, for problem details; `about:blank` by default. */
  readonly getProblemType?: (code: string) => string;
}

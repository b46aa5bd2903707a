import type { CallContext } from '../pipeline/strategy.ts';
import { systemClock } from '../time/system-clock.ts';
import { toAnswerError } from './answer-error.ts';
import type { FailedAnswer } from './failed-answer.ts';
import type { Fetch, OutgoingRequest } from './outgoing-request.ts';
import { describeRequest } from './outgoing-request.ts';
import type { RequestPolicyOptions } from './request-policy.ts';
import { createRequestPolicies } from './request-policy.ts';
import type { ReadResponse } from './send-request.ts';
import { sendRequest } from './send-request.ts';

export type {} from '../platform/web-types.ts';

/** Holds the settings of a resilient `fetch`. */
export interface ResilientFetchOptions extends RequestPolicyOptions {
  /** What sends the requests; by default the `fetch` of the platform. */
  readonly fetch?: Fetch;
  /**
   * Whether the service honours `Idempotency-Key`: then a POST or PATCH without one gets one, the same on every attempt,
   * and may be repeated. `true` makes random UUIDs, a function makes keys of its own. `false` by default, and a key that
   * the caller sets counts in any case.
   */
  readonly idempotencyKeys?: boolean | (() => string);
  /** Returns the error of an answer with a status from 400 up; by default a `ThirdPartyAPIError`. */
  readonly toError?: (answer: FailedAnswer) => unknown;
}

/** Fetches like `fetch`, but rejects unless the answer is a good one, after as many attempts as are worth it. */
export interface ResilientFetch {
  /**
   * Fetches and hands the response over as soon as its headers are there. From then on only the caller's signal ends it:
   * neither the time limits nor further attempts cover the body. Use `read` for that.
   *
   * @param input What `fetch` takes first.
   * @param init What `fetch` takes second; an abort of its signal ends everything at once.
   * @returns The first answer with a status below 400. Rejects with what `toError` returned for the last failed answer, a
   *   `NetworkError` or `TimeoutError` when there was none, a `CircuitOpenError`, or the reason of the signal.
   */
  (input: string | URL | Request, init?: RequestInit): Promise<Response>;
  /**
   * Fetches and reads, such as `read(url, (response) => response.json())`. Reading is part of the attempt: a body that
   * stalls or breaks off is fetched again.
   *
   * @param input What `fetch` takes first.
   * @param read Returns what is wanted of a good answer.
   * @param init What `fetch` takes second; an abort of its signal ends everything at once.
   * @returns What `read` returned; rejects as a plain call does.
   */
  read<T>(input: string | URL | Request, read: ReadResponse<T>, init?: RequestInit): Promise<T>;
}

/**
 * Creates a `fetch` that survives a bad network: a time limit for each attempt and for all of them, retries that honour
 * `Retry-After`, a circuit breaker for each host, and errors of the hierarchy for answers from 400 up.
 *
 * What may have been carried out is repeated only if that does no harm: GET, HEAD, OPTIONS, PUT and DELETE, and whatever
 * carries an `Idempotency-Key`. A body that is a stream is sent once. Before another attempt the connection of the last
 * one is freed. An abort of the caller ends everything at once and rejects with the reason of the signal. An option that
 * is out of range rejects every request with a `ConfigurationError`.
 *
 * @param options Time limits, retries, breakers and errors. Create it once for each service, as its requests share a
 *   budget for retries.
 * @throws A `ConfigurationError` when a limit is out of range.
 */
export function resilientFetch(options: ResilientFetchOptions = {}): ResilientFetch {
  const { fetch = sendByPlatform, toError = toAnswerError, idempotencyKeys = false, clock = systemClock } = options;
  const createKey = idempotencyKeys === true ? () => crypto.randomUUID() : idempotencyKeys || undefined;
  const createPolicy = createRequestPolicies({ ...options, clock });

  const run = async <T>(
    input: string | URL | Request,
    init: RequestInit | undefined,
    read: ReadResponse<T>,
    getSignal: (context: CallContext, request: OutgoingRequest) => AbortSignal,
  ): Promise<T> => {
    const request = describeRequest(input, init, createKey);
    const send = (context: CallContext): Promise<T> =>
      sendRequest(request, read, { fetch, clock, toError }, getSignal(context, request));
    return createPolicy(request).execute(send, { signal: request.signal });
  };
  return Object.assign(
    (input: string | URL | Request, init?: RequestInit) => run(input, init, (response) => response, getLastingSignal),
    {
      read: <T>(input: string | URL | Request, read: ReadResponse<T>, init?: RequestInit) =>
        run(input, init, read, (context) => context.signal),
    },
  );
}

/** Returns a signal for a body that is read when the call has ended, and its context no longer hears of the caller. */
function getLastingSignal(context: CallContext, request: OutgoingRequest): AbortSignal {
  return request.signal ? AbortSignal.any([context.signal, request.signal]) : context.signal;
}

/** Looks the platform up at each request, so that whoever replaces `fetch` later, as tests and tracers do, is heard. */
function sendByPlatform(input: string | URL | Request, init?: RequestInit): Promise<Response> {
  return globalThis.fetch(input, init);
}

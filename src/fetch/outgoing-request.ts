import { redactText } from '../serialize/redact.ts';

export type {} from '../platform/web-types.ts';

/**
 * Stands for what sends a request: the platform's `fetch` or one of the same shape.
 *
 * @param input Where the request goes, or all of it.
 * @param init Method, headers, body and signal.
 */
export type Fetch = (input: string | URL | Request, init?: RequestInit) => Promise<Response>;

/** Holds a request that may be sent several times. */
export interface OutgoingRequest {
  readonly method: string;
  /** Where it goes, for messages: without credentials and query. */
  readonly url: string;
  /** The host and port; empty for a URL that cannot be read. */
  readonly host: string;
  /** Whether sending it twice does no harm. */
  readonly isIdempotent: boolean;
  /** Whether it can be sent twice at all: a stream can be read only once. */
  readonly isRepeatable: boolean;
  /** The caller's signal. */
  readonly signal: AbortSignal | undefined;
  /** Sends it once more. */
  send(fetch: Fetch, signal: AbortSignal): Promise<Response>;
}

/** The methods that RFC 9110 (9.2.2) defines as idempotent, as far as `fetch` can send them. */
const idempotentMethods = ['GET', 'HEAD', 'OPTIONS', 'PUT', 'DELETE'];

/**
 * Describes a request.
 *
 * @param input What `fetch` takes first.
 * @param init What `fetch` takes second.
 * @param createKey Returns an idempotency key for a request that has none and needs one; every attempt sends the same.
 */
export function describeRequest(
  input: string | URL | Request,
  init: RequestInit = {},
  createKey?: () => string,
): OutgoingRequest {
  const request = isRequest(input) ? input : undefined;
  const method = (init.method ?? request?.method ?? 'GET').toUpperCase();
  const headers = new Headers(init.headers ?? request?.headers);
  const isSafeToRepeat = idempotentMethods.includes(method);
  if (!isSafeToRepeat && createKey && !headers.has('idempotency-key')) headers.set('idempotency-key', createKey());

  return {
    method,
    ...locate(request?.url ?? String(input)),
    isIdempotent: isSafeToRepeat || headers.has('idempotency-key'),
    isRepeatable: !isStream(init.body),
    signal: init.signal ?? request?.signal,
    send: (fetch, signal) => fetch(request?.clone() ?? input, { ...init, headers, signal }),
  };
}

function isRequest(input: string | URL | Request): input is Request {
  return typeof input === 'object' && 'clone' in input;
}

function isStream(body: unknown): boolean {
  return typeof body === 'object' && body !== null && ('getReader' in body || Symbol.asyncIterator in body);
}

function locate(href: string): Pick<OutgoingRequest, 'host' | 'url'> {
  try {
    const { host, origin, pathname } = new URL(href, globalThis.location?.href);
    return { host, url: redactText(`${origin}${pathname}`) };
  } catch {
    // expected: `fetch` itself says what is wrong with the URL.
    return { host: '', url: redactText(href) };
  }
}

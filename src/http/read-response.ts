import type { ErrorRegistry, RevivedError } from '../serialize/create-error-registry.ts';
import { createErrorRegistry } from '../serialize/create-error-registry.ts';
import { pickErrorFields } from '../serialize/error-fields.ts';
import { keepEntry } from '../serialize/redact.ts';
import { toPlain } from '../serialize/to-plain.ts';
import type { ReceivedResponse } from './error-response.ts';
import { toGatewayStatus } from './gateway-status.ts';
import { parseRetryAfter } from './parse-retry-after.ts';
import { getStatusPhrase } from './status-phrase.ts';

/** Holds what a body says, whatever its form. */
export interface ReceivedError {
  readonly code: unknown;
  readonly message: unknown;
  readonly details: unknown;
  readonly retryAfterSeconds: unknown;
}

/** Says how a received response is read. */
export interface ReadOptions {
  /**
   * The classes that may come back. A class of the registry keeps the status of the response, so register only what a
   * service of your own sends; every other code gives a `RemoteError`, whose status says that an upstream failed.
   */
  readonly registry?: ErrorRegistry | undefined;
  /** Milliseconds since 1970, for a `Retry-After` that holds a date; `Date.now()` by default. */
  readonly nowEpochMs?: number | undefined;
}

const emptyRegistry = createErrorRegistry([]);

/** Returns the body as an object, parsed if it is a text; a page of a proxy or nothing at all gives an empty one. */
export function readBody({ body }: ReceivedResponse): unknown {
  if (typeof body !== 'string') return body;
  try {
    return JSON.parse(body);
  } catch {
    // expected: proxies and load balancers answer with HTML; the status still tells something.
    return undefined;
  }
}

/** Returns a copy of an object that came in a body; anything else gives an empty one. */
export function readRecord(value: unknown): Readonly<Record<string, unknown>> {
  const { details = {} } = pickErrorFields({ details: toPlain(value, { redact: keepEntry }) });
  return details;
}

/** Builds the error that a response reports. */
export function toReceivedError(
  { status, headers }: ReceivedResponse,
  { code, message, details, retryAfterSeconds }: ReceivedError,
  { registry = emptyRegistry, nowEpochMs = Date.now() }: ReadOptions,
): RevivedError {
  const isKnown = typeof code === 'string' && registry.has(code);
  const hint = parseRetryAfter(headers, { nowEpochMs })?.ms;
  return registry.deserialize({
    code: typeof code === 'string' ? code : undefined,
    message: typeof message === 'string' ? message : `${getStatusPhrase(status)} (${status})`,
    status: isKnown ? status : toGatewayStatus(status),
    details: isKnown ? details : { ...readRecord(details), status_code: status },
    retryAfterMs: hint ?? (isWait(retryAfterSeconds) ? retryAfterSeconds * 1000 : undefined),
  });
}

function isWait(seconds: unknown): seconds is number {
  return typeof seconds === 'number' && seconds >= 0;
}

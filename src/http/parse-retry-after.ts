import type { HeadersLike } from './headers.ts';
import { readHeader } from './headers.ts';
import { parseHttpDate } from './parse-http-date.ts';

/** Holds how long a server asked us to wait. */
export interface RetryAfter {
  /** Milliseconds from now; 0 means at once. */
  readonly ms: number;
  /** The header that says so, such as `retry-after`. */
  readonly source: string;
}

/** Says what the time is, for headers that hold a date. */
export interface RetryAfterOptions {
  /** Milliseconds since 1970, such as `Date.now()`. */
  readonly nowEpochMs: number;
}

/**
 * Returns the wait that a server asked for in `retry-after-ms`, `x-ms-retry-after-ms`, `x-amz-retry-after` or
 * `retry-after`, in this order; `undefined` when it asked for none or wrote something else than a number or a date.
 *
 * Dates count from the `Date` header of the same answer, where it has one, so a clock that is wrong here or there does no
 * harm. A date that has passed means at once. A negative number and a list mean nothing.
 *
 * @param headers The headers of the answer, in any form.
 * @param options What the time is, in milliseconds since 1970.
 */
export function parseRetryAfter(headers: HeadersLike, { nowEpochMs }: RetryAfterOptions): RetryAfter | undefined {
  for (const source of ['retry-after-ms', 'x-ms-retry-after-ms', 'x-amz-retry-after', 'retry-after']) {
    const text = readHeader(headers, source) ?? '';
    const ms = source === 'retry-after' ? parseSecondsOrDate(text, headers, nowEpochMs) : parseNumber(text);
    if (ms !== undefined) return { ms, source };
  }
  return undefined;
}

function parseSecondsOrDate(text: string, headers: HeadersLike, nowEpochMs: number): number | undefined {
  const seconds = parseNumber(text);
  if (seconds !== undefined) return Math.ceil(seconds * 1000);
  const until = parseHttpDate(text, nowEpochMs);
  const sentAt = parseHttpDate(readHeader(headers, 'date') ?? '', nowEpochMs) ?? nowEpochMs;
  return until === undefined ? undefined : Math.max(0, until - sentAt);
}

/** Reads a plain decimal number: `Number` alone takes an empty text for 0, and signs, exponents and `0x` for numbers. */
function parseNumber(text: string): number | undefined {
  return /^\d{1,15}(?:\.\d+)?$/.test(text) ? Number(text) : undefined;
}

import type { HeadersLike } from './headers.ts';
import { readHeader } from './headers.ts';
import type { RetryAfter, RetryAfterOptions } from './parse-retry-after.ts';

/** Limits that providers count apart: the header of the reset, and that of what remains. */
const limits = [
  ['ratelimit-reset', 'ratelimit-remaining'],
  ['x-ratelimit-reset-requests', 'x-ratelimit-remaining-requests'],
  ['x-ratelimit-reset-tokens', 'x-ratelimit-remaining-tokens'],
  ['anthropic-ratelimit-requests-reset', 'anthropic-ratelimit-requests-remaining'],
  ['anthropic-ratelimit-tokens-reset', 'anthropic-ratelimit-tokens-remaining'],
  ['anthropic-ratelimit-input-tokens-reset', 'anthropic-ratelimit-input-tokens-remaining'],
  ['anthropic-ratelimit-output-tokens-reset', 'anthropic-ratelimit-output-tokens-remaining'],
  ['x-ratelimit-reset', 'x-ratelimit-remaining'],
] as const;

/**
 * Returns when a used-up limit is free again, for an answer that refuses a request and has no `Retry-After`, which always
 * wins; `undefined` when no limit is known to be used up.
 *
 * Reads `grpc-retry-pushback-ms`, the `RateLimit` field of the IETF draft, and the resets of providers, written as a
 * duration (`6m0s`), as an RFC 3339 date, as seconds or as a moment since 1970. Of several limits the last to be free counts.
 *
 * @param headers The headers of the answer, in any form.
 * @param options What the time is, in milliseconds since 1970.
 */
export function parseRateLimitReset(headers: HeadersLike, { nowEpochMs }: RetryAfterOptions): RetryAfter | undefined {
  const pushback = readHeader(headers, 'grpc-retry-pushback-ms') ?? '';
  if (/^\d{1,15}$/.test(pushback)) return { ms: Number(pushback), source: 'grpc-retry-pushback-ms' };

  const resets = [{ ms: parseRateLimitField(readHeader(headers, 'ratelimit') ?? ''), source: 'ratelimit' }];
  for (const [source, remaining] of limits) {
    const isUsedUp = Number(readHeader(headers, remaining) ?? 0) === 0;
    if (isUsedUp) resets.push({ ms: parseReset(readHeader(headers, source) ?? '', nowEpochMs), source });
  }
  const known = resets.filter((reset): reset is RetryAfter => reset.ms !== undefined);
  return known.reduce<RetryAfter | undefined>((last, reset) => (last && last.ms >= reset.ms ? last : reset), undefined);
}

/** Reads `"default";r=0;t=30, "daily";r=7;t=3600`: the items with nothing remaining. */
function parseRateLimitField(field: string): number | undefined {
  const items = field.split(',').filter((item) => /;\s*r=0(?:;|$)/.test(item.trim()));
  const seconds = items.flatMap((item) => /;\s*t=(\d{1,12})\s*(?:;|$)/.exec(item)?.[1] ?? []);
  return seconds.length > 0 ? Math.max(...seconds.map(Number)) * 1000 : undefined;
}

function parseReset(text: string, nowEpochMs: number): number | undefined {
  if (/^\d{1,15}(?:\.\d+)?$/.test(text)) return fromNumber(Number(text), nowEpochMs);
  if (/^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(?:\.\d+)?(?:Z|[+-]\d\d:\d\d)$/i.test(text)) {
    const wait = Date.parse(text) - nowEpochMs;
    return Number.isNaN(wait) ? undefined : Math.max(0, wait);
  }
  return parseDuration(text);
}

/** Tells moments from waits: nobody waits for thirty years, and no reset lies that far back. */
function fromNumber(value: number, nowEpochMs: number): number {
  if (value > 1e12) return Math.max(0, value - nowEpochMs);
  return value > 1e9 ? Math.max(0, value * 1000 - nowEpochMs) : Math.ceil(value * 1000);
}

function parseDuration(text: string): number | undefined {
  const form = /^(?:(\d{1,9})d)?(?:(\d{1,9})h)?(?:(\d{1,9})m)?(?:(\d{1,9}(?:\.\d+)?)s)?(?:(\d{1,9}(?:\.\d+)?)ms)?$/;
  const parts = form.exec(text);
  if (!parts || text === '') return undefined;
  const [days = 0, hours = 0, minutes = 0, seconds = 0, milliseconds = 0] = parts
    .slice(1)
    .map((part) => Number(part ?? 0));
  return Math.ceil((((days * 24 + hours) * 60 + minutes) * 60 + seconds) * 1000 + milliseconds);
}

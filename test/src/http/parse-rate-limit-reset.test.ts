import { parseRateLimitReset } from '@octollm/errors/http';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';

import { fuzzRuns } from '../../support/fuzz-runs.ts';

const nowEpochMs = Date.UTC(2026, 10, 21, 12);
const parse = (headers: Record<string, string>): number | undefined => parseRateLimitReset(headers, { nowEpochMs })?.ms;

describe('durations', () => {
  it.each([
    ['1s', 1_000],
    ['6m0s', 360_000],
    ['20ms', 20],
    ['1m30.5s', 90_500],
    ['1h2m3s', 3_723_000],
    ['2d', 172_800_000],
    ['0s', 0],
    ['14d23h45m', 1_295_100_000],
    ['1.25s', 1_250],
    ['2.75ms', 3],
  ])('reads %s', (value, ms) => {
    expect(parse({ 'x-ratelimit-reset-requests': value })).toBe(ms);
  });

  it.each(['', 's', '1x', '-1s', '1s1m', 'soon', '1 s', 'x1s', '1sx'])('ignores %j', (value) => {
    expect(parse({ 'x-ratelimit-reset-requests': value })).toBeUndefined();
  });
});

describe('moments', () => {
  it.each([
    ['RFC 3339', 'anthropic-ratelimit-tokens-reset', '2026-11-21T12:00:30Z', 30_000],
    ['RFC 3339 with a zone', 'anthropic-ratelimit-tokens-reset', '2026-11-21T13:00:30+01:00', 30_000],
    ['a fraction of a second', 'anthropic-ratelimit-tokens-reset', '2026-11-21T12:00:30.250Z', 30_250],
    ['seconds since 1970', 'x-ratelimit-reset', String(nowEpochMs / 1000 + 30), 30_000],
    ['milliseconds since 1970', 'x-ratelimit-reset', String(nowEpochMs + 30_000), 30_000],
    ['seconds from now', 'x-ratelimit-reset', '30', 30_000],
    ['a fraction of seconds from now', 'x-ratelimit-reset', '0.125', 125],
    ['the past', 'x-ratelimit-reset', '1000000001', 0],
  ])('reads %s', (_, name, value, ms) => {
    expect(parse({ [name]: value })).toBe(ms);
  });

  it.each([
    '2026-13-01T00:00:00Z',
    '2026-11-21',
    '21 Nov 2026',
    '2026-11-21T12:00:30Z (UTC)',
    '(at) 2026-11-21T12:00:30Z',
  ])('ignores %s', (value) => {
    expect(parse({ 'anthropic-ratelimit-tokens-reset': value })).toBeUndefined();
  });
});

describe('several limits', () => {
  it('count only when they are used up', () => {
    const headers = {
      'x-ratelimit-remaining-requests': '59',
      'x-ratelimit-reset-requests': '1h0m0s',
      'x-ratelimit-remaining-tokens': '0',
      'x-ratelimit-reset-tokens': '6s',
    };

    expect(parseRateLimitReset(headers, { nowEpochMs })).toEqual({ ms: 6_000, source: 'x-ratelimit-reset-tokens' });
    expect(parse({ ...headers, 'x-ratelimit-remaining-tokens': '7' })).toBeUndefined();
  });

  it.each([
    ['9s', '6s', 9_000, 'x-ratelimit-reset-requests'],
    ['6s', '9s', 9_000, 'x-ratelimit-reset-tokens'],
    ['9s', '9s', 9_000, 'x-ratelimit-reset-requests'],
  ])('wait for the last one: %s for requests, %s for tokens', (requests, tokens, ms, source) => {
    const headers = { 'x-ratelimit-reset-requests': requests, 'x-ratelimit-reset-tokens': tokens };
    expect(parseRateLimitReset(headers, { nowEpochMs })).toEqual({ ms, source });
  });
});

describe('the RateLimit field of the draft', () => {
  it.each([
    ['"default";r=0;t=30', 30_000],
    ['"burst";r=0;t=5, "daily";r=0;t=3600', 3_600_000],
    ['"burst";r=7;t=5, "daily";r=0;t=60', 60_000],
    ['default; r=0; t=30', 30_000],
    ['"default";t=30;r=0', 30_000],
    ['"burst";t=5;r=0 , "daily";t=3600;r=7', 5_000],
  ])('reads %s', (value, ms) => {
    expect(parseRateLimitReset({ RateLimit: value }, { nowEpochMs })).toEqual({ ms, source: 'ratelimit' });
  });

  it.each(['"default";r=50;t=30', '"default";r=0', '"default";r=0;t=-1', 'r=0', '"a";r=05;t=3', '"a";r=0;t=3x'])(
    'ignores %s',
    (value) => {
      expect(parse({ RateLimit: value })).toBeUndefined();
    },
  );
});

it('obeys the push-back of gRPC first, and ignores a negative one, which means never', () => {
  const headers = { 'grpc-retry-pushback-ms': '250', 'x-ratelimit-reset': '9' };
  expect(parseRateLimitReset(headers, { nowEpochMs })).toEqual({ ms: 250, source: 'grpc-retry-pushback-ms' });
  expect(parse({ 'grpc-retry-pushback-ms': '-1' })).toBeUndefined();
  expect(parse({ 'grpc-retry-pushback-ms': '250ms' })).toBeUndefined();
});

it('gives a finite wait from 0 up, or none, whatever a server sends', () => {
  const names = ['ratelimit', 'x-ratelimit-reset', 'x-ratelimit-reset-tokens', 'anthropic-ratelimit-tokens-reset'];
  const values = fc.oneof(fc.string(), fc.stringMatching(/^[\d.dhms:TZ;=rt," -]{0,40}$/));
  fc.assert(
    fc.property(fc.dictionary(fc.constantFrom(...names), values), (headers) => {
      const ms = parse(headers) ?? 0;
      return Number.isFinite(ms) && ms >= 0;
    }),
    { numRuns: fuzzRuns() },
  );
});

import { formatRetryAfter, parseRetryAfter } from '@octollm/errors/http';
import fc from 'fast-check';
import { describe, expect, it, test } from 'vitest';

import { createHostileValues } from '../errors/strangers.ts';
import { fuzzRuns } from '../../support/fuzz-runs.ts';

const nowEpochMs = Date.UTC(2026, 10, 21, 12);
const parse = (value: unknown): number | undefined => parseRetryAfter({ 'retry-after': value }, { nowEpochMs })?.ms;

describe('seconds', () => {
  it.each([
    ['120', 120_000],
    [' 5 ', 5_000],
    ['1.5', 1_500],
    ['0.0001', 1],
    ['00', 0],
  ])('takes %j', (value, ms) => {
    expect(parse(value)).toBe(ms);
  });

  test('P3: 0 is a wait', () => {
    expect(parseRetryAfter({ 'retry-after': '0' }, { nowEpochMs })).toEqual({ ms: 0, source: 'retry-after' });
  });

  it.each([
    '-5',
    '+5',
    '5,',
    '5, 10',
    '1e3',
    '0x10',
    'NaN',
    'Infinity',
    '',
    ' ',
    '5s',
    '.5',
    '5.',
    '1 2',
    '9'.repeat(400),
  ])('ignores %j', (value) => {
    expect(parse(value)).toBeUndefined();
  });
});

describe('dates', () => {
  it.each([
    ['IMF-fixdate', 'Sat, 21 Nov 2026 12:00:30 GMT'],
    ['RFC 850', 'Saturday, 21-Nov-26 12:00:30 GMT'],
    ['old servers, between the two', 'Sat, 21-Nov-2026 12:00:30 GMT'],
    ['asctime, which means UTC', 'Sat Nov 21 12:00:30 2026'],
  ])('takes the form of %s', (_, value) => {
    expect(parse(value)).toBe(30_000);
  });

  it('takes a day of one digit in asctime', () => {
    expect(parseRetryAfter({ 'retry-after': 'Tue Dec  1 12:00:00 2026' }, { nowEpochMs })?.ms).toBe(10 * 86_400_000);
  });

  it('takes a moment that has passed for now', () => {
    expect(parse('Sun, 06 Nov 1994 08:49:37 GMT')).toBe(0);
  });

  it('takes a year of two digits for the past when it would be more than 50 years ahead', () => {
    expect(parse('Sunday, 06-Nov-94 08:49:37 GMT')).toBe(0);
    expect(parse('Sunday, 21-Nov-27 12:00:00 GMT')).toBe(365 * 86_400_000);
    expect(parse('Saturday, 21-Nov-76 12:00:00 GMT')).toBe(Date.UTC(2076, 10, 21, 12) - nowEpochMs);
  });

  it('counts from the Date header of the answer, so a wrong clock does no harm', () => {
    const headers = { date: 'Sat, 21 Nov 2026 15:00:00 GMT', 'retry-after': 'Sat, 21 Nov 2026 15:00:10 GMT' };

    expect(parseRetryAfter(headers, { nowEpochMs })?.ms).toBe(10_000);
    expect(parseRetryAfter({ ...headers, date: 'yesterday' }, { nowEpochMs })?.ms).toBe(3 * 3_600_000 + 10_000);
  });

  it.each([
    '2099-01-01',
    '2026-11-21T12:00:30Z',
    'Sat, 31 Feb 2026 12:00:30 GMT',
    'Sat, 21 Xxx 2026 12:00:30 GMT',
    'Sat, 21 anF 2026 12:00:30 GMT',
    'Sat, 21 Nov 2026 24:00:30 GMT',
    'Sat, 21 Nov 2026 12:60:30 GMT',
    'Sat, 21 Nov 2026 23:59:60 GMT',
    'Sat, 21 Nov 2026 12:00:30 CET',
    'Sat, 21 Nov 2026 12:00:30',
    'Sat, 00 Nov 2026 12:00:30 GMT',
    'xSat, 21 Nov 2026 12:00:30 GMT',
    'Sat, 21 Nov 2026 12:00:30 GMT, 5',
    'tomorrow',
  ])('ignores %s', (value) => {
    expect(parse(value)).toBeUndefined();
  });
});

describe('what other parsers make of a header', () => {
  test('M-Date.parse: it takes a bare number for a year, we never do', () => {
    expect(Number.isNaN(Date.parse('5'))).toBe(false);
    expect(parse('5')).toBe(5_000);
  });

  test('M-parseFloat: it takes a date for a number, we never do', () => {
    expect(parseFloat('2099-01-01')).toBe(2099);
    expect(parse('2099-01-01')).toBeUndefined();
  });

  test('M-Number: it takes an empty text for 0, we never do', () => {
    expect(Number('')).toBe(0);
    expect(parse('')).toBeUndefined();
  });

  test('M-openai: a negative wait is none, and no reason to come back at once', () => {
    expect(parse('-5')).toBeUndefined();
  });
});

describe('headers in milliseconds', () => {
  it('win over seconds, because they are more exact', () => {
    const headers = { 'retry-after': '2', 'retry-after-ms': '1500' };

    expect(parseRetryAfter(headers, { nowEpochMs })).toEqual({ ms: 1500, source: 'retry-after-ms' });
  });

  it.each(['x-ms-retry-after-ms', 'x-amz-retry-after'])('may be called %s', (name) => {
    expect(parseRetryAfter({ [name]: '250' }, { nowEpochMs })).toEqual({ ms: 250, source: name });
  });

  it('leave the word to Retry-After when they make no sense', () => {
    const headers = { 'retry-after': '2', 'retry-after-ms': '-1' };

    expect(parseRetryAfter(headers, { nowEpochMs })).toEqual({ ms: 2000, source: 'retry-after' });
  });
});

describe('headers in every form', () => {
  it('hold texts, numbers or lists, and nothing that only turns into them', () => {
    expect(parse({ toString: () => '5' })).toBeUndefined();
    expect(parse([['5']])).toBe(5_000);
  });

  it.each([
    ['Headers', new Headers({ 'Retry-After': '5' })],
    ['a Map', new Map([['retry-after', '5']])],
    ['an object in any case', { 'RETRY-AFTER': '5' }],
    ['an object of lists', { 'retry-after': ['5'] }],
    ['a number', { 'Retry-After': 5 }],
    ['pairs', [['Retry-After', '5']] as const],
  ])('takes %s', (_, headers) => {
    expect(parseRetryAfter(headers, { nowEpochMs })?.ms).toBe(5000);
  });

  it('ignores two values for one name', () => {
    expect(parseRetryAfter({ 'retry-after': ['5', '10'] }, { nowEpochMs })).toBeUndefined();
    expect(
      parseRetryAfter(
        new Headers([
          ['retry-after', '5'],
          ['retry-after', '10'],
        ]),
        { nowEpochMs },
      ),
    ).toBeUndefined();
  });

  it.each([undefined, null, {}, [], { 'retry-after': {} }, { 'retry-after': null }, { 'retry-after': Symbol('5') }])(
    'finds nothing in %o',
    (headers) => {
      expect(parseRetryAfter(headers, { nowEpochMs })).toBeUndefined();
    },
  );

  it.each([...createHostileValues()])('finds nothing in %s', (_, value) => {
    expect(parseRetryAfter(Object(value), { nowEpochMs })).toBeUndefined();
    expect(parseRetryAfter({ 'retry-after': value }, { nowEpochMs })).toBeUndefined();
  });
});

describe('formatRetryAfter', () => {
  it('rounds up, so that nobody comes back too early', () => {
    expect([0, 1, 1000, 1001, 59_999].map(formatRetryAfter)).toEqual(['0', '1', '1', '2', '60']);
  });

  it('takes a moment that has passed, and no number at all, for now', () => {
    expect([-5, NaN].map(formatRetryAfter)).toEqual(['0', '0']);
  });
});

describe('whatever a server sends', () => {
  it('gives a finite wait from 0 up, or none', () => {
    const texts = fc.oneof(fc.string(), fc.string({ unit: 'binary' }), fc.stringMatching(/^[\d.,eE+:GMT -]{0,40}$/));
    fc.assert(
      fc.property(texts, texts, (value, date) => {
        const ms = parseRetryAfter({ 'retry-after': value, date }, { nowEpochMs })?.ms ?? 0;
        return Number.isFinite(ms) && ms >= 0;
      }),
      { numRuns: fuzzRuns() },
    );
  });

  it('reads back what we write, never earlier and less than a second later', () => {
    fc.assert(
      fc.property(fc.double({ min: 0.001, max: 1e12, noNaN: true }), (ms) => {
        const read = parse(formatRetryAfter(ms)) ?? NaN;
        return read >= ms && read - ms < 1000;
      }),
      { numRuns: fuzzRuns() },
    );
  });

  it('reads back every date that the platform writes', () => {
    const seconds = fc.integer({ min: 0, max: 7_000_000_000 });
    fc.assert(
      fc.property(seconds, (moment) => {
        const value = new Date(nowEpochMs + moment * 1000).toUTCString();
        return parse(value) === moment * 1000;
      }),
      { numRuns: fuzzRuns() },
    );
  });
});

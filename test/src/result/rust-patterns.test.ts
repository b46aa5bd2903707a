import {
  CacheError,
  InvalidInputError,
  NetworkError,
  type OctoLLMError,
  PiiDetectedError,
  RateLimitError,
  SerializationError,
  SystemError,
  TimeoutError,
  wrap,
} from '@octollm/errors/errors';
import {
  context,
  err,
  fromPromise,
  fromThrowable,
  mapErr,
  ok,
  orElse,
  orReturn,
  propagate,
  type Result,
} from '@octollm/errors/result';
import { describe, expect, test } from 'vitest';

type Entries = ReadonlyMap<string, string>;

const getFrom =
  (entries: Entries | 'down') =>
  async (key: string): Promise<Result<string | undefined, CacheError>> =>
    entries === 'down' ? err(new CacheError('The cache does not answer')) : ok(entries.get(key));

describe('pattern 1: propagation, `?` in Rust', () => {
  const detectPii = (input: string): Result<string, PiiDetectedError> =>
    input.includes('@') ? err(PiiDetectedError.matching('.+@.+', 'email')) : ok(input.trim());

  const preprocess = (input: string, calls: { limit: number }, cache: Entries | 'down') =>
    propagate(async function* () {
      const sanitized = yield* orReturn(detectPii(input));
      yield* orReturn(calls.limit-- > 0 ? ok() : err(RateLimitError.exceeded({ limit: 1, windowSeconds: 1 })));
      const cached = yield* orReturn(await getFrom(cache)(sanitized));
      return cached ?? sanitized;
    });

  test('returns the cached text, or the sanitized one', async () => {
    expect(await preprocess(' hello ', { limit: 1 }, new Map([['hello', 'cached']]))).toEqual(ok('cached'));
    expect(await preprocess(' hello ', { limit: 1 }, new Map())).toEqual(ok('hello'));
  });

  test.each([
    ['PII_DETECTED', 'me@example.org', 1, new Map()],
    ['RATE_LIMIT_EXCEEDED', 'hello', 0, new Map()],
    ['CACHE_ERROR', 'hello', 1, 'down'],
  ] as const)('stops with %s', async (code, input, limit, cache) => {
    expect(await preprocess(input, { limit }, cache)).toMatchObject({ error: { code } });
  });
});

describe('pattern 2: conversion with map_err', () => {
  const toNetworkError = (caught: unknown): OctoLLMError =>
    wrap(caught, NetworkError, { message: 'Failed to fetch the page' });

  test('the failure of a library becomes ours, with its cause', async () => {
    const refused = new TypeError('fetch failed');
    const fetched: Result<string, unknown> = await fromPromise(Promise.reject(refused));

    expect(mapErr(fetched, toNetworkError)).toMatchObject({
      error: { code: 'NETWORK_ERROR', status: 502, cause: refused },
    });
  });

  test('in one step', async () => {
    expect(await fromPromise(Promise.reject(new TypeError('fetch failed')), toNetworkError)).toMatchObject({
      error: { code: 'NETWORK_ERROR' },
    });
  });
});

describe('pattern 3: recovery with or_else', () => {
  const getWithFallback = async (key: string, primary: Entries | 'down', secondary: Entries | 'down') =>
    orElse(await getFrom(primary)(key), (first) =>
      getFrom(secondary)(key).then((result) =>
        mapErr(result, (second) => new CacheError(second.message, { cause: new AggregateError([first, second]) })),
      ),
    );

  test('asks the second cache only when the first fails', async () => {
    expect(await getWithFallback('a', new Map([['a', '1']]), 'down')).toEqual(ok('1'));
    expect(await getWithFallback('a', 'down', new Map([['a', '2']]))).toEqual(ok('2'));
  });

  test('R8: when both fail, no error is thrown away', async () => {
    expect(await getWithFallback('a', 'down', 'down')).toMatchObject({
      error: { code: 'CACHE_ERROR', cause: { errors: [{ code: 'CACHE_ERROR' }, { code: 'CACHE_ERROR' }] } },
    });
  });
});

describe('pattern 4: context', () => {
  const processTask = (fetched: Result<string, Error>, executed: Result<string, Error>) =>
    propagate(function* () {
      yield* orReturn(context(fetched, 'Failed to fetch task 7'));
      return yield* orReturn(context(executed, 'Failed to execute task 7'));
    });

  test('names the step that failed', () => {
    const broken = err(new Error('broken'));

    expect(processTask(ok('task'), ok('done'))).toEqual(ok('done'));
    expect(processTask(broken, ok('done'))).toMatchObject({ error: { message: 'Failed to fetch task 7' } });
    expect(processTask(ok('task'), broken)).toMatchObject({ error: { message: 'Failed to execute task 7' } });
  });
});

describe('R7: the errors of the reflex layer tell clients nothing they should not know', () => {
  const driver = new Error('redis://admin:hunter2@10.0.0.7:6379 refused');
  const parse = fromThrowable(
    (text: string): unknown => JSON.parse(text),
    (caught) => new InvalidInputError('The body is not JSON', { cause: caught }),
  );

  test.each([
    ['personal data', PiiDetectedError.matching('/hunter2/'), 400],
    ['a rate limit', RateLimitError.exceeded({ limit: 5, windowSeconds: 1, retryAfterMs: 400 }), 429],
    ['invalid input', new InvalidInputError('The name is missing'), 400],
    ['a cache', wrap(driver, CacheError), 503],
    ['the network', wrap(driver, NetworkError), 502],
    ['a timeout', wrap(driver, TimeoutError), 504],
    ['data of our own', wrap(driver, SerializationError), 500],
    ['anything else', wrap(driver, SystemError), 500],
  ])('%s', (_, error, status) => {
    expect(error.status).toBe(status);
    expect(JSON.stringify(error)).not.toContain('hunter2');
  });

  test('a rate limit says when to come back', () => {
    expect(RateLimitError.exceeded({ limit: 5, windowSeconds: 1, retryAfterMs: 400 }).toJSON().retry_after).toBe(1);
  });

  test('JSON of the client that cannot be read is the fault of the client', () => {
    expect(parse('{')).toMatchObject({ error: { code: 'INVALID_INPUT', status: 400 } });
  });
});

import {
  AuthenticationError,
  CancelledError,
  DatabaseError,
  InvalidInputError,
  OctoLLMError,
  RateLimitError,
  TaskNotFoundError,
  ValidationErrors,
} from '@octollm/errors/errors';
import { toEnvelope } from '@octollm/errors/http';
import createError from 'http-errors';
import { describe, expect, it, test } from 'vitest';

import { loadInOtherRealm } from '../errors/second-copy.ts';
import { createHostileValues } from '../errors/strangers.ts';

const secret = 'hunter2';

describe('the envelope of the standard', () => {
  it('reports an error that the caller can mend', () => {
    expect(toEnvelope(TaskNotFoundError.forTask('7'))).toStrictEqual({
      status: 404,
      headers: { 'content-type': 'application/json; charset=utf-8' },
      body: { error: 'TASK_NOT_FOUND', message: 'Task 7 not found', details: { task_id: '7' } },
    });
  });

  it('tells the wait in the body and in a header', () => {
    const error = RateLimitError.exceeded({ limit: 10, windowSeconds: 60, retryAfterMs: 1_001 });

    expect(toEnvelope(error)).toMatchObject({
      status: 429,
      headers: { 'retry-after': '2' },
      body: { details: { limit: 10, window: 60 }, retry_after: 2 },
    });
  });

  test('P3: a wait of 0 is sent', () => {
    expect(toEnvelope(new RateLimitError('Too many', { retryAfterMs: 0 }))).toMatchObject({
      headers: { 'retry-after': '0' },
      body: { retry_after: 0 },
    });
    expect(toEnvelope(new RateLimitError('Too many')).headers).not.toHaveProperty('retry-after');
  });

  it('answers a surprise as the standard does', () => {
    expect(toEnvelope(new TypeError(secret))).toEqual({
      status: 500,
      headers: { 'content-type': 'application/json; charset=utf-8' },
      body: { error: 'INTERNAL_ERROR', message: 'An internal error occurred', details: {} },
    });
  });

  test('P13: carries the ids under which the failure is logged', () => {
    expect(toEnvelope(new DatabaseError(secret), { errorId: 'e-1', traceId: 't-1' }).body).toEqual({
      error: 'DATABASE_ERROR',
      message: 'A database error occurred',
      details: {},
      error_id: 'e-1',
      trace_id: 't-1',
    });
  });

  it('keeps the list of broken rules', () => {
    const error = ValidationErrors.of([{ field: 'items[0].name', message: 'Required' }]);

    expect(toEnvelope(error)).toMatchObject({
      status: 422,
      body: { details: { errors: [{ field: 'items[0].name', message: 'Required', pointer: '/items/0/name' }] } },
    });
  });
});

describe('401', () => {
  it('names the scheme that the error gives', () => {
    expect(toEnvelope(new AuthenticationError('Bad token', { details: { scheme: 'Bearer' } })).headers).toMatchObject({
      'www-authenticate': 'Bearer',
    });
    expect(toEnvelope(new AuthenticationError('Bad token')).headers).not.toHaveProperty('www-authenticate');
  });

  it('alone asks for credentials', () => {
    const error = new AuthenticationError('Bad token', { status: 403, details: { scheme: 'Bearer' } });

    expect(toEnvelope(error).headers).not.toHaveProperty('www-authenticate');
  });

  it('takes the header that an http-error brings along', () => {
    const error = createError(401, 'Log in', { headers: { 'WWW-Authenticate': 'Basic realm="api"' } });

    expect(toEnvelope(error)).toMatchObject({
      status: 401,
      headers: { 'www-authenticate': 'Basic realm="api"' },
    });
  });

  it('cannot be split into another header', () => {
    const error = new AuthenticationError('Bad token', { details: { scheme: 'Bearer\r\nset-cookie: a=b' } });

    expect(toEnvelope(error).headers).not.toHaveProperty('www-authenticate');
  });
});

describe('P7: nothing of our inside reaches a client', () => {
  it('masks every status from 500 up, by the status of the one error', () => {
    const errors = [
      new DatabaseError(secret, { details: { operation: secret }, cause: new Error(secret) }),
      new InvalidInputError(secret, { status: 503, details: { field: secret } }),
      new OctoLLMError(secret, { status: NaN, details: { secret } }),
      new OctoLLMError(secret, { status: 200, details: { secret } }),
      Object.assign(new Error(secret), { status: 502, expose: true }),
      Object.assign(new Error(secret), { status: 400 }),
    ];

    for (const error of errors) expect(JSON.stringify(toEnvelope(error))).not.toContain(secret);
  });

  it('hides a secret that got into a public text or detail', () => {
    const error = new InvalidInputError(`Bad URL https://u:${secret}@a.example`, {
      details: { field: 'url', received: `password=${secret}` },
    });

    expect(toEnvelope(error).body).toEqual({
      error: 'INVALID_INPUT',
      message: 'Bad URL https://[redacted]@a.example',
      details: { field: 'url', received: 'password=[redacted]' },
    });
  });

  it('takes another redactor', () => {
    const body = toEnvelope(new InvalidInputError('password=x1'), { redact: (value) => value }).body;

    expect(body.message).toBe('password=x1');
  });

  it('sends neither stack nor context nor cause', () => {
    const error = new InvalidInputError('Bad', { context: { secret }, cause: new Error(secret) });

    expect(JSON.stringify(toEnvelope(error))).not.toMatch(/hunter2|at |stack/);
  });
});

describe('a foreign error', () => {
  it('says what it is meant to say when it is exposed', () => {
    expect(toEnvelope(createError(409, 'Edited by somebody else'))).toMatchObject({
      status: 409,
      body: { error: 'CONFLICT', message: 'Edited by somebody else' },
    });
  });

  it('is described by its status alone otherwise', () => {
    const error = Object.assign(new Error(secret), { status: 429 });

    expect(toEnvelope(error, { attributeTo: 'client' })).toMatchObject({
      status: 429,
      body: { error: 'TOO_MANY_REQUESTS', message: 'Too many requests' },
    });
    expect(toEnvelope(error)).toMatchObject({ status: 503, body: { error: 'SERVICE_UNAVAILABLE' } });
  });

  it('passes on the wait that an upstream asked for', () => {
    const nowEpochMs = Date.UTC(2026, 10, 21, 12);
    const error = Object.assign(new Error('x'), {
      status: 429,
      headers: new Headers({ 'retry-after': 'Sat, 21 Nov 2026 12:00:30 GMT' }),
    });

    expect(toEnvelope(error, { nowEpochMs })).toMatchObject({ status: 503, body: { retry_after: 30 } });
    expect(toEnvelope({ response: { status: 503, headers: { 'Retry-After': '7' } } })).toMatchObject({
      status: 503,
      headers: { 'retry-after': '7' },
    });
  });

  it('is a bad request below 500 when its status has no name', () => {
    expect(toEnvelope(createError(418, 'x', { expose: false }), { attributeTo: 'client' }).body).toEqual({
      error: 'BAD_REQUEST',
      message: 'Bad request',
      details: {},
    });
  });

  it('of another copy or realm is no foreign one', async () => {
    const other = await loadInOtherRealm();

    expect(toEnvelope(other.TaskNotFoundError.forTask('7'))).toEqual(toEnvelope(TaskNotFoundError.forTask('7')));
  });

  it('reports a client that went away', () => {
    expect(toEnvelope(new CancelledError('Gone'))).toMatchObject({ status: 499, body: { error: 'CANCELLED' } });
    expect(toEnvelope(AbortSignal.abort().reason)).toMatchObject({
      status: 499,
      body: { error: 'CLIENT_CLOSED_REQUEST' },
    });
  });

  it.each([...createHostileValues()])('is a 500 that can be sent: %s', (_, thrown) => {
    expect(toEnvelope(thrown)).toMatchObject({ status: 500, body: { error: 'INTERNAL_ERROR' } });
    const error = new InvalidInputError('Bad', { details: { field: 'a', received: String(_) }, cause: thrown });
    expect(() => JSON.stringify(toEnvelope(error))).not.toThrow();
  });
});

it('has a message and details, whatever became of those of the error', () => {
  expect(toEnvelope(new InvalidInputError('')).body.message).toBe('Invalid input');
  expect(toEnvelope(Object.assign(new InvalidInputError('Bad'), { details: null })).body.details).toEqual({});
  expect(toEnvelope(Object.assign(new InvalidInputError('Bad'), { details: ['a'] })).body.details).toEqual({});
});

it('tells the wait that our error names, not one in headers that it happens to carry', () => {
  const headers = { 'retry-after': '5' };

  expect(toEnvelope(Object.assign(new RateLimitError('Too many'), { headers })).body).not.toHaveProperty('retry_after');
  expect(toEnvelope({ status: 503, retryAfterMs: '9000', headers }).body.retry_after).toBe(5);
});

it('can send details that JSON cannot', () => {
  const details: Record<string, unknown> = { id: 10n, at: new Date(0) };
  details['self'] = details;
  const error = new OctoLLMError('Bad', { status: 409, details });

  expect(JSON.parse(JSON.stringify(toEnvelope(error).body))).toEqual({
    error: 'UNKNOWN_ERROR',
    message: 'Bad',
    details: { id: '10', at: '1970-01-01T00:00:00.000Z', self: '[circular]' },
  });
});

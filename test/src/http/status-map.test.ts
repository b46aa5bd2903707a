import { catalog } from '@octollm/errors/catalog';
import * as errors from '@octollm/errors/errors';
import { getStatus } from '@octollm/errors/http';
import { describe, expect, it } from 'vitest';

import { loadInOtherRealm } from '../errors/second-copy.ts';
import { createHostileValues } from '../errors/strangers.ts';

describe('P2: the most specific status wins', () => {
  it.each([...catalog])('$name is $status', ({ name, status }) => {
    const error: unknown = Reflect.construct(Object(Reflect.get(errors, name)), ['Failed']);

    expect(getStatus(error)).toBe(status);
  });

  it('reaches what stands below a general parent', () => {
    expect(getStatus(new errors.ValidationError('x'))).toBe(422);
    expect(getStatus(new errors.TaskNotFoundError('x'))).toBe(404);
    expect(getStatus(new errors.AuthenticationError('x'))).toBe(401);
    expect(getStatus(new errors.AuthorizationError('x'))).toBe(403);
  });

  it('takes the status of the one error before that of its class', () => {
    expect(getStatus(new errors.DatabaseError('x', { status: 503 }))).toBe(503);
  });

  it('takes the status of a class of a project', () => {
    class ConflictError extends errors.ValidationError {
      static {
        errors.describeErrorClass(this, { name: 'ConflictError', code: 'CONFLICT', status: 409, title: 'Conflict' });
      }
    }

    expect(getStatus(new ConflictError('x'))).toBe(409);
  });

  it('knows an error of another realm', async () => {
    const other = await loadInOtherRealm();

    expect(getStatus(other.TaskNotFoundError.forTask('7'))).toBe(404);
  });
});

describe('P6: the status of an upstream is never replayed', () => {
  it.each([
    [400, 502],
    [401, 502],
    [403, 502],
    [404, 502],
    [408, 504],
    [425, 503],
    [429, 503],
    [500, 502],
    [502, 502],
    [503, 503],
    [504, 504],
    [524, 504],
    [529, 503],
    [599, 502],
  ])('%i becomes %i', (status, expected) => {
    expect(getStatus(Object.assign(new Error('upstream'), { status }))).toBe(expected);
    expect(getStatus(Object.assign(new Error('upstream'), { statusCode: status }))).toBe(expected);
    expect(getStatus(Object.assign(new Error('upstream'), { response: { status } }))).toBe(expected);
    expect(getStatus(Object.assign(new Error('upstream'), { response: { statusCode: status } }))).toBe(expected);
  });

  it('is replayed when it is the fault of the client', () => {
    const error = Object.assign(new Error('upstream'), { status: 429 });

    expect(getStatus(error, { attributeTo: 'client' })).toBe(429);
    expect(getStatus(error, { attributeTo: 'service' })).toBe(503);
  });

  it('is never replayed from 500 up, whoever is at fault', () => {
    const error = Object.assign(new Error('upstream'), { status: 500 });

    expect(getStatus(error, { attributeTo: 'client' })).toBe(502);
  });

  it('is kept when a framework says that it is meant for the client', () => {
    expect(getStatus(Object.assign(new Error('Unexpected token'), { status: 400, expose: true }))).toBe(400);
    expect(getStatus(Object.assign(new Error('upstream'), { status: 400, expose: false }))).toBe(502);
  });
});

describe('everything else', () => {
  it('is 500', () => {
    for (const thrown of [
      new Error('x'),
      'x',
      undefined,
      null,
      404,
      { status: '404' },
      { status: 200, expose: true },
      { status: 404.5, expose: true },
      { name: 'TimeoutErrors', status: 600 },
    ]) {
      expect(getStatus(thrown)).toBe(500);
    }
  });

  it('is 499 when the client went away and 504 when the platform timed out', () => {
    expect(getStatus(AbortSignal.abort().reason)).toBe(499);
    expect(getStatus(new DOMException('The operation timed out', 'TimeoutError'))).toBe(504);
  });

  it.each([...createHostileValues()])('is 500, without throwing: %s', (_, thrown) => {
    expect(getStatus(thrown)).toBe(500);
  });
});

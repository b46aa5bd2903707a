import {
  AuthenticationError,
  DatabaseError,
  InvalidInputError,
  OctoLLMError,
  RateLimitError,
  TaskNotFoundError,
} from '@octollm/errors/errors';
import { serializeError } from '@octollm/errors/serialize';
import { describe, expect, it, test } from 'vitest';

import { createHostileValues } from '../errors/strangers.ts';

const secret = 'hunter2';

describe('the public view', () => {
  it('holds what a client may see', () => {
    expect(serializeError(TaskNotFoundError.forTask('7'))).toEqual({
      v: 1,
      code: 'TASK_NOT_FOUND',
      kind: 'not_found',
      name: 'TaskNotFoundError',
      message: 'Task 7 not found',
      status: 404,
      severity: 'warning',
      details: { task_id: '7' },
      retryable: false,
    });
  });

  it('keeps a wait of 0', () => {
    expect(serializeError(new RateLimitError('Too many', { retryAfterMs: 0 }))).toMatchObject({ retryAfterMs: 0 });
  });

  it.each([0, 200, 399, NaN])('masks what is no status of an error: %d', (status) => {
    const serialized = serializeError(new DatabaseError(secret, { status, details: { operation: secret } }));

    expect(serialized).toMatchObject({ message: 'A database error occurred' });
    expect(serialized).not.toHaveProperty('details');
  });

  it('masks a status from 500 up, and every foreign error', () => {
    const ours = serializeError(new DatabaseError(secret, { details: { operation: secret }, cause: secret }));
    const foreign = serializeError(Object.assign(new TypeError(secret), { code: secret, status: 400 }));

    expect(ours).toMatchObject({ message: 'A database error occurred' });
    expect(foreign).toEqual({
      v: 1,
      code: 'UNKNOWN_ERROR',
      kind: 'unknown',
      name: 'TypeError',
      message: 'An unknown error occurred',
      foreign: true,
    });
    expect(JSON.stringify([ours, foreign])).not.toContain(secret);
  });

  it('holds neither context nor cause nor stack', () => {
    const error = new InvalidInputError('Bad order', { context: { a: 1 }, cause: new Error('x') });

    for (const name of ['context', 'cause', 'stack', 'errors', 'truncated']) {
      expect(serializeError(error)).not.toHaveProperty(name);
    }
  });
});

describe('the internal view', () => {
  it('holds the causes, each with its stack', () => {
    const cause = Object.assign(new Error('refused'), { code: 'ECONNREFUSED', status: 503 });
    const written = serializeError(DatabaseError.during('query', cause), { internal: true });

    expect(written).toMatchObject({
      message: 'Database query failed',
      details: { operation: 'query' },
      cause: { foreign: true, code: 'ECONNREFUSED', message: 'refused', details: { status_code: 503 } },
    });
    expect(written.stack).toContain('DatabaseError: Database query failed');
    expect(written.cause?.stack).toContain('serialize-error.test.ts');
  });

  it('hides secrets in message, details, context, stack and causes', () => {
    const text = `password=${secret}`;
    const error = new AuthenticationError(text, {
      details: { field: text },
      context: { password: secret, url: `https://u:${secret}@a.example/` },
      cause: new Error(text, { cause: text }),
    });

    expect(JSON.stringify(serializeError(error, { internal: true }))).not.toContain(secret);
  });

  it('takes another redactor', () => {
    const written = serializeError(new InvalidInputError('password=x1'), { internal: true, redact: (value) => value });

    expect(written.message).toBe('password=x1');
  });

  it('holds the errors of an aggregate', () => {
    const written = serializeError(new AggregateError([new InvalidInputError('a'), 'b'], 'Two failed'), {
      internal: true,
    });

    expect(written).toMatchObject({ message: 'Two failed', errors: [{ code: 'INVALID_INPUT' }, { message: 'b' }] });
    expect(written).not.toHaveProperty('truncated');
  });

  it('keeps causes that are no errors', () => {
    const causes = [0, '', false, null, 'text'];

    for (const cause of causes) {
      const written = serializeError(new OctoLLMError('Failed', { cause }), { internal: true });
      expect(written.cause).toMatchObject({ foreign: true, message: String(cause) });
    }
  });
});

describe('limits', () => {
  const chain = (length: number): Error =>
    Array.from({ length }).reduce<Error>(
      (cause, _, index) => new Error(`level ${index}`, { cause }),
      new Error('root'),
    );
  const countCauses = (written: { cause?: unknown }): number =>
    typeof written.cause === 'object' && written.cause !== null ? 1 + countCauses(written.cause) : 0;

  it('cuts causes after eight levels, or where asked, and says so', () => {
    expect(countCauses(serializeError(chain(8), { internal: true }))).toBe(8);
    expect(JSON.stringify(serializeError(chain(8), { internal: true }))).not.toContain('truncated');
    expect(countCauses(serializeError(chain(20), { internal: true }))).toBe(8);
    expect(JSON.stringify(serializeError(chain(20), { internal: true }))).toContain('"truncated":true');
    expect(countCauses(serializeError(chain(20), { internal: true, maxDepth: 2 }))).toBe(2);
  });

  it('writes 32 errors altogether, or as many as asked', () => {
    const many = new AggregateError(Array.from({ length: 50 }, () => new Error('x')));

    expect(serializeError(many, { internal: true })).toMatchObject({ truncated: true });
    expect(serializeError(many, { internal: true }).errors).toHaveLength(31);
    expect(serializeError(many, { internal: true, maxErrors: 4 }).errors).toHaveLength(3);
  });

  test('L17: an error that is its own cause has a JSON form', () => {
    const error = new OctoLLMError('Failed');
    error.cause = error;
    const written = serializeError(error, { internal: true });

    expect(JSON.parse(JSON.stringify(written))).toMatchObject({ message: 'Failed', truncated: true });
    expect(written).not.toHaveProperty('cause');
  });

  it('cuts a cycle over several errors, and through an aggregate', () => {
    const inner = new Error('inner');
    const aggregate = new AggregateError([inner], 'outer');
    inner.cause = aggregate;

    expect(serializeError(aggregate, { internal: true })).toMatchObject({
      errors: [{ message: 'inner', truncated: true }],
    });
  });
});

describe('hostile values', () => {
  it.each([...createHostileValues()])('writes %s', (_, thrown) => {
    for (const value of [thrown, new Error('x', { cause: thrown }), new OctoLLMError('x', { cause: thrown })]) {
      expect(() => JSON.stringify(serializeError(value, { internal: true }))).not.toThrow();
      expect(() => structuredClone(serializeError(value, { internal: true }))).not.toThrow();
    }
  });

  it.each([...createHostileValues()])('writes an error whose fields are %s', (_, value) => {
    const fields = {
      name: value,
      code: value,
      message: value,
      title: value,
      details: value,
      stack: value,
      errors: value,
    };

    for (const error of [new Error('x'), new InvalidInputError('x')]) {
      expect(() => JSON.stringify(serializeError(Object.assign(error, fields), { internal: true }))).not.toThrow();
      expect(() => JSON.stringify(serializeError(error))).not.toThrow();
    }
  });

  it('changes nothing, so a frozen error is fine', () => {
    const error = Object.freeze(new InvalidInputError('Bad', { details: Object.freeze({ field: 'a' }) }));

    expect(serializeError(error, { internal: true })).toMatchObject({ code: 'INVALID_INPUT', details: { field: 'a' } });
  });
});

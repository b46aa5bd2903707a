import {
  DatabaseError,
  InvalidInputError,
  OctoLLMError,
  RateLimitError,
  TaskNotFoundError,
  ValidationErrors,
} from '@octollm/errors/errors';
import { toEnvelope, toProblem } from '@octollm/errors/http';
import { describe, expect, it, test } from 'vitest';

import { createHostileValues } from '../errors/strangers.ts';

describe('P13: problem details of RFC 9457', () => {
  it('report an error that the caller can mend', () => {
    expect(toProblem(TaskNotFoundError.forTask('7'))).toStrictEqual({
      status: 404,
      headers: { 'content-type': 'application/problem+json' },
      body: {
        type: 'about:blank',
        title: 'Task not found',
        status: 404,
        detail: 'Task 7 not found',
        code: 'TASK_NOT_FOUND',
        details: { task_id: '7' },
      },
    });
  });

  it('show the title of a status from 500 up, and the ids to ask about', () => {
    const error = new DatabaseError('hunter2', { details: { operation: 'hunter2' }, cause: new Error('hunter2') });

    expect(toProblem(error, { instance: '/errors/e-1', errorId: 'e-1', traceId: 't-1' }).body).toEqual({
      type: 'about:blank',
      title: 'A database error occurred',
      status: 500,
      instance: '/errors/e-1',
      code: 'DATABASE_ERROR',
      error_id: 'e-1',
      trace_id: 't-1',
    });
  });

  it('take the URIs of types from the service', () => {
    const getType = (code: string): string => `https://errors.example/${code.toLowerCase()}`;

    expect(toProblem(new InvalidInputError('Bad'), { getType }).body.type).toBe('https://errors.example/invalid_input');
  });

  it('tell the wait in the body and in a header', () => {
    expect(toProblem(new RateLimitError('Too many', { retryAfterMs: 0 }))).toMatchObject({
      headers: { 'retry-after': '0' },
      body: { retry_after: 0, detail: 'Too many' },
    });
  });

  it('leave out a detail that only repeats the title', () => {
    expect(toProblem(new InvalidInputError('Invalid input')).body).not.toHaveProperty('detail');
    expect(toProblem(new Error('hunter2')).body).toEqual({
      type: 'about:blank',
      title: 'An internal error occurred',
      status: 500,
      code: 'INTERNAL_ERROR',
    });
  });

  test('L20: never show a stack', () => {
    const error = new InvalidInputError('Bad', { cause: new Error('x'), context: { stack: 'at f (a.ts:1:2)' } });

    expect(JSON.stringify(toProblem(error))).not.toMatch(/stack|\bat /);
  });

  it.each([...createHostileValues()])('can be sent for %s', (_, thrown) => {
    expect(toProblem(thrown)).toMatchObject({ status: 500, body: { code: 'INTERNAL_ERROR' } });
    expect(() => JSON.stringify(toProblem(thrown, { errorId: 'e' }))).not.toThrow();
  });
});

it.each([...createHostileValues()])('can be sent for an error whose fields are %s', (_, value) => {
  const fields = { name: value, code: value, message: value, title: value, details: value };
  const details = { field: value, errors: [value, { message: 'x', pointer: value, field: value }], scheme: value };

  for (const own of [fields, { details }]) {
    const error = Object.assign(new InvalidInputError('x'), own);
    expect(() => JSON.stringify(toProblem(error))).not.toThrow();
    expect(() => JSON.stringify(toEnvelope(error))).not.toThrow();
  }
});

describe('P10: broken rules are listed with 422 and pointers', () => {
  it('each as a detail and a pointer that is a URI fragment', () => {
    const error = ValidationErrors.of([
      { field: 'description', message: 'Required' },
      { field: 'items[0].name', message: 'Too long' },
    ]);

    expect(toProblem(error)).toMatchObject({
      status: 422,
      body: {
        detail: 'Validation failed with 2 errors',
        errors: [
          { detail: 'Required', pointer: '#/description' },
          { detail: 'Too long', pointer: '#/items/0/name' },
        ],
      },
    });
    expect(toProblem(error).body).not.toHaveProperty('details');
  });

  it('one field as one of them', () => {
    expect(toProblem(InvalidInputError.forField('priority', 'Must be positive')).body).toMatchObject({
      status: 400,
      details: { field: 'priority' },
      errors: [{ detail: 'Must be positive', pointer: '#/priority' }],
    });
  });

  it.each([
    ['a b', '#/a%20b'],
    ['é', '#/%C3%A9'],
    ['a/b', '#/a~1b'],
    ['m~n', '#/m~0n'],
    ['\uD800', '#/%EF%BF%BD'],
    ['', '#'],
  ])('writes the field %j as %s', (field, pointer) => {
    expect(toProblem(ValidationErrors.of([{ field, message: 'Wrong' }])).body.errors).toEqual([
      { detail: 'Wrong', pointer },
    ]);
  });

  it('each where its pointer says, else where its field says, else at the whole input', () => {
    const errors = [
      { message: 'Wrong', pointer: '/x', field: 'y' },
      { message: 'Wrong', field: 'a.b' },
      { message: 'Wrong' },
    ];
    const error = new OctoLLMError('Refused', { status: 422, details: { errors } });

    expect(toProblem(error).body.errors?.map(({ pointer }) => pointer)).toEqual(['#/x', '#/a/b', '#']);
  });

  it('leaves other lists that are called errors in the details', () => {
    const error = new OctoLLMError('Some failed', { status: 409, details: { errors: ['a', 'b'] } });

    expect(toProblem(error).body).toMatchObject({ details: { errors: ['a', 'b'] } });
    expect(toProblem(error).body).not.toHaveProperty('errors');
  });
});

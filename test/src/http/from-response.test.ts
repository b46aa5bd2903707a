import {
  DatabaseError,
  InvalidInputError,
  RateLimitError,
  TaskNotFoundError,
  ValidationErrors,
} from '@octollm/errors/errors';
import type { ReceivedResponse } from '@octollm/errors/http';
import { fromEnvelope, fromProblem, toEnvelope, toProblem } from '@octollm/errors/http';
import { createErrorRegistry, RemoteError, standardErrorClasses } from '@octollm/errors/serialize';
import { describe, expect, it, test } from 'vitest';

import { createHostileValues } from '../errors/strangers.ts';

const registry = createErrorRegistry(standardErrorClasses);
const forms = [
  ['envelope', toEnvelope, fromEnvelope],
  ['problem', toProblem, fromProblem],
] as const;

describe.each(forms)('an error that travels as %s', (_, write, read) => {
  const travel = (thrown: unknown): ReturnType<typeof read> => {
    const { status, headers, body } = write(thrown);
    return read({ status, headers, body: JSON.stringify(body) }, { registry });
  };

  it('comes back as what it was', () => {
    const error = travel(TaskNotFoundError.forTask('7'));

    expect(error).toBeInstanceOf(TaskNotFoundError);
    expect(error).toMatchObject({ message: 'Task 7 not found', status: 404, details: { task_id: '7' } });
  });

  it('keeps its wait, 0 included', () => {
    expect(travel(new RateLimitError('Too many', { retryAfterMs: 0 })).retryAfterMs).toBe(0);
    expect(travel(new RateLimitError('Too many', { retryAfterMs: 1 })).retryAfterMs).toBe(1000);
    expect(travel(new RateLimitError('Too many')).retryAfterMs).toBeUndefined();
  });

  it('keeps its broken rules', () => {
    const errors = ValidationErrors.of([
      { field: 'items[0].name', message: 'Required' },
      { field: 'a b~c', message: 'Wrong' },
    ]);

    expect(travel(errors)).toBeInstanceOf(ValidationErrors);
    expect(travel(errors).details).toEqual(errors.details);
    expect(travel(InvalidInputError.forField('name', 'Required')).details).toEqual({ field: 'name' });
  });

  it('keeps its mask', () => {
    expect(travel(new DatabaseError('hunter2'))).toMatchObject({
      name: 'DatabaseError',
      message: 'A database error occurred',
    });
  });

  it('keeps the status that differs from its class', () => {
    expect(travel(new DatabaseError('x', { status: 503 })).status).toBe(503);
  });
});

describe.each(forms)('a stranger that answers with %s', (_, write, read) => {
  const receive = (status: number, thrown: unknown): ReturnType<typeof read> =>
    read({ status, body: write(thrown).body });

  it('gives a RemoteError with its code and details', () => {
    const error = receive(404, TaskNotFoundError.forTask('7'));

    expect(error).toBeInstanceOf(RemoteError);
    expect(error).toMatchObject({
      code: 'TASK_NOT_FOUND',
      message: 'Task 7 not found',
      details: { task_id: '7', status_code: 404 },
    });
  });

  test.each([
    [401, 502],
    [404, 502],
    [429, 503],
    [500, 502],
    [504, 504],
  ])('P6: a %i of an upstream is our %i', (status, expected) => {
    expect(receive(status, new InvalidInputError('Bad')).status).toBe(expected);
    expect(JSON.stringify(write(receive(status, new InvalidInputError('hunter2'))))).not.toContain('hunter2');
  });
});

describe('the wait', () => {
  it('comes from the header first', () => {
    const nowEpochMs = Date.UTC(2026, 10, 21, 12);
    const headers = { 'retry-after': 'Sat, 21 Nov 2026 12:00:30 GMT' };
    const body = { error: 'X', retry_after: 5 };

    expect(fromEnvelope({ status: 503, headers, body }, { nowEpochMs }).retryAfterMs).toBe(30_000);
    expect(fromEnvelope({ status: 503, headers: {}, body }, { nowEpochMs }).retryAfterMs).toBe(5_000);
    expect(fromEnvelope({ status: 503, body: { retry_after: 'soon' } }, { nowEpochMs }).retryAfterMs).toBeUndefined();
  });

  it('may stand in the body alone, 0 included', () => {
    for (const read of [fromEnvelope, fromProblem]) {
      expect(read({ status: 503, body: { retry_after: 5 } }).retryAfterMs).toBe(5_000);
      expect(read({ status: 503, body: { retry_after: 0 } }).retryAfterMs).toBe(0);
    }
  });
});

describe('the details', () => {
  it('come as they were sent: what must not go further is hidden on the way out', () => {
    const details = { token: 'tokens are counted in thousands' };
    expect(fromEnvelope({ status: 400, body: { details } }).details).toEqual({ ...details, status_code: 400 });
  });
});

describe('problem details of others', () => {
  it('need no code, and what is not known is left out', () => {
    const body = { type: 'https://a.example/credit', title: 'No credit', detail: 'Balance is 30', balance: 30 };
    const error = fromProblem({ status: 403, body });

    expect(error).toMatchObject({ code: 'REMOTE_ERROR', message: 'Balance is 30', details: { status_code: 403 } });
    expect(error).not.toHaveProperty('balance');
    expect(fromProblem({ status: 403, body: { title: 'No credit' } }).message).toBe('No credit');
  });

  it('are believed less than the status of the response', () => {
    expect(fromProblem({ status: 503, body: { status: 200 } })).toMatchObject({ status: 503 });
  });

  it.each([
    ['#/a%20b', '/a b', 'a b'],
    ['/a/0', '/a/0', 'a[0]'],
    ['/100%', '/100%', '100%'],
    ['#/100%', '/100%', '100%'],
    ['/a#b', '/a#b', 'a#b'],
    ['/100%#', '/100%#', '100%#'],
    [undefined, '', ''],
  ])('may point to a field with %j', (pointer, expected, field) => {
    const body = { code: 'VALIDATION_ERRORS', errors: [{ detail: 'Wrong', pointer }] };

    expect(fromProblem({ status: 422, body }, { registry }).details).toEqual({
      errors: [{ field, message: 'Wrong', pointer: expected }],
    });
  });

  it('may point to a field and say nothing about it', () => {
    const body = { code: 'VALIDATION_ERRORS', errors: [{ pointer: '#/age' }] };

    expect(fromProblem({ status: 422, body }, { registry }).details).toEqual({
      errors: [{ field: 'age', message: '', pointer: '/age' }],
    });
  });
});

describe('an answer without words', () => {
  it.each([
    [400, 'Bad request'],
    [401, 'Unauthorized'],
    [402, 'Payment required'],
    [403, 'Forbidden'],
    [404, 'Not found'],
    [405, 'Method not allowed'],
    [406, 'Not acceptable'],
    [408, 'Request timeout'],
    [409, 'Conflict'],
    [410, 'Gone'],
    [411, 'Length required'],
    [412, 'Precondition failed'],
    [413, 'Content too large'],
    [414, 'URI too long'],
    [415, 'Unsupported media type'],
    [416, 'Range not satisfiable'],
    [417, 'Expectation failed'],
    [418, 'Bad request'],
    [421, 'Misdirected request'],
    [422, 'Unprocessable content'],
    [423, 'Locked'],
    [424, 'Failed dependency'],
    [425, 'Too early'],
    [426, 'Upgrade required'],
    [428, 'Precondition required'],
    [429, 'Too many requests'],
    [431, 'Request header fields too large'],
    [451, 'Unavailable for legal reasons'],
    [499, 'Client closed request'],
    [500, 'An internal error occurred'],
    [501, 'Not implemented'],
    [502, 'Bad gateway'],
    [503, 'Service unavailable'],
    [504, 'Gateway timeout'],
    [520, 'An internal error occurred'],
  ])('%i reads as RFC 9110 calls it: %s', (status, phrase) => {
    expect(fromEnvelope({ status }).message).toBe(`${phrase} (${status})`);
  });
});

describe('whatever a server sends', () => {
  it.each([
    ['a page of a proxy', '<html>Bad Gateway</html>'],
    ['nothing', undefined],
    ['an empty text', ''],
    ['null', 'null'],
    ['a list', '[1]'],
    ['fields of the wrong type', { error: 7, code: {}, message: [], detail: 1, details: 'x', errors: 'y' }],
    ...createHostileValues(),
  ])('gives an error for %s', (_, body) => {
    for (const read of [fromEnvelope, fromProblem]) {
      const error = read({ status: 503, body }, { registry });
      expect(error).toBeInstanceOf(RemoteError);
      expect(error).toMatchObject({ code: 'REMOTE_ERROR', status: 503, message: 'Service unavailable (503)' });
      expect(error.details).toEqual({ status_code: 503 });
    }
  });

  it.each([...createHostileValues()])('gives an error for a body whose fields are %s', (_, value) => {
    const body = { error: value, code: value, message: value, details: value, errors: [value], retry_after: value };

    for (const read of [fromEnvelope, fromProblem]) {
      expect(read({ status: 503, body })).toBeInstanceOf(RemoteError);
      expect(read({ status: 422, body: { ...body, code: 'VALIDATION_ERRORS' } }, { registry }).message).not.toBe('');
    }
  });

  it('gives no wait that lies in the past', () => {
    expect(fromEnvelope({ status: 503, body: { retry_after: -5 } }).retryAfterMs).toBeUndefined();
  });

  it('gives no status that is no error', () => {
    const response: ReceivedResponse = { status: 200, body: { code: 'TASK_NOT_FOUND' } };

    expect(fromProblem(response).status).toBe(502);
    expect(fromProblem(response, { registry }).status).toBe(404);
  });
});

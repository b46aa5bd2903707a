import vm from 'node:vm';

import { boomify, isBoom } from '@hapi/boom';
import { catalog } from '@octollm/errors/catalog';
import {
  DatabaseError,
  ExternalError,
  getErrorMessage,
  InternalError,
  LLMAPIError,
  OctoLLMError,
  TaskNotFoundError,
  TimeoutError,
  toError,
  ValidationError,
  wrap,
} from '@octollm/errors/errors';
import { getStatus, toEnvelope } from '@octollm/errors/http';
import createError from 'http-errors';
import { describe, expect, test } from 'vitest';

/*
 * What other error libraries do, and what ours does instead. The first expectation of a test shows the peer, so that a test
 * speaks up when the peer has been mended.
 */

describe('P4: names that the platform has as well', () => {
  test('P4: a timeout of the platform is none of ours, yet it has its status', () => {
    const timeout = new DOMException('The operation timed out', 'TimeoutError');

    expect(TimeoutError.isInstance(timeout)).toBe(false);
    expect(getStatus(timeout)).toBe(getStatus(new TimeoutError('Too slow')));
  });

  test('P4: no class of the catalogue shadows a global one', () => {
    expect(catalog.filter(({ name }) => name in globalThis)).toEqual([]);
  });
});

describe('L17: the JSON form is always the same', () => {
  test('L17: however the error was built', () => {
    const original = new Error('Task 7 not found');
    expect(JSON.parse(JSON.stringify(createError(404, 'Task 7 not found')))).toHaveProperty('message');
    expect(JSON.parse(JSON.stringify(createError(404, original)))).not.toHaveProperty('message');

    const built = new TaskNotFoundError('Task 7 not found');
    const wrapped = wrap(original, TaskNotFoundError, { message: 'Task 7 not found' });
    expect(JSON.stringify(wrapped)).toBe(JSON.stringify(built));
    expect(JSON.parse(JSON.stringify(wrapped))).toHaveProperty('message', 'Task 7 not found');
  });

  test('L17: a plain error has none, ours is never empty', () => {
    expect(JSON.stringify(new Error('Failed'))).toBe('{}');
    expect(JSON.parse(JSON.stringify(new OctoLLMError('Failed')))).toHaveProperty('error', 'UNKNOWN_ERROR');
  });
});

describe('L18: errors of another realm are errors', () => {
  const createForeign = (): unknown => vm.runInNewContext('new RangeError("from elsewhere")');

  test('L18: wrapping keeps them as the cause', () => {
    expect(createError(500, createForeign() as Error)).not.toMatchObject({ message: 'from elsewhere' });
    expect(() => boomify(createForeign() as Error)).toThrow();

    const foreign = createForeign();
    expect(wrap(foreign, DatabaseError).cause).toBe(foreign);
    expect(toError(foreign)).toBe(foreign);
    expect(getErrorMessage(foreign)).toBe('from elsewhere');
  });

  test('L18: an error that was wrapped is still found below', () => {
    const error = wrap(new ValidationError('Bad'), InternalError);

    expect(ValidationError.isInstance(error)).toBe(true);
  });
});

describe('L19: the cause', () => {
  test('L19: is the original, which nobody changes', () => {
    const original = new Error('socket closed');
    expect(createError(502, original)).toBe(original);
    expect(original).toHaveProperty('status', 502);

    const untouched = Object.freeze(new Error('socket closed'));
    const wrapped = wrap(untouched, ExternalError);
    expect(wrapped).not.toBe(untouched);
    expect(wrapped.cause).toBe(untouched);
  });

  test('L19: is hidden from for-in and from spreading, as on the platform', () => {
    const error = new DatabaseError('Failed', { cause: new Error('x') });

    expect(Object.keys(error)).not.toContain('cause');
    expect(getErrorMessage(error, { withCauses: true })).toBe('Failed: x');
  });
});

describe('L20: what is inside stays inside', () => {
  test('L20: every status from 500 up is masked, not 500 alone', () => {
    const peer = boomify(new Error('hunter2'), { statusCode: 502 });
    expect(isBoom(peer) && JSON.stringify(peer.output.payload)).toContain('hunter2');

    for (const status of [500, 501, 502, 503, 504, 599]) {
      const error = new ExternalError('hunter2', { status });
      expect(JSON.stringify([error, toEnvelope(error)])).not.toContain('hunter2');
    }
  });

  test('L20: the JSON of a failed call has neither the prompt nor the URL', () => {
    const cause = Object.assign(new Error('Bad request'), {
      url: 'https://api.example.com/v1?key=hunter2',
      requestBodyValues: { messages: [{ content: 'hunter2' }] },
      statusCode: 400,
    });
    expect(JSON.stringify(cause)).toContain('hunter2');

    const error = LLMAPIError.fromProvider('openai', { statusCode: 400, cause });
    expect(JSON.stringify([error, toEnvelope(error), toEnvelope(cause)])).not.toContain('hunter2');
  });

  test('L20: a mask has an id under which the whole failure is logged', () => {
    expect(toEnvelope(new DatabaseError('hunter2'), { errorId: 'e-1' }).body.error_id).toBe('e-1');
  });
});

describe('T6: a general wrapper loses nothing', () => {
  test('T6: what a classifier needs stays within reach', () => {
    const refused = Object.assign(new Error('refused'), { code: 'ECONNREFUSED' });

    expect(wrap(refused, InternalError).cause).toBe(refused);
    expect(wrap(TaskNotFoundError.forTask('7'), InternalError)).toBeInstanceOf(TaskNotFoundError);
  });
});

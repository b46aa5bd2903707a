import { inspect } from 'node:util';
import { CircuitOpenError, DatabaseError, TaskNotFoundError, wrap } from '@octollm/errors/errors';
import { logEvents, recordError, recordOnce } from '@octollm/errors/observe';
import { describe, expect, it, test, vi } from 'vitest';
import { RecordingLogger } from './recording-logger.ts';

/** Records values one after the other and tells which ones were recorded. */
function recordAll(...values: unknown[]): readonly boolean[] {
  return values.map((value) => recordOnce(value, () => undefined));
}

describe('recordOnce', () => {
  it('records a failure the first time only', () => {
    const error = new DatabaseError('Down');

    expect(recordAll(error, error)).toEqual([true, false]);
  });

  it('takes equal errors for different failures', () => {
    expect(recordAll(new DatabaseError('Down'), new DatabaseError('Down'))).toEqual([true, true]);
  });

  it('takes a wrapped failure for the same one', () => {
    const inner = new Error('socket closed');
    const middle = wrap(inner, DatabaseError);
    const outer = new Error('load order', { cause: middle });

    expect(recordAll(inner, middle, outer)).toEqual([true, false, false]);
  });

  it('takes every refusal of a circuit for a failure of its own, though they share a cause', () => {
    const cause = new DatabaseError('Down');
    const refusals = [1, 2].map(() => new CircuitOpenError('Paused', { cause }));

    expect(recordAll(cause, ...refusals, new Error('load', { cause: refusals[0] }))).toEqual([true, true, true, false]);
  });

  it('writes nothing on the error, so that a frozen one is fine', () => {
    const error = Object.freeze(new Error('frozen'));

    expect(recordAll(error, error)).toEqual([true, false]);
    expect(Reflect.ownKeys(error)).toEqual(Reflect.ownKeys(new Error('frozen')));
  });

  it('cannot remember what is no object', () => {
    expect(recordAll('text', 'text', null, undefined)).toEqual([true, true, true, true]);
  });

  it('ends in a cycle of causes', () => {
    const error = new Error('self');
    error.cause = error;

    expect(recordAll(error, error)).toEqual([true, false]);
  });

  it('counts a record that could not be written as none', () => {
    const error = new Error('x');
    const fail = (): never => {
      throw new Error('disk full');
    };

    expect(() => recordOnce(error, fail)).toThrow('disk full');
    expect(recordAll(error)).toEqual([true]);
  });
});

describe('recordError', () => {
  it('writes at the level of the severity, with the causes in words', () => {
    const logger = new RecordingLogger();
    const error = new DatabaseError('load order', { cause: new Error('socket closed') });
    recordError(logger, error, 'request.failed', { path: '/orders' });

    expect(logger.lines).toEqual([
      {
        level: 'error',
        event: 'request.failed',
        fields: { path: '/orders', error: 'load order: socket closed', err: error },
      },
    ]);
  });

  it('gives a console, which prints all that it is given, no secrets', () => {
    const log = vi.spyOn(console, 'error').mockReturnValue(undefined);
    const cause = new Error('GET https://user:hunter2@db.internal failed');
    recordError(console, new DatabaseError('load order', { cause, context: { apiKey: 'hunter2' } }), 'request.failed');
    const failed = { type: 'failed', operation: 'order.load', fields: {}, durationMs: 1, errorType: 'X' } as const;
    logEvents(console)({ ...failed, error: new Error('load order', { cause: new Error(cause.message) }) });

    const written = log.mock.calls;
    log.mockRestore();
    expect(written).toHaveLength(2);
    expect(inspect(written, { depth: null })).not.toContain('hunter2');
    expect(written[0]?.[0]).toMatchObject({
      error: 'load order: GET https://[redacted]@db.internal failed',
      err: { code: 'DATABASE_ERROR', message: 'load order', stack: expect.any(String), cause: { name: 'Error' } },
    });
  });

  test('P9: layers that log what passes make one record', () => {
    const logger = new RecordingLogger();
    const error = TaskNotFoundError.forTask('t-1');

    expect(recordError(logger, error, 'repository.failed')).toBe(true);
    expect(recordError(logger, error, 'service.failed')).toBe(false);
    expect(recordError(logger, new Error('handler', { cause: error }), 'request.failed')).toBe(false);
    expect(logger.events).toEqual(['warn repository.failed']);
  });
});

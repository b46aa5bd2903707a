import {
  ArmUnavailableError,
  DatabaseError,
  describeErrorClass,
  getErrorMessage,
  OctoLLMError,
  SystemError,
  TaskNotFoundError,
} from '@octollm/errors/errors';
import { context, err, type Err, isErr, ok, type Result } from '@octollm/errors/result';
import { describe, expect, expectTypeOf, test } from 'vitest';

import { loadInOtherRealm } from '../errors/second-copy.ts';

function errorOf<E>(result: Result<unknown, E>): E {
  if (isErr(result)) return result.error;
  throw new Error('The result is a success');
}

describe('context', () => {
  test('says what was attempted and keeps the cause', () => {
    const refused = new Error('connection refused');
    const error = errorOf(context(err(refused), 'Failed to fetch task 7'));

    expect(error).toBeInstanceOf(SystemError);
    expect(error.message).toBe('Failed to fetch task 7');
    expect(error.cause).toBe(refused);
  });

  test('leaves a success alone and then builds no message', () => {
    const success: Result<number, Error> = ok(1);

    expect(context(success, () => expect.unreachable())).toBe(success);
  });

  test('takes a function of the error', () => {
    const result = context(err('E42'), (error) => `Failed with ${error}`);

    expect(errorOf(result).message).toBe('Failed with E42');
  });

  test('keeps class, code and status of our own errors', () => {
    const missing = TaskNotFoundError.forTask('7');
    const error = errorOf(context(err(missing), 'Failed to fetch task 7'));

    expect(error).toBeInstanceOf(TaskNotFoundError);
    expect(error).toMatchObject({ name: 'TaskNotFoundError', code: 'TASK_NOT_FOUND', status: 404 });
    expect(error.toJSON()).toEqual({
      error: 'TASK_NOT_FOUND',
      message: 'Failed to fetch task 7',
      details: { task_id: '7' },
    });
    expect(error.cause).toBe(missing);
    expectTypeOf(error).toEqualTypeOf<TaskNotFoundError>();
  });

  test('keeps what the one error knows better than its class', () => {
    const busy = new ArmUnavailableError('No arm', {
      retryAfterMs: 0,
      retryable: false,
      severity: 'critical',
      status: 500,
    });

    expect(errorOf(context(err(busy), 'Failed to plan'))).toMatchObject({
      retryAfterMs: 0,
      retryable: false,
      severity: 'critical',
      status: 500,
    });
  });

  test('leaves it to the cause whether a foreign failure is worth a retry', () => {
    expect(errorOf(context(err(new Error('reset')), 'Failed')).retryable).toBeUndefined();
  });

  test('adds several contexts, the last outermost', () => {
    const inner = context(err(new DatabaseError('Query failed')), 'Failed to fetch task 7');
    const error = errorOf(context(inner, 'Failed to process task 7'));

    expect(getErrorMessage(error, { withCauses: true })).toBe(
      'Failed to process task 7: Failed to fetch task 7: Query failed',
    );
  });

  test('shows its own class and message in the stack', () => {
    const error = errorOf(context(err(new DatabaseError('Query failed')), 'Failed to fetch task 7'));

    expect(error.stack).toMatch(/^DatabaseError: Failed to fetch task 7\n +at /);
  });

  test('does not change the error it wraps, which may be frozen', () => {
    const frozen = Object.freeze(new DatabaseError('Query failed'));

    expect(errorOf(context(err(frozen), 'Failed')).cause).toBe(frozen);
    expect(frozen.message).toBe('Query failed');
  });

  test('runs no constructor of a subclass, which may take anything', () => {
    class QuotaError extends OctoLLMError {
      static {
        describeErrorClass(this, { name: 'QuotaError', code: 'QUOTA', status: 402, title: 'Quota used up' });
      }
      readonly quota: number;
      constructor({ quota }: { quota: number }) {
        super(`Quota of ${quota} used up`);
        this.quota = quota;
      }
    }

    const error = errorOf(context(err(new QuotaError({ quota: 3 })), 'Failed to ask'));
    expect(error).toBeInstanceOf(QuotaError);
    expect(error).toMatchObject({ quota: 3, status: 402, message: 'Failed to ask' });
  });

  test('keeps the class of an error from another realm', async () => {
    const other = await loadInOtherRealm();
    const foreign: Err<OctoLLMError> = err(other.TaskNotFoundError.forTask('7'));

    expect(errorOf(context(foreign, 'Failed'))).toBeInstanceOf(other.TaskNotFoundError);
  });

  test.each([[undefined], [null], ['text'], [new Proxy({}, { get: () => expect.unreachable() })]])(
    'takes whatever was thrown: %#',
    (thrown) => {
      const failure: Result<number, unknown> = err(thrown);
      expect(errorOf(context(failure, 'Failed')).cause).toBe(thrown);
    },
  );
});

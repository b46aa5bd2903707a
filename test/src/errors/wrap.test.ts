import { DatabaseError, InvalidInputError, TaskNotFoundError, ValidationError, wrap } from '@octollm/errors/errors';
import { describe, expect, it } from 'vitest';

import { loadSecondCopy } from './second-copy.ts';
import { createHostileValues } from './strangers.ts';

describe('wrap', () => {
  const driverError = new Error('connection reset');

  it('makes a foreign error the cause of the class asked for', () => {
    const error = wrap(driverError, DatabaseError, { message: 'Could not load order 7' });

    expect(error).toBeInstanceOf(DatabaseError);
    expect(error.message).toBe('Could not load order 7');
    expect(error.cause).toBe(driverError);
  });

  it('passes details, context and the rest on', () => {
    const error = wrap(driverError, DatabaseError, {
      details: { operation: 'query' },
      context: { order: 7 },
      status: 503,
      retryAfterMs: 0,
    });

    expect(error).toMatchObject({
      details: { operation: 'query' },
      context: { order: 7 },
      status: 503,
      retryAfterMs: 0,
    });
  });

  it('says what happened when no message is given', () => {
    expect(wrap(driverError, DatabaseError).message).toBe('A database error occurred: connection reset');
  });

  it('does not put the text of a foreign error where a client reads it', () => {
    expect(wrap(driverError, InvalidInputError).message).toBe('Invalid input');
  });

  it('does not change the foreign error', () => {
    const frozen = Object.freeze(new Error('frozen'));

    expect(wrap(frozen, DatabaseError).cause).toBe(frozen);
  });

  it.each([...createHostileValues()])('takes whatever is thrown: %s', (_, thrown) => {
    expect(wrap(thrown, DatabaseError)).toBeInstanceOf(DatabaseError);
    expect(wrap(thrown, DatabaseError).cause).toBe(thrown);
  });
});

describe('P8: an error of ours is never buried under a general one', () => {
  const loadTask = (id: string): never => {
    try {
      throw TaskNotFoundError.forTask(id);
    } catch (error) {
      throw wrap(error, DatabaseError, { message: 'Could not load the task' });
    }
  };

  it('lets a 404 through the catch-all around it', () => {
    expect(() => loadTask('7')).toThrow(TaskNotFoundError);
  });

  it('returns the very same error', () => {
    const error = new ValidationError('Failed');

    expect(wrap(error, DatabaseError, { message: 'ignored', status: 500 })).toBe(error);
    expect(error.status).toBe(422);
  });

  it('knows the errors of a second installed copy', async () => {
    const copy = await loadSecondCopy();
    const error = copy.TaskNotFoundError.forTask('7');

    expect(wrap(error, DatabaseError)).toBe(error);
  });
});

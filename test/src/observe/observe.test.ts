import { Console } from 'node:console';
import { PassThrough } from 'node:stream';
import { text } from 'node:stream/consumers';
import {
  ArmUnavailableError,
  CancelledError,
  DatabaseError,
  RateLimitError,
  TaskNotFoundError,
} from '@octollm/errors/errors';
import type { ObservedEvent } from '@octollm/errors/observe';
import { createOperation, logEvents, messageFirst, observe, recordError, track } from '@octollm/errors/observe';
import { ManualClock } from '../../../src/testing/manual-clock.ts';
import { describe, expect, it, test } from 'vitest';
import { RecordingLogger } from './recording-logger.ts';

function fail(error: unknown): () => never {
  return () => {
    throw error;
  };
}

describe('observe', () => {
  it('returns what the work returns and tells when it started and ended', async () => {
    const clock = new ManualClock();
    const events: ObservedEvent[] = [];
    const operation = createOperation('task.processing', { observers: [(event) => events.push(event)], clock });
    const value = await observe(
      operation,
      () => {
        clock.skip(25);
        return 'done';
      },
      { task_id: 't-1' },
    );

    expect(value).toBe('done');
    expect(events).toEqual([
      { type: 'started', operation: 'task.processing', fields: { task_id: 't-1' } },
      { type: 'completed', operation: 'task.processing', fields: { task_id: 't-1' }, durationMs: 25 },
    ]);
  });

  it('throws what the work throws, as it is', async () => {
    const error = new DatabaseError('Down');
    const events: ObservedEvent[] = [];
    const operation = createOperation('task.processing', { observers: [(event) => events.push(event)] });

    await expect(observe(operation, fail(error))).rejects.toBe(error);
    await expect(observe(operation, fail(undefined))).rejects.toBeUndefined();
    expect(events.filter(({ type }) => type === 'failed')).toMatchObject([
      { error, errorType: 'DATABASE_ERROR' },
      { error: undefined, errorType: '_OTHER' },
    ]);
  });

  it('keeps the failure when the type of it cannot be read', async () => {
    const events: ObservedEvent[] = [];
    const operation = createOperation('task.processing', {
      observers: [(event) => events.push(event)],
      errorType: fail(new TypeError('bug')),
    });

    await expect(observe(operation, fail(new DatabaseError('Down')))).rejects.toThrow('Down');
    expect(events[1]).toMatchObject({ type: 'failed', errorType: '_OTHER' });
  });

  test('L19: an observer that throws changes nothing and keeps nothing from the others', async () => {
    const logger = new RecordingLogger();
    const reported: unknown[] = [];
    const broken = new Error('disk full');
    const operation = createOperation('task.processing', {
      observers: [fail(broken), logEvents(logger)],
      onObserverError: (error) => {
        reported.push(error);
        throw new Error('and this too');
      },
    });

    await expect(observe(operation, () => 1)).resolves.toBe(1);
    expect(reported).toEqual([broken, broken]);
    expect(logger.events).toEqual(['info task.processing.started', 'info task.processing.completed']);
  });
});

describe('logEvents', () => {
  async function logOf(thrown: unknown): Promise<RecordingLogger> {
    const logger = new RecordingLogger();
    const operation = createOperation('task.processing', { observers: [logEvents(logger)] });
    await expect(observe(operation, fail(thrown))).rejects.toBe(thrown);
    return logger;
  }

  test.each([
    ['warn task.processing.not_found', TaskNotFoundError.forTask('t-1')],
    ['error task.processing.arm_unavailable', new ArmUnavailableError('No arm')],
    ['warn task.processing.rate_limit_exceeded', new RateLimitError('Too many')],
    ['error task.processing.unexpected_error', new TypeError('x is not a function')],
    ['error task.processing.unexpected_error', 'a text'],
    ['debug task.processing.cancelled', new CancelledError('The user left')],
    ['debug task.processing.cancelled', AbortSignal.abort().reason],
    ['fatal task.processing.database_error', new DatabaseError('Corrupt', { severity: 'critical' })],
  ])('the name and level of the standard: %s', async (expected, thrown) => {
    expect((await logOf(thrown)).events).toEqual(['info task.processing.started', expected]);
  });

  test('L19: the record has the error itself, its causes in words, its type and the time it took', async () => {
    const clock = new ManualClock();
    const logger = new RecordingLogger();
    const operation = createOperation('task.processing', { observers: [logEvents(logger)], clock });
    const error = new DatabaseError('load task', { cause: new Error('socket closed') });
    const run = observe(
      operation,
      () => {
        clock.skip(12.4);
        throw error;
      },
      { task_id: 't-1' },
    );
    await expect(run).rejects.toBe(error);

    expect(logger.lines[1]?.fields).toEqual({
      task_id: 't-1',
      duration_ms: 12,
      error_type: 'DATABASE_ERROR',
      error: 'load task: socket closed',
      err: error,
    });
  });

  test('P9: one failure that passes three layers is one record', async () => {
    const logger = new RecordingLogger();
    const observers = [logEvents(logger)];
    const query = createOperation('db.query', { observers });
    const task = createOperation('task.processing', { observers });
    const error = new DatabaseError('Down');
    const run = observe(task, () =>
      observe(query, fail(error)).catch((inner: unknown) => {
        throw new Error('could not load the task', { cause: inner });
      }),
    );
    const failure: unknown = await run.catch((thrown: unknown) => thrown);
    recordError(logger, failure, 'request.failed');

    expect(logger.events).toEqual([
      'info task.processing.started',
      'info db.query.started',
      'error db.query.database_error',
      'debug task.processing.unexpected_error',
    ]);
    expect(logger.lines[3]?.fields).not.toHaveProperty('err');
  });

  test('L20: secrets in messages and in those of causes stay out of the words of the log', async () => {
    const cause = new Error('connect postgres://app:hunter2@db/orders');
    const { lines } = await logOf(new DatabaseError('load task', { cause }));

    expect(lines[1]?.fields['error']).toMatch(/^load task: connect postgres:/);
    expect(lines[1]?.fields['error']).not.toContain('hunter2');
  });

  it('writes critical failures as errors when the logger knows nothing above', () => {
    const lines: unknown[][] = [];
    const write = (...line: unknown[]): void => void lines.push(line);
    const logger = { debug: write, info: write, warn: write, error: (...line: unknown[]) => write('error', ...line) };
    recordError(logger, new DatabaseError('Corrupt', { severity: 'critical' }), 'job.failed');

    expect(lines[0]?.[0]).toBe('error');
  });

  it('fits the console as it is', async () => {
    const stream = new PassThrough();
    logEvents(new Console(stream))({ type: 'started', operation: 'task.processing', fields: { task_id: 't-1' } });
    stream.end();

    expect(await text(stream)).toBe("{ task_id: 't-1' } task.processing.started\n");
  });

  it('hands the event over first to loggers that want it so', () => {
    const lines: unknown[][] = [];
    const write = (...line: unknown[]): number => lines.push(line);
    const emit = logEvents(messageFirst({ debug: write, info: write, warn: write, error: write }));
    emit({ type: 'started', operation: 'task.processing', fields: { task_id: 't-1' } });

    expect(lines).toEqual([['task.processing.started', { task_id: 't-1' }]]);
  });
});

describe('track', () => {
  class Tasks {
    readonly #names = new Map([['t-1', 'Answer']]);

    get(id: string): string {
      const name = this.#names.get(id);
      if (name === undefined) throw TaskNotFoundError.forTask(id);
      return name;
    }
  }

  test('R9: a tracked function keeps its arguments and its this, and is observed at every call', async () => {
    const logger = new RecordingLogger();
    const operation = createOperation('task.lookup', { observers: [logEvents(logger)] });
    const get = track(operation, Tasks.prototype.get, (id) => ({ task_id: id }));
    const tasks = new Tasks();

    expect(await get.call(tasks, 't-1')).toBe('Answer');
    await expect(get.call(tasks, 't-2')).rejects.toMatchObject({ code: 'TASK_NOT_FOUND' });
    expect(logger.lines.map(({ event, fields }) => [event, fields['task_id']])).toEqual([
      ['task.lookup.started', 't-1'],
      ['task.lookup.completed', 't-1'],
      ['task.lookup.started', 't-2'],
      ['task.lookup.not_found', 't-2'],
    ]);
  });

  it('survives fields that cannot be read', async () => {
    const operation = createOperation('task.lookup', { observers: [] });

    await expect(track(operation, () => 1, fail(new TypeError('no id')))()).resolves.toBe(1);
  });
});

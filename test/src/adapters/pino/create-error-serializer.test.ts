import { DatabaseError, RateLimitError, TaskNotFoundError } from '@octollm/errors/errors';
import { createOperation, logEvents, observe, recordError } from '@octollm/errors/observe';
import { createErrorSerializer } from '@octollm/errors/pino';
import type { Logger } from 'pino';
import { pino } from 'pino';
import { describe, expect, it, test } from 'vitest';
import { createHostileValues } from '../../errors/strangers.ts';

type Line = Readonly<Record<string, unknown>> & { readonly err?: Readonly<Record<string, unknown>> };

/** A real pino and the lines that it wrote. */
function createPino(): { readonly logger: Logger; readonly lines: readonly Line[] } {
  const lines: Line[] = [];
  const write = (line: string): void => void lines.push(JSON.parse(line));
  const logger = pino({ level: 'debug', base: null, serializers: { err: createErrorSerializer() } }, { write });
  return { logger, lines };
}

/** Logs one value as `err` and returns what pino wrote of it. */
function logged(err: unknown): Line['err'] {
  const { logger, lines } = createPino();
  logger.error({ err }, 'failed');
  return lines[0]?.err;
}

describe('createErrorSerializer', () => {
  it('logs code, kind, details, context and stack', () => {
    const error = new DatabaseError('load task', { details: { operation: 'select' }, context: { table: 'tasks' } });

    expect(logged(error)).toEqual({
      type: 'DatabaseError',
      code: 'DATABASE_ERROR',
      kind: 'internal',
      message: 'load task',
      status: 500,
      severity: 'error',
      details: { operation: 'select' },
      context: { table: 'tasks' },
      stack: error.stack,
    });
  });

  test('L19: causes and the errors of an aggregate are logged as data', () => {
    const inner = new TypeError('socket closed');
    const aggregate = new AggregateError([inner, new RateLimitError('Too many')], 'both failed', { cause: inner });

    expect(logged(new DatabaseError('load task', { cause: aggregate }))).toMatchObject({
      type: 'DatabaseError',
      cause: {
        type: 'AggregateError',
        message: 'both failed',
        cause: { type: 'TypeError', message: 'socket closed' },
        errors: [{ type: 'TypeError' }, { type: 'RateLimitError', code: 'RATE_LIMIT_EXCEEDED' }],
      },
    });
  });

  test("M-pino: a frozen error is logged, where pino's own serialiser throws", () => {
    const error = Object.freeze(new DatabaseError('frozen'));
    const plain = pino({ base: null }, { write: () => undefined });

    expect(() => plain.error(error)).toThrow(TypeError);
    expect(logged(error)).toMatchObject({ type: 'DatabaseError', message: 'frozen' });
    const { logger, lines } = createPino();
    logger.error(error);
    expect(lines[0]).toMatchObject({ msg: 'frozen', err: { code: 'DATABASE_ERROR' } });
  });

  test('M-pino: nothing is written on the error, not even for a moment', () => {
    const written: PropertyKey[] = [];
    const error = new Proxy(new Error('watched'), {
      set: (target, key, value) => {
        written.push(key);
        return Reflect.set(target, key, value);
      },
    });
    pino({ base: null }, { write: () => undefined }).error({ err: error });
    expect(written).not.toEqual([]);

    written.length = 0;
    expect(logged(error)).toMatchObject({ message: 'watched' });
    expect(written).toEqual([]);
  });

  it('cuts cycles', () => {
    const error = new Error('outer');
    error.cause = new Error('inner', { cause: error });

    expect(logged(error)).toMatchObject({ message: 'outer', cause: { message: 'inner', truncated: true } });
  });

  it('hides secrets wherever they are', () => {
    const cause = new Error('connect postgres://app:hunter2@db/orders');
    const error = new DatabaseError('password=hunter2', {
      cause,
      context: { token: 'hunter2', headers: { authorization: 'Bearer hunter2' } },
    });

    expect(JSON.stringify(logged(error))).not.toContain('hunter2');
  });

  it('hides and cuts what it is told', () => {
    const serialize = createErrorSerializer({
      maxDepth: 1,
      redact: (value, name) => (name === 'table' ? '***' : value),
    });
    const deep = new Error('1', { cause: new Error('2', { cause: new Error('3') }) });

    expect(serialize(deep)).toMatchObject({ cause: { message: '2', truncated: true } });
    expect(serialize(new DatabaseError('x', { context: { table: 'tasks' } }))).toMatchObject({
      context: { table: '***' },
    });
  });

  it('logs what is no error by its words, and nothing as nothing', () => {
    expect(logged('a text')).toMatchObject({ type: 'Error', message: 'a text' });
    expect(logged(0)).toMatchObject({ message: '0' });
    expect(logged(null)).toBeNull();
    expect(logged(undefined)).toBeUndefined();
  });

  it.each([...createHostileValues()])('logs %s', (_, value) => {
    expect(logged(value)).toHaveProperty('message');
  });
});

describe('pino as the logger of operations', () => {
  test('P12: the level is that of the severity', () => {
    const { logger, lines } = createPino();
    const errors = [
      TaskNotFoundError.forTask('t-1'),
      new DatabaseError('Down'),
      new DatabaseError('Corrupt', { severity: 'critical' }),
      AbortSignal.abort().reason as unknown,
    ];
    for (const error of errors) recordError(logger, error, 'request.failed');

    const { warn, error, fatal, debug } = logger.levels.values;
    expect(lines.map(({ level }) => level)).toEqual([warn, error, fatal, debug]);
  });

  it('writes the events of the standard', async () => {
    const { logger, lines } = createPino();
    const operation = createOperation('task.processing', { observers: [logEvents(logger)] });
    await observe(operation, () => 'done', { task_id: 't-1' });

    expect(lines).toMatchObject([
      { msg: 'task.processing.started', task_id: 't-1' },
      { msg: 'task.processing.completed', task_id: 't-1', duration_ms: expect.any(Number) },
    ]);
  });
});

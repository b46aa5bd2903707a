import { CancelledError, DatabaseError, TaskNotFoundError } from '@octollm/errors/errors';
import type { Operation } from '@octollm/errors/observe';
import { createOperation, observe } from '@octollm/errors/observe';
import { telemetryObserver, traceAttempt, traceOperation } from '@octollm/errors/opentelemetry';
import { SpanStatusCode } from '@opentelemetry/api';
import { afterEach, beforeEach, describe, expect, it, test } from 'vitest';
import { ManualClock } from '../../../../src/testing/manual-clock.ts';
import { Telemetry } from './telemetry.ts';

const clock = new ManualClock();
let telemetry: Telemetry;
let task: Operation;

beforeEach(() => {
  telemetry = new Telemetry();
  task = createOperation('task.processing', {
    observers: [telemetryObserver(telemetry)],
    clock,
    onObserverError: (error) => expect.fail(String(error)),
  });
});
afterEach(() => telemetry.stop());

function fail(error: unknown): () => never {
  return () => {
    clock.skip(250);
    throw error;
  };
}

describe('spans', () => {
  it('has neither a status nor an error type when the operation succeeds', async () => {
    expect(await traceOperation(telemetry.tracer, task, () => 'done')).toBe('done');

    expect(telemetry.spans).toMatchObject([{ name: 'task.processing', ended: true, status: { code: 0 } }]);
    expect(telemetry.spans[0]?.attributes).toEqual({});
  });

  it('carries error.type and the title of the class when it fails, and never the message', async () => {
    const error = new DatabaseError('password=hunter2');
    await expect(traceOperation(telemetry.tracer, task, fail(error))).rejects.toBe(error);

    const [span] = telemetry.spans;
    expect(span?.attributes).toEqual({ 'error.type': 'DATABASE_ERROR' });
    expect(span?.status).toEqual({ code: SpanStatusCode.ERROR, message: error.title });
  });

  it('describes no foreign error', async () => {
    await expect(traceOperation(telemetry.tracer, task, fail(new TypeError('secret')))).rejects.toThrow(TypeError);

    expect(telemetry.spans[0]?.status).toEqual({ code: SpanStatusCode.ERROR });
    expect(telemetry.spans[0]?.attributes).toEqual({ 'error.type': 'TypeError' });
  });

  test('P9: exceptions are log records and no events of the span', async () => {
    await expect(traceOperation(telemetry.tracer, task, fail(new DatabaseError('Down')))).rejects.toThrow('Down');

    expect(telemetry.spans[0]?.events).toEqual([]);
    expect(telemetry.logs).toHaveLength(1);
  });

  it('is no error when a later attempt succeeds; each attempt is a child', async () => {
    await traceOperation(telemetry.tracer, task, async () => {
      await traceAttempt(telemetry.tracer, task, 1, fail(new DatabaseError('Down'))).catch((error: unknown) =>
        expect(error).toBeInstanceOf(DatabaseError),
      );
      await traceAttempt(telemetry.tracer, task, 2, () => 'done');
    });

    const [first, second, operation] = telemetry.spans;
    expect(first).toMatchObject({ name: 'task.processing.attempt', attributes: { 'error.type': 'DATABASE_ERROR' } });
    expect(second?.attributes).toEqual({ 'http.request.resend_count': 1 });
    expect(second?.parentSpanContext?.spanId).toBe(operation?.spanContext().spanId);
    expect(operation).toMatchObject({ status: { code: 0 }, attributes: {} });
    expect(telemetry.logs).toEqual([]);
  });
});

describe('log records', () => {
  it('says what the conventions for exceptions say, inside the span', async () => {
    const error = new DatabaseError('load task', { cause: new Error('socket closed') });
    await expect(traceOperation(telemetry.tracer, task, fail(error))).rejects.toBe(error);

    const [record] = telemetry.logs;
    expect(record).toMatchObject({
      eventName: 'exception',
      severityNumber: 17,
      severityText: 'ERROR',
      body: 'task.processing.database_error',
      attributes: {
        'octollm.operation': 'task.processing',
        'error.type': 'DATABASE_ERROR',
        'exception.type': 'DatabaseError',
        'exception.message': 'load task: socket closed',
        'exception.stacktrace': error.stack,
      },
    });
    expect(record?.spanContext?.spanId).toBe(telemetry.spans[0]?.spanContext().spanId);
  });

  it('tells no secrets of messages and stacks', async () => {
    const cause = new Error('connect postgres://app:hunter2@db/orders');
    await expect(observe(task, fail(new DatabaseError('password=hunter2', { cause })))).rejects.toThrow('hunter2');

    expect(JSON.stringify(telemetry.logs[0]?.attributes)).not.toContain('hunter2');
  });

  test('P9: a failure that passes three operations is one record', async () => {
    const run = observe(task, () => observe(task, () => observe(task, fail(new DatabaseError('Down')))));
    await expect(run).rejects.toThrow('Down');

    expect(telemetry.logs).toHaveLength(1);
  });

  test.each([
    ['DEBUG', 5, new CancelledError('The user left')],
    ['WARN', 13, TaskNotFoundError.forTask('t-1')],
    ['ERROR', 17, 'a text'],
    ['FATAL', 21, new DatabaseError('Corrupt', { severity: 'critical' })],
  ])('P12: %s is %i', async (severityText, severityNumber, error) => {
    await expect(observe(task, fail(error))).rejects.toBe(error);

    expect(telemetry.logs).toMatchObject([{ severityText, severityNumber }]);
  });
});

describe('metrics', () => {
  test('R9: every run has a duration, and only a failure has an error type: that of its span', async () => {
    await traceOperation(telemetry.tracer, task, () => clock.skip(1_000));
    await expect(traceOperation(telemetry.tracer, task, fail(new DatabaseError('Down')))).rejects.toThrow('Down');

    expect(await telemetry.readMetric('octollm.operation.duration')).toEqual([
      { attributes: { 'octollm.operation': 'task.processing' }, value: 1 },
      { attributes: { 'octollm.operation': 'task.processing', 'error.type': 'DATABASE_ERROR' }, value: 0.25 },
    ]);
  });

  it('counts attempts and the calls of breakers, and shows their state', async () => {
    const facts = { operation: 'task.processing', fields: {}, error: new Error('x'), errorType: 'Error' };
    task.emit({ type: 'retrying', ...facts, attempt: 1, delayMs: 100 });
    task.emit({ type: 'gave_up', ...facts, attempts: 2, reason: 'attempts' });
    task.emit({ type: 'breaker_called', breaker: 'llm', outcome: 'not_permitted' });
    task.emit({ type: 'breaker_changed', breaker: 'llm', from: 'closed', to: 'open' });

    const attempts = await telemetry.readMetric('octollm.retry.attempts');
    expect(attempts.map(({ attributes }) => attributes['octollm.retry.outcome'])).toEqual(['retried', 'attempts']);
    expect(await telemetry.readMetric('octollm.circuit_breaker.calls')).toMatchObject([
      { attributes: { 'octollm.circuit_breaker.outcome': 'not_permitted' }, value: 1 },
    ]);
    const states = await telemetry.readMetric('octollm.circuit_breaker.state');
    expect(states.map(({ attributes, value }) => [attributes['octollm.circuit_breaker.state'], value])).toEqual([
      ['closed', 0],
      ['open', 1],
    ]);
  });

  it('gives a bounded number of breakers a name', async () => {
    const emit = telemetryObserver({ meter: telemetry.meter, limit: 1 });
    for (const breaker of ['a', 'b', 'c']) {
      emit({ type: 'breaker_called', breaker, outcome: 'success' });
      emit({ type: 'breaker_changed', breaker, from: 'closed', to: 'open' });
    }

    const calls = await telemetry.readMetric('octollm.circuit_breaker.calls');
    expect(calls.map(({ attributes }) => attributes['octollm.circuit_breaker.name'])).toEqual(['a', '_OTHER']);
    expect(await telemetry.readMetric('octollm.circuit_breaker.state')).toHaveLength(2);
  });

  it('records nothing when there is nowhere to record', async () => {
    const silent = createOperation('task.processing', { observers: [telemetryObserver({})] });

    await expect(observe(silent, fail(new DatabaseError('Down')))).rejects.toThrow('Down');
    expect(telemetry.logs).toEqual([]);
  });
});

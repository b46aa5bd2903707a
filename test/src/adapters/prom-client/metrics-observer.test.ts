import { consecutive, createBreaker } from '@octollm/errors/breaker';
import { DatabaseError, TaskNotFoundError } from '@octollm/errors/errors';
import type { Operation } from '@octollm/errors/observe';
import { createOperation, observe, track } from '@octollm/errors/observe';
import { metricsObserver } from '@octollm/errors/prom-client';
import promClient, { Gauge, Registry } from 'prom-client';
import { beforeEach, describe, expect, it, test } from 'vitest';
import { ManualClock } from '../../../../src/testing/manual-clock.ts';

const clock = new ManualClock();
let registry: Registry;

beforeEach(() => {
  registry = new Registry();
});

function createObserved(name: string): Operation {
  return createOperation(name, {
    observers: [metricsObserver(promClient, { component: 'orchestrator', registry })],
    clock,
    onObserverError: (error) => expect.fail(String(error)),
  });
}

function fail(error: unknown): () => never {
  return () => {
    clock.skip(250);
    throw error;
  };
}

/** The lines of one metric without buckets, as Prometheus would scrape them. */
async function scrape(name: string): Promise<readonly string[]> {
  const lines = (await registry.metrics()).split('\n');
  return lines.filter((line) => line.startsWith(name) && !line.includes('_bucket'));
}

describe('the metrics of the standard', () => {
  test('R9: a failure is counted by type and component, with the time it took', async () => {
    await expect(observe(createObserved('task.processing'), fail(new DatabaseError('Down')))).rejects.toThrow('Down');

    expect(await scrape('octollm_error')).toEqual([
      'octollm_errors_total{error_type="DATABASE_ERROR",component="orchestrator"} 1',
      'octollm_error_duration_seconds_sum{error_type="DATABASE_ERROR"} 0.25',
      'octollm_error_duration_seconds_count{error_type="DATABASE_ERROR"} 1',
    ]);
  });

  test('R9: the duration of every run is measured, and only failures have an error type', async () => {
    const operation = createObserved('task.processing');
    await observe(operation, () => clock.skip(1_000));
    await expect(observe(operation, fail(new DatabaseError('Down')))).rejects.toThrow('Down');

    expect(await scrape('octollm_operation_duration_seconds')).toEqual([
      'octollm_operation_duration_seconds_sum{operation="task.processing"} 1',
      'octollm_operation_duration_seconds_count{operation="task.processing"} 1',
      'octollm_operation_duration_seconds_sum{operation="task.processing",error_type="DATABASE_ERROR"} 0.25',
      'octollm_operation_duration_seconds_count{operation="task.processing",error_type="DATABASE_ERROR"} 1',
    ]);
  });

  test('R9: foreign errors are counted as well, and none can make a label', async () => {
    const getTask = track(createObserved('task.lookup'), (id: string) =>
      fail(Object.assign(new Error(id), { name: id }))(),
    );
    for (const id of ['task-1', 'task-2', 'task-3']) await expect(getTask(id)).rejects.toThrow(id);

    expect(await scrape('octollm_errors_total')).toEqual([
      'octollm_errors_total{error_type="_OTHER",component="orchestrator"} 3',
    ]);
  });

  test('P9: a failure that passes two operations is counted once, and lasts in both', async () => {
    const observers = [metricsObserver(promClient, { component: 'orchestrator', registry })];
    const [query, task] = ['db.query', 'task.processing'].map((name) => createOperation(name, { observers, clock }));
    expect.assert(query && task);
    const run = observe(task, () => observe(query, fail(TaskNotFoundError.forTask('t-1'))));
    await expect(run).rejects.toMatchObject({ code: 'TASK_NOT_FOUND' });

    expect(await scrape('octollm_errors_total')).toEqual([
      'octollm_errors_total{error_type="TASK_NOT_FOUND",component="orchestrator"} 1',
    ]);
    expect(await scrape('octollm_operation_duration_seconds_count')).toHaveLength(2);
  });
});

describe('retries and breakers', () => {
  it('counts what was decided after a failed attempt', async () => {
    const { emit } = createObserved('task.processing');
    const facts = { operation: 'task.processing', fields: {}, error: new Error('x'), errorType: 'Error' };
    emit({ type: 'retrying', ...facts, attempt: 1, delayMs: 100 });
    emit({ type: 'retrying', ...facts, attempt: 2, delayMs: 200 });
    emit({ type: 'gave_up', ...facts, attempts: 3, reason: 'attempts' });

    expect(await scrape('octollm_retry_attempts_total')).toEqual([
      'octollm_retry_attempts_total{operation="task.processing",outcome="retried"} 2',
      'octollm_retry_attempts_total{operation="task.processing",outcome="attempts"} 1',
    ]);
  });

  it('shows the state of a breaker and counts its calls', async () => {
    const { emit } = createObserved('task.processing');
    emit({ type: 'breaker_called', breaker: 'llm', outcome: 'failure' });
    emit({ type: 'breaker_changed', breaker: 'llm', from: 'closed', to: 'open' });
    emit({ type: 'breaker_called', breaker: 'llm', outcome: 'not_permitted' });
    emit({ type: 'breaker_changed', breaker: 'llm', from: 'open', to: 'half_open' });

    expect(await scrape('octollm_circuit_breaker')).toEqual([
      'octollm_circuit_breaker_state{name="llm",state="closed"} 0',
      'octollm_circuit_breaker_state{name="llm",state="open"} 0',
      'octollm_circuit_breaker_state{name="llm",state="half_open"} 1',
      'octollm_circuit_breaker_calls_total{name="llm",outcome="failure"} 1',
      'octollm_circuit_breaker_calls_total{name="llm",outcome="not_permitted"} 1',
    ]);
  });

  it('takes the events of a real breaker as they are', async () => {
    const { emit } = createObserved('task.processing');
    const breaker = createBreaker({ name: 'llm', trip: consecutive(2), clock, onEvent: emit });
    for (let call = 0; call < 4; call++) await Promise.allSettled([breaker.execute(fail(new DatabaseError('Down')))]);

    expect(await scrape('octollm_circuit_breaker')).toEqual([
      'octollm_circuit_breaker_state{name="llm",state="closed"} 0',
      'octollm_circuit_breaker_state{name="llm",state="open"} 1',
      'octollm_circuit_breaker_calls_total{name="llm",outcome="failure"} 2',
      'octollm_circuit_breaker_calls_total{name="llm",outcome="not_permitted"} 2',
    ]);
  });

  it('gives a bounded number of breakers and operations a name', async () => {
    const emit = metricsObserver(promClient, { component: 'gateway', registry, limit: 2 });
    for (const breaker of ['a', 'b', 'c', 'd']) {
      emit({ type: 'breaker_called', breaker, outcome: 'success' });
      emit({ type: 'breaker_changed', breaker, from: 'closed', to: 'open' });
      emit({ type: 'completed', operation: breaker, fields: {}, durationMs: 1 });
    }

    expect(await scrape('octollm_circuit_breaker_calls_total')).toContain(
      'octollm_circuit_breaker_calls_total{name="_OTHER",outcome="success"} 2',
    );
    expect((await scrape('octollm_circuit_breaker_state')).join()).not.toContain('_OTHER');
    expect(await scrape('octollm_operation_duration_seconds_count')).toHaveLength(3);
  });
});

describe('registration', () => {
  it('uses what is registered already', async () => {
    for (let time = 0; time < 3; time++) {
      await observe(createObserved('task.processing'), () => undefined);
    }

    expect(await scrape('octollm_operation_duration_seconds_count')).toEqual([
      'octollm_operation_duration_seconds_count{operation="task.processing"} 3',
    ]);
  });

  it('lives in the registry of the module by default', () => {
    metricsObserver(promClient, { component: 'x', prefix: 'by_default' });

    expect(promClient.register.getSingleMetric('by_default_errors_total')).toBeDefined();
    promClient.register.clear();
  });

  it('refuses a name that a metric of another type has', () => {
    new Gauge({ name: 'octollm_error_duration_seconds', help: 'x', registers: [registry] });

    expect(() => createObserved('x')).toThrow(expect.objectContaining({ code: 'CONFIGURATION_ERROR' }));
  });
});

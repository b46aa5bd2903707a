import { NetworkError, TaskNotFoundError } from '@octollm/errors/errors';
import { createOperation, logEvents, observe, retryHooks } from '@octollm/errors/observe';
import { constant, retry } from '@octollm/errors/retry';
import { describe, expect, it } from 'vitest';
import { ManualClock } from '../../../src/testing/manual-clock.ts';
import { RecordingLogger } from './recording-logger.ts';

/** Runs an operation whose attempts end as listed, and returns what was logged. */
async function logOf(...attempts: unknown[]): Promise<RecordingLogger> {
  const clock = new ManualClock();
  const logger = new RecordingLogger();
  const task = createOperation('task.processing', { observers: [logEvents(logger)], clock });
  const fields = { task_id: 't-1' };
  const attempt = (): unknown => {
    const next = attempts.shift();
    if (next instanceof Error) throw next;
    return next;
  };
  const options = { clock, idempotent: true, backoff: constant(100), ...retryHooks(task, fields) };
  const run = observe(task, () => retry(attempt, options), fields);
  await Promise.allSettled([run, clock.runAll()]);
  return logger;
}

describe('retryHooks', () => {
  it('says nothing when the first attempt succeeds', async () => {
    expect((await logOf('done')).events).toEqual(['info task.processing.started', 'info task.processing.completed']);
  });

  it('makes a failure that was retried a warning, and the operation no failure', async () => {
    const { events, lines } = await logOf(new NetworkError('Down', { retryable: true }), 'done');

    expect(events).toEqual([
      'info task.processing.started',
      'warn task.processing.retrying',
      'info task.processing.completed',
    ]);
    expect(lines[1]?.fields).toEqual({
      task_id: 't-1',
      attempt: 1,
      delay_ms: 100,
      error_type: 'NETWORK_ERROR',
      error: 'Down',
    });
  });

  it('tells why it gave up, and records the failure once', async () => {
    const down = new NetworkError('Down', { retryable: true });
    const { events, lines } = await logOf(down, down, down);

    expect(events).toEqual([
      'info task.processing.started',
      'warn task.processing.retrying',
      'warn task.processing.retrying',
      'warn task.processing.gave_up',
      'error task.processing.network_error',
    ]);
    expect(lines[3]?.fields).toMatchObject({ attempts: 3, reason: 'attempts' });
  });

  it('counts the attempts that began when somebody ends the wait', async () => {
    const clock = new ManualClock();
    const logger = new RecordingLogger();
    const task = createOperation('task.processing', { observers: [logEvents(logger)], clock });
    const controller = new AbortController();
    const fail = (): never => {
      throw new NetworkError('Down', { retryable: true });
    };
    const { signal } = controller;
    const run = retry(fail, { clock, signal, idempotent: true, ...retryHooks(task) });
    await clock.advance(0);
    controller.abort();
    await Promise.allSettled([run]);

    expect(logger.events).toEqual(['warn task.processing.retrying', 'debug task.processing.gave_up']);
    expect(logger.lines[1]?.fields).toMatchObject({ attempts: 1, reason: 'aborted' });
  });

  it('warns of a policy that has a bug', async () => {
    const logger = new RecordingLogger();
    const task = createOperation('task.processing', { observers: [logEvents(logger)] });
    const classify = (): never => {
      throw new Error('a bug');
    };
    await Promise.allSettled([
      retry(() => Promise.reject(new NetworkError('Down')), { classify, ...retryHooks(task) }),
    ]);

    expect(logger.events).toEqual(['warn task.processing.gave_up']);
    expect(logger.lines[0]?.fields).toMatchObject({ attempts: 1, reason: 'policy_failed' });
  });

  it('makes little of a failure that was not worth a second attempt', async () => {
    expect((await logOf(TaskNotFoundError.forTask('t-1'))).events).toEqual([
      'info task.processing.started',
      'debug task.processing.gave_up',
      'warn task.processing.not_found',
    ]);
  });
});

import { constant, retry, type RetryOptions } from '@octollm/errors/retry';
import { failTimes, ManualClock } from '@octollm/errors/testing';
import { describe, expect, test } from 'vitest';

import { answered, refused } from './failures.ts';
import { runOut } from './run-out.ts';

async function callTwice(options: RetryOptions): Promise<PromiseSettledResult<unknown>> {
  const clock = new ManualClock();
  const twice = failTimes(() => 'answer', { times: 1, error: refused });
  return runOut(clock, retry(twice, { clock, backoff: constant(10), ...options }));
}

describe('onRetry and onGiveUp', () => {
  test('hear what failed, what it means and what follows', async () => {
    const clock = new ManualClock();
    const errors = [refused(), answered(404)];
    const [first, second] = errors;
    const heard: unknown[] = [];
    const call = retry(
      () => {
        throw errors.shift();
      },
      { clock, backoff: constant(10), onRetry: (event) => heard.push(event), onGiveUp: (event) => heard.push(event) },
    );
    await runOut(clock, call);

    expect(heard).toMatchObject([
      { attempt: 1, error: first, delayMs: 10, classification: { kind: 'transport', code: 'ECONNREFUSED' } },
      { attempt: 2, error: second, reason: 'not_retryable', classification: { kind: 'not_found', status: 404 } },
    ]);
  });

  test('are called before the wait begins', async () => {
    const clock = new ManualClock();
    const timersAtRetry: number[] = [];
    const twice = failTimes(() => 1, { times: 1, error: refused });
    await runOut(clock, retry(twice, { clock, onRetry: () => timersAtRetry.push(clock.pendingTimers) }));

    expect(timersAtRetry).toEqual([0]);
  });

  test('stay silent when the first call succeeds', async () => {
    const silent = (): never => expect.unreachable();

    await expect(retry(() => 1, { onRetry: silent, onGiveUp: silent })).resolves.toBe(1);
  });
});

describe('a hook that throws', () => {
  const bug = new Error('a bug in the hook');
  const throwing = (): never => {
    throw bug;
  };

  test('does not change the outcome', async () => {
    expect(await callTwice({ onRetry: throwing })).toEqual({ status: 'fulfilled', value: 'answer' });

    const last = answered(404);
    await expect(retry(() => Promise.reject(last), { onGiveUp: throwing })).rejects.toBe(last);
  });

  test('is reported', async () => {
    const reported: unknown[] = [];
    await callTwice({ onRetry: throwing, onHookError: (error) => reported.push(error) });

    expect(reported).toEqual([bug]);
  });

  test('is reported when its promise rejects, and nothing waits for it', async () => {
    const reported: unknown[] = [];
    const onRetry = (): Promise<never> => Promise.reject(bug);

    expect(await callTwice({ onRetry, onHookError: (error) => reported.push(error) })).toMatchObject({
      value: 'answer',
    });
    expect(reported).toEqual([bug]);
  });

  test('cannot do harm through its reporter either', async () => {
    expect(await callTwice({ onRetry: throwing, onHookError: throwing })).toMatchObject({ value: 'answer' });
  });
});

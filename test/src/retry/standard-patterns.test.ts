import { classify } from '@octollm/errors/classify';
import { LLMAPIError } from '@octollm/errors/errors';
import { exponential, retry, type RetryOptions } from '@octollm/errors/retry';
import { failTimes, ManualClock } from '@octollm/errors/testing';
import { expect, test } from 'vitest';

import { answered, refused } from './failures.ts';
import { runOut } from './run-out.ts';

test('Python retry: base delay 1 s, doubled up to 60 s, at least half of it, then the answer', async () => {
  const clock = new ManualClock();
  const waits: number[] = [];
  const callExternalApi = failTimes(() => 'answer', { times: 5, error: () => answered(503) });
  const call = retry(callExternalApi, {
    clock,
    maxAttempts: 6,
    backoff: exponential({ initialMs: 1000, maxMs: 60_000, jitter: 'equal' }),
    idempotent: true,
    random: () => 0,
    onRetry: ({ delayMs }) => waits.push(delayMs),
  });

  expect(await runOut(clock, call)).toEqual({ status: 'fulfilled', value: 'answer' });
  expect(waits).toEqual([500, 1000, 2000, 4000, 8000]);
});

test('Python retry: logs each retry, and the last failure once', async () => {
  const clock = new ManualClock();
  const log: string[] = [];
  const options: RetryOptions = {
    clock,
    onRetry: ({ attempt, classification }) => log.push(`Retrying after failure ${attempt}: ${classification.kind}`),
    onGiveUp: ({ attempt, reason }) => log.push(`Gave up after ${attempt} attempts: ${reason}`),
  };
  await runOut(
    clock,
    retry(() => Promise.reject(refused()), options),
  );

  expect(log).toEqual([
    'Retrying after failure 1: transport',
    'Retrying after failure 2: transport',
    'Gave up after 3 attempts: attempts',
  ]);
});

test('Python retry: repeats only the errors that it is told to', async () => {
  const clock = new ManualClock();
  const failing = failTimes(() => 1, { times: 9, error: new LLMAPIError('The provider refused') });
  const shouldRetry: RetryOptions['shouldRetry'] = ({ kind }) => kind === 'timeout';

  await expect(retry(failing, { clock, shouldRetry, classify })).rejects.toThrow('The provider refused');
});

test('Rust retry: 2^n without jitter, never more than 60 s, also where u32 would overflow', async () => {
  const clock = new ManualClock();
  const waits: number[] = [];
  const call = retry(() => Promise.reject(refused()), {
    clock,
    maxAttempts: 40,
    backoff: exponential({ initialMs: 1000, maxMs: 60_000, jitter: 'none' }),
    onRetry: ({ delayMs }) => waits.push(delayMs),
  });
  await runOut(clock, call);

  expect(waits.slice(0, 7)).toEqual([1000, 2000, 4000, 8000, 16_000, 32_000, 60_000]);
  expect(waits.slice(7).every((wait) => wait === 60_000)).toBe(true);
});

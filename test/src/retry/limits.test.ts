import { TimeoutError } from '@octollm/errors/errors';
import { constant, createRetry, getAttempts, retry, type RetryOptions } from '@octollm/errors/retry';
import { failTimes, hangUntilAborted, ManualClock } from '@octollm/errors/testing';
import { describe, expect, test } from 'vitest';

import { refused } from './failures.ts';
import { runOut } from './run-out.ts';

const shutdown = new Error('Shutting down');

async function fail(options: RetryOptions, clock = new ManualClock()): Promise<{ calls: number; reason: unknown }> {
  let calls = 0;
  let reason: unknown;
  const onGiveUp: RetryOptions['onGiveUp'] = (event) => (reason = event.reason);
  const call = retry(
    () => {
      calls++;
      throw refused();
    },
    { clock, backoff: constant(100), onGiveUp, ...options },
  );
  await runOut(clock, call);
  return { calls, reason };
}

describe('maxAttempts', () => {
  test('counts the first call', async () => {
    expect(await fail({ maxAttempts: 1 })).toEqual({ calls: 1, reason: 'attempts' });
    expect(await fail({ maxAttempts: 5 })).toEqual({ calls: 5, reason: 'attempts' });
  });

  test('is 3 by default, also when it is given as undefined', async () => {
    const options = JSON.parse('{}') as { maxAttempts: number };

    expect(await fail({ maxAttempts: options.maxAttempts })).toEqual({ calls: 3, reason: 'attempts' });
  });

  test('may be endless beside another limit', async () => {
    expect(await fail({ maxAttempts: Infinity, maxElapsedMs: 1000 })).toEqual({ calls: 10, reason: 'elapsed' });
  });
});

describe('a limit that makes no sense', () => {
  const wrong: readonly RetryOptions[] = [
    ...[0, -1, 1.5, NaN, -Infinity].map((maxAttempts) => ({ maxAttempts })),
    ...[-1, NaN].flatMap((ms) => [{ maxElapsedMs: ms }, { attemptTimeoutMs: ms }, { maxRetryAfterMs: ms }]),
  ];

  test.each(wrong)('is refused before anything is called: %o', async (options) => {
    const [setting] = Object.keys(options);
    const refusal = { code: 'CONFIGURATION_ERROR', details: { setting: `retry: ${setting}` } };
    let calls = 0;

    await expect(retry(() => ++calls, options)).rejects.toMatchObject(refusal);
    expect(() => createRetry(options)).toThrow(expect.objectContaining(refusal));
    expect(calls).toBe(0);
  });

  test('is none of these', async () => {
    for (const ms of [0, Infinity]) {
      const options = { maxAttempts: Infinity, maxElapsedMs: ms, attemptTimeoutMs: Infinity, maxRetryAfterMs: ms };

      await expect(retry(() => 'done', options)).resolves.toBe('done');
    }
  });
});

describe('maxElapsedMs', () => {
  test('begins no wait that would end too late', async () => {
    const clock = new ManualClock();

    expect(await fail({ maxElapsedMs: 150 }, clock)).toEqual({ calls: 2, reason: 'elapsed' });
    expect(clock.now()).toBe(100);
  });

  test('grants no last try at the deadline', async () => {
    expect(await fail({ maxElapsedMs: 200 })).toEqual({ calls: 2, reason: 'elapsed' });
    expect(await fail({ maxElapsedMs: 201 })).toEqual({ calls: 3, reason: 'attempts' });
  });

  test('counts the time that attempts take', async () => {
    const clock = new ManualClock();
    let calls = 0;
    const slow = async (): Promise<never> => {
      calls++;
      clock.skip(400);
      throw refused();
    };
    await runOut(clock, retry(slow, { clock, backoff: constant(100), maxElapsedMs: 1000 }));

    expect(calls).toBe(2);
  });
});

describe('attemptTimeoutMs', () => {
  test('ends a hanging attempt, and the next one has a time of its own', async () => {
    const clock = new ManualClock();
    let calls = 0;
    const call = retry((context) => (++calls < 3 ? hangUntilAborted(context) : 'answer'), {
      clock,
      attemptTimeoutMs: 1000,
      backoff: constant(10),
      idempotent: true,
    });

    expect(await runOut(clock, call)).toEqual({ status: 'fulfilled', value: 'answer' });
    expect(clock.now()).toBe(2020);
  });

  test('rejects with a TimeoutError that names the attempt and the limit', async () => {
    const clock = new ManualClock();
    const call = retry(hangUntilAborted, { clock, attemptTimeoutMs: 1000, idempotent: true });
    const result = await runOut(clock, call);
    const error = result.status === 'rejected' ? result.reason : undefined;

    expect(error).toBeInstanceOf(TimeoutError);
    expect(error).toMatchObject({ message: 'Attempt 3 timed out after 1000 ms', details: { timeout_ms: 1000 } });
  });

  test('is not repeated unless calling twice does no harm', async () => {
    const clock = new ManualClock();
    const call = retry(hangUntilAborted, { clock, attemptTimeoutMs: 1000 });
    const result = await runOut(clock, call);

    expect(getAttempts(result.status === 'rejected' && result.reason)).toMatchObject([{ reason: 'not_idempotent' }]);
  });

  test('does not wait for a function that ignores the signal', async () => {
    const clock = new ManualClock();
    let calls = 0;
    const call = retry(() => (++calls === 1 ? new Promise<never>(() => {}) : 'answer'), {
      clock,
      attemptTimeoutMs: 1000,
      backoff: constant(0),
      idempotent: true,
    });

    expect(await runOut(clock, call)).toEqual({ status: 'fulfilled', value: 'answer' });
  });

  test('leaves no timer behind after a quick answer', async () => {
    const clock = new ManualClock();
    await retry(() => 'quick', { clock, attemptTimeoutMs: 1000 });

    expect(clock.pendingTimers).toBe(0);
  });

  test('keeps attempt, last error and time left in the context', async () => {
    const clock = new ManualClock();
    const seen: unknown[] = [];
    const once = failTimes(() => 'answer', { times: 1, error: refused });
    const call = retry(
      ({ attempt, lastError, remainingMs }) => {
        seen.push([attempt, lastError instanceof Error, remainingMs]);
        return once();
      },
      { clock, attemptTimeoutMs: 1000, maxElapsedMs: 5000, backoff: constant(10) },
    );
    await runOut(clock, call);

    expect(seen).toEqual([
      [1, false, 5000],
      [2, true, 4990],
    ]);
  });
});

describe('an abort', () => {
  test('before the call keeps the function from being called', async () => {
    const reasons: unknown[] = [];
    let calls = 0;
    const call = retry(() => ++calls, {
      signal: AbortSignal.abort(shutdown),
      onGiveUp: ({ reason, attempt }) => reasons.push([reason, attempt]),
    });

    await expect(call).rejects.toBe(shutdown);
    expect(calls).toBe(0);
    expect(reasons).toEqual([['aborted', 0]]);
  });

  test('ends the wait at once with its reason', async () => {
    const clock = new ManualClock();
    const controller = new AbortController();
    let calls = 0;
    const attempts: number[] = [];
    const call = retry(
      () => {
        calls++;
        throw refused();
      },
      {
        clock,
        backoff: constant(60_000),
        signal: controller.signal,
        onGiveUp: ({ attempt }) => attempts.push(attempt),
      },
    );
    const settled = expect(call).rejects.toBe(shutdown);
    await clock.advance(1000);
    controller.abort(shutdown);
    await settled;

    expect(calls).toBe(1);
    expect(attempts).toEqual([1]);
    expect(clock.pendingTimers).toBe(0);
  });

  test('during an attempt ends the call with what the attempt throws', async () => {
    const controller = new AbortController();
    const reasons: unknown[] = [];
    const call = retry(hangUntilAborted, {
      signal: controller.signal,
      idempotent: true,
      onGiveUp: ({ reason }) => reasons.push(reason),
    });
    controller.abort(shutdown);

    await expect(call).rejects.toBe(shutdown);
    expect(reasons).toEqual(['aborted']);
  });

  test('comes too late for an attempt that succeeds anyway', async () => {
    const controller = new AbortController();
    const call = retry(
      () => {
        controller.abort();
        return 'done';
      },
      { signal: controller.signal },
    );

    await expect(call).resolves.toBe('done');
  });

  test('is not an AggregateError, whatever throwAs says', async () => {
    const call = retry(() => 1, { signal: AbortSignal.abort(shutdown), throwAs: 'aggregate' });

    await expect(call).rejects.toBe(shutdown);
  });

  test('reaches the attempt as the very signal of the caller', async () => {
    const { signal } = new AbortController();

    await expect(retry((context) => context.signal, { signal })).resolves.toBe(signal);
  });

  test('never comes without a signal, yet the context has one', async () => {
    const signal = await retry((context) => context.signal);

    expect(signal).toBeInstanceOf(AbortSignal);
    expect(signal.aborted).toBe(false);
  });
});

import { constant, createRetry, getAttempts, retry, schedule } from '@octollm/errors/retry';
import { createRandom, failTimes, ManualClock } from '@octollm/errors/testing';
import { systemClock } from '@octollm/errors/time';
import { describe, expect, test } from 'vitest';

import { answered, refused } from './failures.ts';
import { runOut } from './run-out.ts';

describe('success', () => {
  test('is returned after one call', async () => {
    let calls = 0;

    await expect(retry(() => ++calls)).resolves.toBe(1);
    expect(calls).toBe(1);
  });

  test('may be a value, a promise or undefined', async () => {
    await expect(retry(() => 'value')).resolves.toBe('value');
    await expect(retry(() => Promise.resolve('promise'))).resolves.toBe('promise');
    await expect(retry(() => undefined)).resolves.toBeUndefined();
  });

  test('reads no clock without a limit to measure: that would cost as much as the call', async () => {
    const clock = { ...systemClock, now: (): number => expect.unreachable() };

    await expect(retry(() => 'value', { clock })).resolves.toBe('value');
    await expect(createRetry({ clock, budget: false }).execute(() => 'value')).resolves.toBe('value');
  });

  test('is returned after failures that pass', async () => {
    const clock = new ManualClock();
    const fetchUser = failTimes(() => 'user', { times: 2, error: refused });

    await expect(runOut(clock, retry(fetchUser, { clock }))).resolves.toEqual({ status: 'fulfilled', value: 'user' });
  });
});

describe('the waits', () => {
  test('are those of the back-off', async () => {
    const clock = new ManualClock();
    const begun: number[] = [];
    const call = retry(
      () => {
        begun.push(clock.now());
        throw refused();
      },
      { clock, backoff: schedule([100, 500]) },
    );
    await runOut(clock, call);

    expect(begun).toEqual([0, 100, 600]);
  });

  test('double from 200 ms with full jitter by default', async () => {
    const clock = new ManualClock();
    const waits: number[] = [];
    await runOut(
      clock,
      retry(
        failTimes(() => 1, { times: 9, error: refused }),
        {
          clock,
          maxAttempts: 10,
          random: () => 0.5,
          onRetry: ({ delayMs }) => waits.push(delayMs),
        },
      ),
    );

    expect(waits).toEqual([100, 200, 400, 800, 1600, 3200, 6400, 10_000, 10_000]);
  });

  test('are the same on every run with seeded randomness', async () => {
    const waitsOf = async (seed: number): Promise<number[]> => {
      const clock = new ManualClock();
      const waits: number[] = [];
      const failing = failTimes(() => 1, { times: 4, error: refused });
      const onRetry = ({ delayMs }: { delayMs: number }): number => waits.push(delayMs);
      await runOut(clock, retry(failing, { clock, maxAttempts: 5, random: createRandom(seed), onRetry }));
      return waits;
    };

    expect(await waitsOf(1)).toEqual(await waitsOf(1));
    expect(await waitsOf(1)).not.toEqual(await waitsOf(2));
  });

  test('are told apart in the context of each attempt', async () => {
    const clock = new ManualClock();
    const seen: unknown[] = [];
    const [first, second] = [refused(), refused()];
    const errors = [first, second];
    const call = retry(
      (context) => {
        seen.push([context.attempt, context.lastError, context.remainingMs]);
        const error = errors.shift();
        if (error) throw error;
      },
      { clock, backoff: constant(100), maxElapsedMs: 1000 },
    );
    await runOut(clock, call);

    expect(seen).toEqual([
      [1, undefined, 1000],
      [2, first, 900],
      [3, second, 800],
    ]);
  });

  test('leave a context as it was when the next attempt begins', async () => {
    const clock = new ManualClock();
    const contexts: { attempt: number; remainingMs: number }[] = [];
    const call = retry(
      (context) => {
        contexts.push(context);
        throw refused();
      },
      { clock },
    );
    await runOut(clock, call);

    expect(contexts.map(({ attempt }) => attempt)).toEqual([1, 2, 3]);
    expect(contexts.map(({ remainingMs }) => remainingMs)).toEqual([Infinity, Infinity, Infinity]);
  });
});

describe('failure', () => {
  test('rejects with the last error, unchanged', async () => {
    const clock = new ManualClock();
    const errors = [refused(), refused(), Object.freeze(refused())];
    const last = errors[2];
    const call = retry(
      () => {
        throw errors.shift();
      },
      { clock },
    );
    const result = await runOut(clock, call);

    expect(result).toEqual({ status: 'rejected', reason: last });
    expect(result.status === 'rejected' && result.reason).toBe(last);
  });

  test('tells its history', async () => {
    const clock = new ManualClock();
    const call = retry(
      failTimes(() => 1, { times: 9, error: refused }),
      { clock, backoff: constant(50) },
    );
    const result = await runOut(clock, call);
    const attempts = getAttempts(result.status === 'rejected' && result.reason);

    expect(attempts).toMatchObject([
      { attempt: 1, delayMs: 50, classification: { kind: 'transport', sent: 'no' } },
      { attempt: 2, delayMs: 50 },
      { attempt: 3, reason: 'attempts' },
    ]);
  });

  test('has no history without a retry, and none at all for a primitive or another error', () => {
    expect(getAttempts(new Error('never retried'))).toEqual([]);
    expect(getAttempts('a string')).toEqual([]);
    expect(getAttempts(undefined)).toEqual([]);
  });

  test('keeps the latest 100 attempts: a call that retries for ever must not fill the memory', async () => {
    const clock = new ManualClock();
    const error = refused();
    await runOut(
      clock,
      retry(
        failTimes(() => 1, { times: 500, error }),
        { clock, maxAttempts: 500 },
      ),
    );
    const attempts = getAttempts(error);

    expect(attempts).toHaveLength(100);
    expect(attempts[0]).toMatchObject({ attempt: 401 });
    expect(attempts.at(-1)).toMatchObject({ attempt: 500, reason: 'attempts' });
  });

  test('is an AggregateError of all attempts on demand', async () => {
    const clock = new ManualClock();
    const errors = [refused(), refused(), answered(404)];
    const thrown = [...errors];
    const call = retry(
      () => {
        throw thrown.shift();
      },
      { clock, throwAs: 'aggregate' },
    );
    const result = await runOut(clock, call);
    const error = result.status === 'rejected' ? result.reason : undefined;

    expect(error).toBeInstanceOf(AggregateError);
    expect(error).toMatchObject({ errors, cause: errors[2], message: '3 of 3 attempts failed' });
    expect(getAttempts(error)).toHaveLength(3);
  });

  test('also covers a synchronous throw', async () => {
    const error = answered(404);
    const call = retry(() => {
      throw error;
    });

    await expect(call).rejects.toBe(error);
  });

  test('keeps what is no error, undefined included', async () => {
    for (const error of ['a string', 42, null, undefined, Symbol('thrown')]) {
      const [result] = await Promise.allSettled([retry(failTimes(() => 1, { times: 1, error }))]);

      expect(result).toEqual({ status: 'rejected', reason: error });
    }
  });
});

describe('retryResult', () => {
  test('tries again while a value is refused', async () => {
    const clock = new ManualClock();
    const states = ['queued', 'running', 'done'];
    const call = retry(() => states.shift(), { clock, retryResult: (state) => state !== 'done' });

    expect(await runOut(clock, call)).toEqual({ status: 'fulfilled', value: 'done' });
  });

  test('returns the last value when the attempts end', async () => {
    const clock = new ManualClock();
    const gaveUp: unknown[] = [];
    let calls = 0;
    const call = retry(() => ++calls, {
      clock,
      retryResult: () => true,
      onGiveUp: (event) => gaveUp.push(event),
    });

    expect(await runOut(clock, call)).toEqual({ status: 'fulfilled', value: 3 });
    const classification = { kind: 'unavailable', retryable: true, action: 'retry', confidence: 'typed' };
    expect(gaveUp).toMatchObject([
      { reason: 'attempts', value: 3, classification: { ...classification, sent: 'no', rule: 'retryResult' } },
    ]);
  });

  test('leaves the decision to idempotent when it returns a classification', async () => {
    const clock = new ManualClock();
    let calls = 0;
    const unavailable = {
      kind: 'unavailable',
      retryable: true,
      action: 'retry',
      sent: 'yes',
      confidence: 'status',
      rule: '503',
    } as const;
    const policy = { clock, retryResult: () => unavailable };
    await runOut(
      clock,
      retry(() => ++calls, policy),
    );
    expect(calls).toBe(1);

    await runOut(
      clock,
      retry(() => ++calls, { ...policy, idempotent: true }),
    );
    expect(calls).toBe(4);
  });

  test('rejects with the reason when the caller aborts the wait', async () => {
    const clock = new ManualClock();
    const controller = new AbortController();
    const shutdown = new Error('Shutting down');
    const call = retry(() => 'pending', { clock, retryResult: () => true, signal: controller.signal });
    const settled = expect(call).rejects.toBe(shutdown);
    await clock.advance(0);
    controller.abort(shutdown);

    await settled;
    expect(clock.pendingTimers).toBe(0);
  });
});

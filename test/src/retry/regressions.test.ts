import { classifyLLM } from '@octollm/errors/classify/llm';
import { CircuitOpenError, ValidationError } from '@octollm/errors/errors';
import { constant, exponential, getAttempts, retry, type RetryOptions } from '@octollm/errors/retry';
import { createRandom, failTimes, hangUntilAborted, ManualClock } from '@octollm/errors/testing';
import { describe, expect, test } from 'vitest';

import { answered, refused, reset, throttled } from './failures.ts';
import { runOut } from './run-out.ts';

interface Story {
  readonly calls: number;
  readonly waits: readonly number[];
  readonly result: PromiseSettledResult<unknown>;
}

/** Calls what fails with the errors one after the other, the last one for ever. */
async function tell(errors: readonly unknown[], options: RetryOptions = {}): Promise<Story> {
  const clock = new ManualClock();
  const waits: number[] = [];
  let calls = 0;
  const call = retry(() => Promise.reject(errors[Math.min(calls++, errors.length - 1)]), {
    clock,
    onRetry: ({ delayMs }) => waits.push(delayMs),
    ...options,
  });
  const result = await runOut(clock, call);
  return { calls, waits, result };
}

function answer(status: number, headers: Record<string, string>): Error {
  return Object.assign(answered(status), { headers });
}

describe('defects of the standard', () => {
  test('R1: by default neither mistakes of the caller nor bugs nor writes that may have happened are repeated', async () => {
    for (const error of [new ValidationError('Wrong'), answered(400), new TypeError('a bug'), reset(), answered(500)]) {
      expect((await tell([error])).calls).toBe(1);
    }
  });

  test('R2: a hint, a time limit, a time limit of each attempt, an abort and a budget all count', async () => {
    const budget = { tryAcquire: () => false, onSuccess: () => undefined, tokens: 0 };

    expect((await tell([throttled(3000)], { random: () => 0, maxAttempts: 2 })).waits).toEqual([3000]);
    expect((await tell([refused()], { maxElapsedMs: 0 })).calls).toBe(1);
    expect((await tell([refused()], { budget })).calls).toBe(1);
    expect((await tell([refused()], { signal: AbortSignal.abort() })).calls).toBe(0);

    const clock = new ManualClock();
    const call = retry(hangUntilAborted, { clock, attemptTimeoutMs: 10 });
    expect(await runOut(clock, call)).toMatchObject({ reason: { name: 'TimeoutError' } });
  });

  test('R3: five attempts are five calls, not six', async () => {
    expect((await tell([refused()], { maxAttempts: 5 })).calls).toBe(5);
  });

  test('R4: a synchronous function is called like any other, and its bad answer can count as a failure', async () => {
    const clock = new ManualClock();
    const answers = [503, 503, 200];
    const call = retry(() => ({ status: answers.shift() }), { clock, retryResult: ({ status }) => status === 503 });

    expect(await runOut(clock, call)).toEqual({ status: 'fulfilled', value: { status: 200 } });
  });

  test('R5: attempt 1,100 waits as long as the cap allows, not for ever and not at all', async () => {
    const { waits } = await tell([refused()], {
      maxAttempts: 1101,
      backoff: exponential({ initialMs: 0.001, jitter: 'none' }),
    });

    expect(waits).toHaveLength(1100);
    expect(waits.slice(100).every((wait) => wait === 20_000)).toBe(true);
  });

  test('R5: jitter spreads over the whole wait by default, not over its upper half only', async () => {
    const { waits } = await tell([refused()], {
      maxAttempts: 200,
      random: createRandom(5),
      backoff: exponential({ initialMs: 1000, factor: 1 }),
    });

    expect(Math.min(...waits)).toBeLessThan(100);
    expect(Math.max(...waits)).toBeGreaterThan(900);
  });

  test('R5: a back-off that returns nonsense does not fire at once by accident', async () => {
    const { waits } = await tell([refused()], { maxAttempts: 2, backoff: () => Infinity, maxElapsedMs: 1000 });

    expect(waits).toEqual([]);
  });

  test('R6: the wait before attempt 34 does not overflow to zero', async () => {
    const backoff = exponential({ jitter: 'none', maxMs: 60_000 });

    expect(backoff({ retry: 33, previousMs: 60_000, random: () => 0 })).toBe(60_000);
  });
});

describe('an open circuit', () => {
  test('C9: is waited for when it opens again in time', async () => {
    const open = new CircuitOpenError('The circuit is open', { retryAfterMs: 5000 });

    expect(await tell([open], { random: () => 0 })).toMatchObject({ calls: 3, waits: [5000, 5000] });
  });

  test('C9: is not hammered when the time left is too short', async () => {
    const open = new CircuitOpenError('The circuit is open', { retryAfterMs: 5000 });

    expect((await tell([open], { maxElapsedMs: 4000 })).calls).toBe(1);
    expect(getAttempts(open)).toMatchObject([{ reason: 'retry_after_too_long' }]);
  });
});

describe('complaints about other libraries', () => {
  test('L8: an abort cuts the wait, and the function is not called again', async () => {
    const clock = new ManualClock();
    const controller = new AbortController();
    let calls = 0;
    const call = retry(
      () => {
        calls++;
        throw throttled(6000);
      },
      { clock, signal: controller.signal },
    );
    const settled = Promise.allSettled([call]);
    await clock.advance(1000);
    controller.abort();
    const [result] = await settled;

    expect(result).toMatchObject({ status: 'rejected', reason: { name: 'AbortError' } });
    expect([calls, clock.now(), clock.pendingTimers]).toEqual([1, 1000, 0]);
  });

  test('L9: every attempt has a signal and a time limit of its own', async () => {
    const clock = new ManualClock();
    const signals: AbortSignal[] = [];
    const call = retry(
      (context) => {
        signals.push(context.signal);
        return hangUntilAborted(context);
      },
      { clock, attemptTimeoutMs: 100, idempotent: true, backoff: constant(50) },
    );
    await runOut(clock, call);

    expect(new Set(signals).size).toBe(3);
    expect(clock.now()).toBe(400);
  });

  test('L10: the server chooses the wait, and so may a predicate that looks at the error', async () => {
    expect((await tell([answer(429, { 'retry-after': '3' })], { random: () => 0 })).waits).toEqual([3000, 3000]);
    expect((await tell([refused()], { shouldRetry: () => ({ retry: true, delayMs: 250 }) })).waits).toEqual([250, 250]);

    const seen: unknown[] = [];
    const failure = refused();
    const isTheSame: RetryOptions['shouldRetry'] = (_classification, { attempt }, error) => {
      seen.push(attempt, error);
      return error === failure;
    };
    expect((await tell([failure], { shouldRetry: isTheSame })).calls).toBe(3);
    expect(seen).toEqual([1, failure, 2, failure, 3, failure]);
  });

  test('L11: a very long wait is neither slept through nor cut short: the caller hears of it', async () => {
    const error = answer(429, { 'retry-after': '600' });
    const { calls, result } = await tell([error]);

    expect(calls).toBe(1);
    expect(result).toEqual({ status: 'rejected', reason: error });
    expect(getAttempts(error)).toMatchObject([
      { reason: 'retry_after_too_long', classification: { retryAfterMs: 600_000 } },
    ]);
  });

  test('L12: a decision to stop ends the loop for good, also after a rejection with undefined', async () => {
    expect((await tell([refused()], { shouldRetry: () => false })).calls).toBe(1);
    expect(await tell([undefined])).toMatchObject({ calls: 1, result: { status: 'rejected', reason: undefined } });
  });

  test('L13: a TypeError is retried for the cause that it carries, not for its name', async () => {
    expect((await tell([new TypeError('fetch failed', { cause: refused() })])).calls).toBe(3);
    expect((await tell([new TypeError('x.fetch is not a function')], { idempotent: true })).calls).toBe(1);
  });

  test('L14: a thousand clients that fail together do not come back together', async () => {
    const random = createRandom(14);
    const waits = new Set<number>();
    for (let client = 0; client < 1000; client++) {
      for (const wait of (await tell([refused()], { random, maxAttempts: 2 })).waits) waits.add(Math.round(wait));
    }

    // 200 whole milliseconds are to be had.
    expect(waits.size).toBeGreaterThan(180);
  });

  test('L15: an exhausted quota is not retried as if it were a rate limit', async () => {
    const error = Object.assign(answered(429), { code: 'insufficient_quota', type: 'insufficient_quota' });

    expect((await tell([error], { classify: classifyLLM, idempotent: true })).calls).toBe(1);
    expect((await tell([answered(429)], { classify: classifyLLM })).calls).toBe(3);
  });

  test('L16: an error inside a stream that began with 200 is retried for its type', async () => {
    const error = Object.assign(new Error('Overloaded'), { type: 'overloaded_error' });

    expect((await tell([error], { classify: classifyLLM, idempotent: true })).calls).toBe(3);
  });
});

describe('bugs of other libraries', () => {
  test('M-p-retry: a thrown string stays what it is', async () => {
    expect((await tell(['a string'])).result).toEqual({ status: 'rejected', reason: 'a string' });
  });

  test('M-p-retry: waits at the cap differ', async () => {
    const backoff = exponential({ initialMs: 1000, maxMs: 4000 });
    const { waits } = await tell([refused()], { maxAttempts: 7, random: createRandom(1), backoff });

    expect(new Set(waits.slice(2)).size).toBe(4);
  });

  test('M-p-retry: there is no last try when the time is over', async () => {
    expect((await tell([refused()], { maxElapsedMs: 1000, backoff: constant(1000) })).calls).toBe(1);
  });

  test('M-cockatiel: a signal that has ended before the call keeps the function from being called', async () => {
    expect((await tell([refused()], { signal: AbortSignal.abort() })).calls).toBe(0);
  });

  test('M-got: a Retry-After of 0 is heard, it is not the same as none', async () => {
    const error = answer(429, { 'retry-after': '0' });
    const { waits } = await tell([error], { backoff: constant(100), random: () => 0.5 });

    expect(waits).toHaveLength(2);
    expect(waits[0]).toBeCloseTo(105);
    expect(getAttempts(error)[0]?.classification.retryAfterMs).toBe(0);
  });

  test('M-undici: a hint longer than the cap of the back-off is not clamped to it', async () => {
    const options = { backoff: exponential({ maxMs: 500 }), random: () => 0 };

    expect((await tell([answer(429, { 'retry-after': '2' })], options)).waits).toEqual([2000, 2000]);
  });

  test('M-openai: a negative hint is none, and does not retry at once', async () => {
    const options = { backoff: constant(100), random: () => 0.5 };

    expect((await tell([answer(429, { 'retry-after': '-5' })], options)).waits).toEqual([100, 100]);
  });

  test('M-openai: 501 is not retried, and 500 only when calling twice is harmless', async () => {
    expect((await tell([answered(501)], { idempotent: true })).calls).toBe(1);
    expect((await tell([answered(500)])).calls).toBe(1);
    expect((await tell([answered(500)], { idempotent: true })).calls).toBe(3);
  });

  test('M-ai: a hint above a minute does not lead to a retry after seconds', async () => {
    expect((await tell([answer(429, { 'retry-after': '61' })])).waits).toEqual([]);
  });

  test('M-async-retry: a failure after the decision to stop calls nothing any more', async () => {
    const clock = new ManualClock();
    let calls = 0;
    const failing = failTimes(() => 1, { times: 9, error: refused });
    const call = retry(
      () => {
        calls++;
        return failing();
      },
      { clock, shouldRetry: () => false },
    );
    await runOut(clock, call);
    await clock.advance(3_600_000);

    expect(calls).toBe(1);
    expect(clock.pendingTimers).toBe(0);
  });
});

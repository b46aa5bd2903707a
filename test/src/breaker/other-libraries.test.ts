import { consecutive, countWindow, createBreaker, timeWindow } from '@octollm/errors/breaker';
import { createRetry } from '@octollm/errors/retry';
import { ManualClock } from '@octollm/errors/testing';
import { describe, expect, test, vi } from 'vitest';

import { begin, fail, failTimes, succeed } from './drive.ts';
import { answered } from './failures.ts';

describe('scenarios that opossum fails', () => {
  test('M-opossum-undefined: a synchronous function that returns undefined is a success', async () => {
    const breaker = createBreaker({ name: 'sync', trip: consecutive(1) });

    expect(await breaker.execute(() => undefined)).toBeUndefined();
    expect(breaker.state).toBe('closed');
  });

  test('M-opossum-fires: refused calls are in no denominator', async () => {
    const clock = new ManualClock();
    const trip = timeWindow({ durationMs: 60_000, minimumCalls: 2 });
    const breaker = createBreaker({ name: 'rate', trip, openMs: 1000, clock });
    await failTimes(breaker, 2);
    await failTimes(breaker, 1000);

    expect(breaker.snapshot().windows).toEqual([{ calls: 2, failures: 2, slowCalls: 0 }]);
  });

  test('M-opossum-volume: by default a single failure opens no window', async () => {
    const breaker = createBreaker({ name: 'volume', trip: timeWindow({ durationMs: 10_000 }) });
    await fail(breaker);

    expect(breaker.state).toBe('closed');
  });

  test('M-opossum-timers: an idle breaker holds no timer of the system', async () => {
    const setInterval = vi.spyOn(globalThis, 'setInterval');
    const setTimeout = vi.spyOn(globalThis, 'setTimeout');
    const breaker = createBreaker({ name: 'idle', trip: [consecutive(1), timeWindow({ durationMs: 10_000 })] });
    await succeed(breaker);
    await failTimes(breaker, 2);

    expect(setInterval).not.toHaveBeenCalled();
    expect(setTimeout).not.toHaveBeenCalled();
    vi.restoreAllMocks();
  });

  test('M-opossum-ignored: an ignored error is no success that thins out the failures', async () => {
    const breaker = createBreaker({ name: 'thin', trip: countWindow({ size: 4, minimumCalls: 4, failureRate: 1 }) });
    for (let round = 0; round < 4; round++) {
      await fail(breaker, answered(503));
      await failTimes(breaker, 3, answered(404));
    }

    expect(breaker.state).toBe('open');
  });
});

describe('scenarios that cockatiel fails', () => {
  test('M-cockatiel-idle: twenty failures before an idle hour and one after it do not open the circuit', async () => {
    const clock = new ManualClock();
    const trip = timeWindow({ durationMs: 30_000, minimumCalls: 21, failureRate: 0.2 });
    const breaker = createBreaker({ name: 'idle', trip, clock });
    await failTimes(breaker, 20);
    await clock.advance(3_600_000);
    await fail(breaker);

    expect(breaker.state).toBe('closed');
  });

  test('M-cockatiel-late: a failure from before the trip does not open a half-open circuit', async () => {
    const clock = new ManualClock();
    const breaker = createBreaker({ name: 'late', trip: consecutive(1), openMs: 1000, clock });
    const late = begin(breaker);
    await fail(breaker);
    await clock.advance(1000);
    const probe = begin(breaker);
    await late.fail();
    await probe.succeed();

    expect(breaker.state).toBe('closed');
  });

  test('M-cockatiel-error: the error of an open circuit tells how long and why', async () => {
    const cause = new Error('the last failure');
    const breaker = createBreaker({ name: 'why', trip: consecutive(1), openMs: 5000, clock: new ManualClock() });
    await fail(breaker, cause);

    expect(await fail(breaker)).toMatchObject({ retryAfterMs: 5000, cause });
  });

  test('M-cockatiel-aborted: with a signal that has ended the function is not called', async () => {
    const breaker = createBreaker({ name: 'aborted' });
    const signal = AbortSignal.abort();

    await expect(breaker.execute(() => expect.unreachable(), { signal })).rejects.toBe(signal.reason);
  });
});

describe('L7, C9: retries around a breaker', () => {
  /** A service that is down until a moment. */
  function create(
    openMs: number,
    maxElapsedMs: number,
  ): { call: () => Promise<string>; clock: ManualClock; calls: number[] } {
    const clock = new ManualClock();
    const calls: number[] = [];
    const breaker = createBreaker({ name: 'service', trip: consecutive(2), openMs, clock });
    const retries = createRetry({
      maxAttempts: 6,
      maxElapsedMs,
      idempotent: true,
      clock,
      random: () => 0,
      budget: false,
    });
    const call = (): Promise<string> =>
      retries.execute((context) =>
        breaker.execute(() => {
          calls.push(clock.now());
          if (calls.length > 2) return 'back again';
          throw answered(503);
        }, context),
      );
    return { call, clock, calls };
  }

  test('L7: each attempt counts, and the next one waits until the circuit may probe', async () => {
    const { call, clock, calls } = create(1000, 10_000);
    const result = call();
    await clock.runAll();

    expect(await result).toBe('back again');
    expect(calls).toEqual([0, 0, 1000]);
  });

  test('C9: when the open time does not fit into what is left, the refusal surfaces at once', async () => {
    const { call, clock, calls } = create(60_000, 10_000);
    const result = Promise.allSettled([call()]);
    await clock.runAll();

    expect(await result).toMatchObject([{ reason: { code: 'CIRCUIT_OPEN', retryAfterMs: 60_000 } }]);
    expect(calls).toHaveLength(2);
    expect(clock.now()).toBeLessThan(10_000);
  });
});

test('ten thousand calls leave nothing on a long-lived signal', async () => {
  const { signal } = new AbortController();
  const listen = vi.spyOn(signal, 'addEventListener');
  const breaker = createBreaker({ name: 'leak', trip: consecutive(20_000) });
  for (let call = 0; call < 5000; call++) {
    await breaker.execute(() => 'value', { signal });
    await Promise.allSettled([breaker.execute(() => Promise.reject(new Error('broken')), { signal })]);
  }

  expect(listen).not.toHaveBeenCalled();
});

import type { BreakerEvent } from '@octollm/errors/breaker';
import { CapacityExceededError, CircuitOpenError, ExternalError, TimeoutError } from '@octollm/errors/errors';
import { findOrderProblems, standardPipeline, type StandardPipelineOptions } from '@octollm/errors/pipeline';
import { constant, getAttempts } from '@octollm/errors/retry';
import { describe, expect, expectTypeOf, test, vi } from 'vitest';

import { consecutive } from '../../../src/breaker/trip/consecutive.ts';
import { ManualClock } from '../../../src/testing/manual-clock.ts';
import { defer, settle } from './deferred.ts';
import { watchSignal } from './watch-signal.ts';

const down = (): ExternalError => new ExternalError('The search is down', { kind: 'unavailable', status: 503 });

const hang = (): Promise<string> => new Promise(() => {});

/** Time limits of one second and 100 ms; waits of 10 ms between attempts. */
function createPolicy(options: Partial<StandardPipelineOptions<string>> = {}) {
  const clock = new ManualClock();
  const policy = standardPipeline<string>({
    name: 'search',
    totalTimeoutMs: 1_000,
    attemptTimeoutMs: 100,
    retry: { idempotent: true, backoff: constant(10) },
    clock,
    ...options,
  });
  const attempts: number[] = [];
  /** Runs a call to its end, whatever it waits for. */
  const run = async <T>(work: () => T | PromiseLike<T>): Promise<T | string> => {
    const [settled] = await Promise.all([Promise.allSettled([policy.execute(work)]), clock.runAll()]);
    return settled[0].status === 'fulfilled' ? settled[0].value : Promise.reject(settled[0].reason);
  };
  /** Calls work that fails as often as asked. */
  const call = (failures: number): Promise<string> =>
    run(async () => {
      attempts.push(clock.now());
      if (attempts.length <= failures) throw down();
      return 'found';
    });
  return { clock, policy, attempts, run, call };
}

describe('the standard pipeline', () => {
  test('calls once when all is well', async () => {
    const { call, attempts, clock } = createPolicy();

    expect(await call(0)).toBe('found');
    expect(attempts).toEqual([0]);
    expect(clock.pendingTimers).toBe(0);
  });

  test('tries again what can pass', async () => {
    const { call, attempts } = createPolicy();

    expect(await call(2)).toBe('found');
    expect(attempts).toEqual([0, 10, 20]);
  });

  test('tries nothing again that may have been carried out, unless calling twice does no harm', async () => {
    const { call, attempts } = createPolicy({ retry: {} });

    const caught: unknown = await call(1).catch((error: unknown) => error);
    expect(attempts).toHaveLength(1);
    expect(getAttempts(caught)).toMatchObject([{ reason: 'not_idempotent' }]);
  });

  test('has its policies in an order without problems', () => {
    const { policy } = createPolicy({
      fallback: { handler: () => 'nothing' },
      bulkhead: { maxConcurrent: 1 },
      rateLimit: { capacity: 1, refillPerSecond: 1 },
    });

    expect(policy.layers).toEqual(['fallback', 'timeout', 'retry', 'breaker', 'bulkhead', 'rate-limit', 'timeout']);
    expect(findOrderProblems([policy])).toEqual([]);
  });

  test('leaves out what is switched off', () => {
    const { policy } = createPolicy({ retry: false, breaker: false });

    expect(policy.layers).toEqual(['timeout', 'timeout']);
    expect(policy.breaker).toBeUndefined();
  });
});

describe('time limits', () => {
  test('an attempt that takes too long is one failed attempt', async () => {
    const { run, clock } = createPolicy({ retry: { idempotent: true, maxAttempts: 2, backoff: constant(10) } });
    const begun: number[] = [];
    const result = run(() => {
      begun.push(clock.now());
      return hang();
    });

    await expect(result).rejects.toThrow('An attempt of search timed out after 100 ms');
    expect(begun).toEqual([0, 110]);
  });

  test('a call that waits for nothing outside needs no timer, whatever is inside of the limits', async () => {
    const clock = new ManualClock();
    const setTimer = vi.spyOn(clock, 'setTimer');
    const { policy } = createPolicy({
      clock,
      bulkhead: { maxConcurrent: 1 },
      rateLimit: { capacity: 1, refillPerSecond: 1 },
      fallback: { handler: () => 'cached' },
    });

    expect(await policy.execute(async () => 'found')).toBe('found');
    expect(setTimer).not.toHaveBeenCalled();
  });

  test('the total limit ends the waits as well, and begins none that would end later', async () => {
    const { run, clock } = createPolicy({
      retry: { idempotent: true, maxAttempts: Infinity, backoff: constant(300), budget: false },
    });

    await expect(run(() => Promise.reject(down()))).rejects.toBeInstanceOf(ExternalError);
    expect(clock.now()).toBe(900);
    expect(clock.pendingTimers).toBe(0);
  });

  test('the total limit cuts an attempt that is running', async () => {
    const { policy, clock } = createPolicy({
      attemptTimeoutMs: 999,
      retry: { idempotent: true, backoff: constant(0) },
    });
    const result = policy.execute(() => new Promise<string>(() => {}));

    await Promise.all([expect(result).rejects.toThrow('A call to search timed out after 1000 ms'), clock.runAll()]);
    expect(clock.now()).toBe(1_000);
  });

  test.each([1_000, 1_001, NaN])('the limit of an attempt must be below the total: %d', (attemptTimeoutMs) => {
    expect(() => createPolicy({ attemptTimeoutMs })).toThrow('attemptTimeoutMs must be below totalTimeoutMs, 1000');
  });
});

describe('C9: the retry is outside, the breaker inside', () => {
  const breaker = { trip: consecutive(2), openMs: 500 };
  const retry = { idempotent: true, maxAttempts: 4, backoff: constant(10) };

  test('the breaker counts every attempt', async () => {
    const { call, policy, attempts } = createPolicy({ breaker });

    await expect(call(5)).rejects.toBeInstanceOf(CircuitOpenError);
    expect(attempts).toHaveLength(2);
    expect(policy.breaker?.state).toBe('open');
  });

  test('an open circuit is tried again only when it can close in the time that is left', async () => {
    const inTime = createPolicy({ breaker, retry });
    expect(await inTime.call(2)).toBe('found');
    expect(inTime.attempts[2]).toBeGreaterThanOrEqual(510);

    const tooLate = createPolicy({ breaker: { ...breaker, openMs: 5_000 }, retry });
    const caught: unknown = await tooLate.call(2).catch((error: unknown) => error);
    expect(caught).toBeInstanceOf(CircuitOpenError);
    expect(getAttempts(caught).at(-1)).toMatchObject({ reason: 'retry_after_too_long' });
    expect(tooLate.attempts).toHaveLength(2);
  });

  test('an attempt that takes too long is a failure of the service', async () => {
    const { policy, run } = createPolicy({ breaker, retry: false });

    for (let call = 0; call < 2; call++) await expect(run(hang)).rejects.toBeInstanceOf(TimeoutError);
    expect(policy.breaker?.state).toBe('open');
  });

  test('a caller who gives up says nothing about the service', async () => {
    const { policy } = createPolicy({ breaker });
    const reason = new Error('gave up');

    for (let call = 0; call < 5; call++) {
      const watched = watchSignal();
      const result = policy.execute(hang, watched);
      await settle();
      watched.abort(reason);
      await expect(result).rejects.toBe(reason);
    }
    expect(policy.breaker?.state).toBe('closed');
  });
});

describe('M-opossum-capacity: a refusal of our own never opens the circuit', () => {
  test.each([
    ['bulkhead', { bulkhead: { maxConcurrent: 1 } }],
    ['rate limiter', { rateLimit: { capacity: 1, refillPerSecond: 0.001 } }],
  ])('of the %s', async (_, limits) => {
    const { policy } = createPolicy({ ...limits, retry: false, breaker: { trip: consecutive(1) } });
    const work = defer<string>();
    const first = policy.execute(() => work.promise);
    await settle();

    for (let call = 0; call < 5; call++)
      await expect(policy.execute(() => 'too many')).rejects.toThrow('refused a call');
    expect(policy.breaker?.state).toBe('closed');
    work.resolve('found');
    expect(await first).toBe('found');
  });

  test('and is tried again when there is time', async () => {
    const { call, attempts, policy } = createPolicy({ rateLimit: { capacity: 1, refillPerSecond: 10 } });

    expect(await call(0)).toBe('found');
    expect(await call(0)).toBe('found');
    expect(attempts[1]).toBeGreaterThanOrEqual(100);
    expect(policy.rateLimiter?.queued).toBe(0);
  });

  test('reaches the caller as it is when there is no time', async () => {
    const { call } = createPolicy({ rateLimit: { capacity: 1, refillPerSecond: 0.1 } });

    await call(0);
    await expect(call(0)).rejects.toBeInstanceOf(CapacityExceededError);
  });
});

describe('the budget', () => {
  test('is on: retries of all calls together stay in proportion', async () => {
    const reasons: unknown[] = [];
    const { run } = createPolicy({
      breaker: false,
      retry: { idempotent: true, backoff: constant(0), onGiveUp: ({ reason }) => reasons.push(reason) },
    });
    const work = vi.fn(() => Promise.reject(down()));

    for (let call = 0; call < 50; call++) await expect(run(work)).rejects.toThrow('The search is down');
    expect(work.mock.calls.length).toBeLessThan(75);
    expect(reasons).toContain('budget');
  });
});

describe('the fallback', () => {
  test('has the last word, also about an open circuit and a time limit', async () => {
    const hidden: unknown[] = [];
    const { run, policy } = createPolicy({
      breaker: { trip: consecutive(2) },
      fallback: { handler: () => 'from the cache', onDegraded: ({ error }) => hidden.push(error) },
      retry: { idempotent: true, maxAttempts: 2 },
    });

    expect(await run(hang)).toBe('from the cache');
    expect(await run(() => Promise.reject(down()))).toBe('from the cache');
    expect(hidden).toEqual([expect.any(TimeoutError), expect.any(CircuitOpenError)]);
    expectTypeOf(policy.execute(() => 1)).resolves.toEqualTypeOf<string | number>();
  });
});

test('shows the policies that have a state', async () => {
  const events: BreakerEvent[] = [];
  const { policy } = createPolicy({
    bulkhead: { maxConcurrent: 3 },
    retry: false,
    breaker: { onEvent: (event) => events.push(event) },
  });

  expect(await policy.execute(() => `${policy.bulkhead?.running} running`)).toBe('1 running');
  const hold = policy.breaker?.isolate('maintenance');
  await expect(policy.execute(() => 'found')).rejects.toBeInstanceOf(CircuitOpenError);
  hold?.release();
  expect(events).toMatchObject([{ outcome: 'success' }, { to: 'isolated' }, { outcome: 'not_permitted' }, {}]);
});

test('10,000 calls with one signal leave nothing behind, and no signal is built for them', async () => {
  const watched = watchSignal();
  const { policy, clock } = createPolicy({ bulkhead: { maxConcurrent: 2 } });
  const built = vi.spyOn(globalThis, 'AbortController');

  for (let call = 0; call < 10_000; call++) await policy.execute(() => 'found', watched);
  expect(built).not.toHaveBeenCalled();
  built.mockRestore();
  expect(watched.attached).toBe(0);
  expect(clock.pendingTimers).toBe(0);
});

import { CapacityExceededError, RateLimitError } from '@octollm/errors/errors';
import { rateLimiter, type RateLimiterOptions, tokenBucket } from '@octollm/errors/rate-limit';
import { describe, expect, test } from 'vitest';

import { ManualClock } from '../../../src/testing/manual-clock.ts';
import { settle } from '../pipeline/deferred.ts';
import { watchSignal } from '../pipeline/watch-signal.ts';

/** One call at once, two a second. */
function createLimiter(options?: RateLimiterOptions) {
  const clock = new ManualClock();
  const limiter = rateLimiter(tokenBucket({ capacity: 1, refillPerSecond: 2, clock }), options);
  const begun: number[] = [];
  const call = (signal?: AbortSignal): Promise<number> =>
    limiter.execute(() => begun.push(clock.now()), signal && { signal });
  return { clock, limiter, begun, call };
}

describe('without waiting', () => {
  test('a call with a token runs, one without is refused', async () => {
    const { call, begun } = createLimiter();

    await call();
    await expect(call()).rejects.toBeInstanceOf(CapacityExceededError);
    expect(begun).toEqual([0]);
  });

  test('the refusal says when there is a token again', async () => {
    const { call, clock } = createLimiter({ name: 'search' });
    await call();
    await clock.advance(100);

    await expect(call()).rejects.toMatchObject({
      message: 'The rate limiter search refused a call: the next token is due in 400 ms',
      status: 503,
      retryAfterMs: 400,
      retryable: true,
      details: { resource: 'search', limit: 1 },
    });
    await clock.advance(400);
    await call();
  });

  test('the limit of a client is the fault of the client: 429', async () => {
    const { call } = createLimiter({ attributeTo: 'client' });
    await call();

    const refused: unknown = await call().catch((error: unknown) => error);
    expect(refused).toBeInstanceOf(RateLimitError);
    expect(refused).toMatchObject({ status: 429, retryAfterMs: 500, details: { limit: 1, window: 0.5 } });
  });

  test('limiters that share a bucket share the limit', async () => {
    const bucket = tokenBucket({ capacity: 1, refillPerSecond: 2, clock: new ManualClock() });
    const [first, second] = [rateLimiter(bucket), rateLimiter(bucket)];

    await first.execute(() => {});
    await expect(second.execute(() => {})).rejects.toBeInstanceOf(CapacityExceededError);
  });
});

describe('waiting', () => {
  test('calls begin at the rate, in the order in which they came', async () => {
    const { limiter, clock } = createLimiter({ wait: true });
    const order: string[] = [];
    const calls = ['a', 'b', 'c', 'd'].map((name) => limiter.execute(() => order.push(`${name} at ${clock.now()}`)));

    await clock.runAll();
    await Promise.all(calls);
    expect(order).toEqual(['a at 0', 'b at 500', 'c at 1000', 'd at 1500']);
  });

  test('a newcomer does not take the token of those who wait', async () => {
    const { limiter, clock } = createLimiter({ wait: true });
    const order: string[] = [];
    const calls = ['a', 'b'].map((name) => limiter.execute(() => order.push(name)));

    clock.skip(500);
    calls.push(limiter.execute(() => order.push('newcomer')));
    await clock.runAll();
    await Promise.all(calls);
    expect(order).toEqual(['a', 'b', 'newcomer']);
  });

  test('a call that would wait too long is refused at once', async () => {
    const { call, limiter, clock } = createLimiter({ wait: true, maxWaitMs: 500 });
    const calls = [call(), call()];

    await expect(call()).rejects.toMatchObject({ retryAfterMs: 1000 });
    expect(limiter.queued).toBe(1);
    await clock.runAll();
    await Promise.all(calls);
  });

  test('a timer exists only while somebody waits', async () => {
    const { call, clock } = createLimiter({ wait: true });

    await call();
    expect(clock.pendingTimers).toBe(0);
    const calls = [call(), call(), call()];
    await settle();
    expect(clock.pendingTimers).toBe(1);
    await clock.runAll();
    await Promise.all(calls);
    expect(clock.pendingTimers).toBe(0);
  });
});

describe('abort', () => {
  const reason = new Error('gave up');

  test('before the call: no token is taken', async () => {
    const { call } = createLimiter();

    await expect(call(AbortSignal.abort(reason))).rejects.toBe(reason);
    await call();
  });

  test('while waiting: the wait ends at once, the others move up, no timer stays', async () => {
    const { call, clock, begun, limiter } = createLimiter({ wait: true });
    const watched = watchSignal();
    await call();
    const aborted = call(watched.signal);
    const next = call();

    watched.abort(reason);
    await expect(aborted).rejects.toBe(reason);
    await clock.advance(500);
    await next;
    expect(begun).toEqual([0, 500]);
    expect(limiter.queued).toBe(0);
    expect(clock.pendingTimers).toBe(0);
    expect(watched.attached).toBe(0);
  });

  test('of the only call that waits: its timer goes with it', async () => {
    const { call, clock } = createLimiter({ wait: true });
    const controller = new AbortController();
    await call();
    const aborted = call(controller.signal);

    await settle();
    controller.abort(reason);
    await expect(aborted).rejects.toBe(reason);
    expect(clock.pendingTimers).toBe(0);
  });

  test('after 10,000 calls nothing is attached to the signal', async () => {
    const { call, clock } = createLimiter({ wait: true });
    const watched = watchSignal();

    for (let round = 0; round < 5_000; round++) {
      const calls = [call(watched.signal), call(watched.signal)];
      clock.skip(1_000);
      await clock.runAll();
      await Promise.all(calls);
    }
    expect(watched.added).toBeGreaterThanOrEqual(5_000);
    expect(watched.attached).toBe(0);
  });
});

test('a wrong option is refused', () => {
  expect(() => createLimiter({ wait: true, maxWaitMs: NaN })).toThrow(
    'maxWaitMs must be a number from 0 up, but is NaN',
  );
});

import { createBreaker } from '@octollm/errors/breaker';
import { bulkhead } from '@octollm/errors/bulkhead';
import { DatabaseError } from '@octollm/errors/errors';
import { fallback } from '@octollm/errors/fallback';
import { hedge } from '@octollm/errors/hedge';
import { pipeline, type Strategy } from '@octollm/errors/pipeline';
import { rateLimiter, tokenBucket } from '@octollm/errors/rate-limit';
import { createRetry } from '@octollm/errors/retry';
import { timeout } from '@octollm/errors/timeout';
import { describe, expect, test } from 'vitest';

import { ManualClock } from '../../../src/testing/manual-clock.ts';

const policies: Readonly<Record<string, (clock: ManualClock) => Strategy<unknown>>> = {
  retry: (clock) => createRetry({ clock, idempotent: true, attemptTimeoutMs: 1_000 }),
  breaker: (clock) => createBreaker({ name: 'hostile', clock }),
  'timeout that races': (clock) => timeout({ timeoutMs: 1_000, mode: 'race', clock }),
  'timeout that waits': (clock) => timeout({ timeoutMs: 1_000, clock }),
  bulkhead: (clock) => bulkhead({ maxConcurrent: 1, clock }),
  'rate limiter': (clock) => rateLimiter(tokenBucket({ capacity: 10, refillPerSecond: 1, clock })),
  hedge: (clock) => hedge({ delayMs: 100, idempotent: true, clock }),
  fallback: () => fallback(() => expect.unreachable()),
  'empty pipeline': () => pipeline(),
};

const resist = (): never => {
  throw new Error('You cannot look at this');
};
const proxy = new Proxy({}, { get: resist, has: resist, getPrototypeOf: resist, ownKeys: resist });
const revoked = Proxy.revocable({}, {});
revoked.revoke();

const strange: readonly (readonly [string, unknown])[] = [
  ['undefined', undefined],
  ['null', null],
  ['a symbol', Symbol('thrown')],
  ['a bigint', 1n],
  ['a function', () => 1],
  ['an object without a prototype', Object.create(null)],
  ['a frozen error', Object.freeze(new Error('frozen'))],
  ['a frozen error of ours', Object.freeze(new DatabaseError('frozen'))],
  ['a proxy that resists', proxy],
  ['a revoked proxy', revoked.proxy],
];

/** Settles three times and throws at the end: the first settlement is the one that counts. */
const eager: PromiseLike<string> = {
  then(onValue, onError) {
    void onValue?.('first');
    void onValue?.('second');
    void onError?.('third');
    throw new Error('fourth');
  },
};
const withoutThen: PromiseLike<string> = Object.defineProperty({ then: resist }, 'then', { get: resist });

/** Returns what a call rejects with, in a list, because it may be anything. */
async function rejection(call: Promise<unknown>): Promise<readonly unknown[]> {
  const [result] = await Promise.allSettled([call]);
  return result.status === 'rejected' ? [result.reason] : [];
}

describe.each(Object.entries(policies))('%s', (_, create) => {
  test.each(strange)('passes %s on as it is', async (_name, value) => {
    const clock = new ManualClock();
    const policy = create(clock);
    const thrown = await rejection(
      policy.execute(() => {
        throw value;
      }),
    );
    const rejected = await rejection(policy.execute(() => Promise.reject(value)));

    expect([thrown, rejected].map(([error]) => Object.is(error, value))).toEqual([true, true]);
    expect(clock.pendingTimers).toBe(0);
  });

  test('heeds the first settlement of a thenable, and hears one that cannot be asked', async () => {
    const clock = new ManualClock();
    const policy = create(clock);

    expect(await policy.execute(() => eager)).toBe('first');
    expect(await rejection(policy.execute(() => withoutThen))).toEqual([new Error('You cannot look at this')]);
    expect(clock.pendingTimers).toBe(0);
  });

  test('outlives an abort that the call itself makes, and is free for the next one', async () => {
    const clock = new ManualClock();
    const policy = create(clock);
    const controller = new AbortController();
    const enough = new Error('Enough');
    const aborting = policy.execute(({ signal }) => {
      controller.abort(enough);
      return new Promise<never>((_resolve, reject) => {
        if (signal.aborted) reject(signal.reason);
      });
    }, controller);

    expect(await rejection(aborting)).toEqual([enough]);
    expect(clock.pendingTimers).toBe(0);
    expect(await policy.execute(() => 'next')).toBe('next');
  });
});

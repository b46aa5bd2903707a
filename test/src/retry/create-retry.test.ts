import { constant, createRetry, type GiveUpReason, ratioBudget, retry } from '@octollm/errors/retry';
import { failTimes, ManualClock } from '@octollm/errors/testing';
import { describe, expect, test, vi } from 'vitest';

import { refused } from './failures.ts';
import { runOut } from './run-out.ts';

const shutdown = new Error('Shutting down');
const failing = (): never => {
  throw refused();
};

describe('a policy', () => {
  test('serves many calls at the same time, each with attempts of its own', async () => {
    const clock = new ManualClock();
    const policy = createRetry({ clock, backoff: constant(10), budget: false });
    const calls = Array.from({ length: 5 }, (_, index) =>
      policy.execute(failTimes(() => index, { times: 2, error: refused })),
    );

    expect(await runOut(clock, Promise.all(calls))).toEqual({ status: 'fulfilled', value: [0, 1, 2, 3, 4] });
  });

  test('takes the signal of each call', async () => {
    const policy = createRetry();

    await expect(policy.execute(() => 1, { signal: AbortSignal.abort(shutdown) })).rejects.toBe(shutdown);
    await expect(policy.execute(() => 2)).resolves.toBe(2);
  });

  test('does not change or keep watching its options', async () => {
    const options = { maxAttempts: 1, clock: new ManualClock() };
    const policy = createRetry(Object.freeze({ ...options }));
    options.maxAttempts = 9;
    let calls = 0;
    await runOut(
      options.clock,
      policy.execute(() => {
        calls++;
        return failing();
      }),
    );

    expect(calls).toBe(1);
  });

  test('nests in another one through its context', async () => {
    const clock = new ManualClock();
    const controller = new AbortController();
    const outer = createRetry({ clock, budget: false });
    const inner = createRetry({ clock, budget: false, backoff: constant(1000) });
    const call = outer.execute((context) => inner.execute(failing, context), { signal: controller.signal });
    const settled = expect(call).rejects.toBe(shutdown);
    await clock.advance(100);
    controller.abort(shutdown);
    await settled;

    expect(clock.pendingTimers).toBe(0);
  });
});

test('a policy tells a pipeline which layers it has', () => {
  expect(createRetry().layers).toEqual(['retry']);
  expect(createRetry({ attemptTimeoutMs: 1000 }).layers).toEqual(['retry', 'timeout']);
});

describe('the budget', () => {
  test('is on in a policy: a service that is down is not asked three times as often', async () => {
    const clock = new ManualClock();
    const reasons: GiveUpReason[] = [];
    const policy = createRetry({ clock, onGiveUp: ({ reason }) => reasons.push(reason) });
    let calls = 0;
    const asked = Array.from({ length: 100 }, () =>
      policy.execute(() => {
        calls++;
        return failing();
      }),
    );
    await runOut(clock, Promise.allSettled(asked));

    // 100 first calls, 10 free retries, and what became free while the back-off lasted.
    expect(calls).toBeGreaterThanOrEqual(110);
    expect(calls).toBeLessThan(115);
    expect(reasons.filter((reason) => reason === 'budget').length).toBeGreaterThan(90);
  });

  test('fills up by the clock of the policy', async () => {
    const clock = new ManualClock();
    const policy = createRetry({ clock, maxAttempts: 2, backoff: constant(0) });
    const countRetries = async (): Promise<number> => {
      let retries = 0;
      const asked = Array.from({ length: 20 }, () =>
        policy.execute(({ attempt }) => {
          retries += attempt - 1;
          return failing();
        }),
      );
      await runOut(clock, Promise.allSettled(asked));
      return retries;
    };

    expect(await countRetries()).toBe(10);
    expect(await countRetries()).toBe(0);
    await clock.advance(20_000);
    expect(await countRetries()).toBe(10);
  });

  test('is off in a single call', async () => {
    const clock = new ManualClock();
    let calls = 0;
    const asked = Array.from({ length: 100 }, () =>
      retry(
        () => {
          calls++;
          return failing();
        },
        { clock },
      ),
    );
    await runOut(clock, Promise.allSettled(asked));

    expect(calls).toBe(300);
  });

  test('may be shared between policies', async () => {
    const clock = new ManualClock();
    const budget = ratioBudget({ clock, minPerSecond: 0.1 });
    const [first, second] = [createRetry({ clock, budget }), createRetry({ clock, budget })];
    let retries = 0;
    const fn = ({ attempt }: { attempt: number }): never => {
      if (attempt > 1) retries++;
      return failing();
    };
    await runOut(clock, Promise.allSettled([first.execute(fn), second.execute(fn)]));

    expect(retries).toBe(1);
  });

  test('hears of every success, also of those after a retry', async () => {
    const clock = new ManualClock();
    let successes = 0;
    const budget = { tryAcquire: () => true, onSuccess: () => void successes++, tokens: 0 };
    const policy = createRetry({ clock, budget });
    await policy.execute(() => 1);
    await runOut(clock, policy.execute(failTimes(() => 1, { times: 1, error: refused })));
    await runOut(clock, policy.execute(failing));

    expect(successes).toBe(2);
  });

  test('hears of no success when the last value was refused', async () => {
    const clock = new ManualClock();
    const budget = { tryAcquire: () => true, onSuccess: vi.fn(), tokens: 1 };
    const policy = createRetry({ clock, budget, maxAttempts: 2, retryResult: (value) => value === 'pending' });

    expect(
      await runOut(
        clock,
        policy.execute(() => 'pending'),
      ),
    ).toEqual({ status: 'fulfilled', value: 'pending' });
    expect(budget.onSuccess).not.toHaveBeenCalled();
  });

  test('is not charged for a failure that is not tried again anyway', async () => {
    const charged: number[] = [];
    const budget = {
      tryAcquire: () => charged.push(1) > 0,
      onSuccess: () => undefined,
      tokens: 0,
    };
    await expect(createRetry({ budget, maxAttempts: 1 }).execute(failing)).rejects.toThrow();
    await expect(createRetry({ budget }).execute(() => Promise.reject(new TypeError()))).rejects.toThrow();

    expect(charged).toEqual([]);
  });
});

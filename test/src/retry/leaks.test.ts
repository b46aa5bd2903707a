import { createRetry, retry } from '@octollm/errors/retry';
import { failTimes, ManualClock } from '@octollm/errors/testing';
import { timeout, withTimeout } from '@octollm/errors/timeout';
import { afterEach, beforeEach, expect, test } from 'vitest';

import { watchSignal } from '../pipeline/watch-signal.ts';
import { refused } from './failures.ts';

const calls = 10_000;
/** Far more than Node lets listen to one signal without a warning. */
const concurrency = 100;
const complaints: unknown[] = [];
const listen = (complaint: unknown): number => complaints.push(complaint);

beforeEach(() => void process.on('unhandledRejection', listen).on('warning', listen));
afterEach(() => void process.off('unhandledRejection', listen).off('warning', listen));

/** Node reports an unhandled rejection when the microtasks have ended. */
function endTurn(): Promise<void> {
  return new Promise((resolve) => setImmediate(resolve));
}

/** Makes calls under one long-lived signal and tells what they left behind. */
async function leftAfter(
  call: (index: number, signal: AbortSignal, clock: ManualClock) => Promise<unknown>,
): Promise<{ listeners: number; timers: number; complaints: readonly unknown[] }> {
  const clock = new ManualClock();
  const caller = watchSignal();
  for (let begun = 0; begun < calls; begun += concurrency) {
    const batch = Promise.allSettled(
      Array.from({ length: concurrency }, (_, index) => call(index, caller.signal, clock)),
    );
    await clock.runAll();
    await batch;
  }
  await endTurn();
  return { listeners: caller.attached, timers: clock.pendingTimers, complaints: complaints.splice(0) };
}

const nothing = { listeners: 0, timers: 0, complaints: [] };

test('L8: 10,000 calls that retry leave no listener, no timer and no unhandled rejection', async () => {
  const left = await leftAfter((index, signal, clock) =>
    retry(
      failTimes(() => index, { times: index % 4, error: refused }),
      { signal, clock, attemptTimeoutMs: 1000 },
    ),
  );

  expect(left).toEqual(nothing);
});

test('10,000 calls of a policy within a deadline leave nothing either', async () => {
  const policies = new WeakMap<ManualClock, ReturnType<typeof createRetry>>();
  const left = await leftAfter((index, signal, clock) => {
    const policy = policies.get(clock) ?? createRetry({ clock });
    policies.set(clock, policy);
    const fn = failTimes(() => index, { times: index % 4, error: refused });
    return timeout({ timeoutMs: 300, mode: 'race', clock }).execute((context) => policy.execute(fn, context), {
      signal,
    });
  });

  expect(left).toEqual(nothing);
});

test('10,000 lost races leave nothing, although the losers reject later', async () => {
  const left = await leftAfter((_index, signal, clock) => {
    const late = (): Promise<never> =>
      new Promise((_resolve, reject) => void clock.setTimer(5000, () => reject(refused())));
    return withTimeout(late, { timeoutMs: 1000, mode: 'race', signal, clock });
  });

  expect(left).toEqual(nothing);
});

test('10,000 successes without a signal add no listener, no timer and no signal', async () => {
  const clock = new ManualClock();
  const policy = createRetry({ clock });
  for (let call = 0; call < calls; call++) await policy.execute(() => call);

  expect(clock.pendingTimers).toBe(0);
});

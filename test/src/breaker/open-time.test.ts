import { consecutive, createBreaker, type BreakerOptions, type CircuitBreaker } from '@octollm/errors/breaker';
import { ManualClock } from '@octollm/errors/testing';
import { expect, test } from 'vitest';

import { fail, failTimes, succeed } from './drive.ts';
import { answeredWithWait } from './failures.ts';

const clock = new ManualClock();

function create(options: Partial<BreakerOptions> = {}): CircuitBreaker {
  return createBreaker({ name: 'service', trip: consecutive(1), clock, ...options });
}

/** Lets the circuit open several times in a row and tells how long each time was. */
async function openTimes(breaker: CircuitBreaker, times: number): Promise<number[]> {
  const waits: number[] = [];
  for (let time = 0; time < times; time++) {
    await fail(breaker);
    const { retryAfterMs } = breaker.snapshot();
    waits.push(retryAfterMs);
    await clock.advance(retryAfterMs);
  }
  return waits;
}

test('a number is how long the circuit stays open, each time', async () => {
  expect(await openTimes(create({ openMs: 60_000 }), 3)).toEqual([60_000, 60_000, 60_000]);
});

test('by default it grows from five seconds to five minutes', async () => {
  const breaker = create({ random: () => 1 });

  expect(await openTimes(breaker, 8)).toEqual([5000, 10_000, 20_000, 40_000, 80_000, 160_000, 300_000, 300_000]);
});

test('by default half of it is left to chance', async () => {
  expect(await openTimes(create({ random: () => 0 }), 3)).toEqual([2500, 5000, 10_000]);
  expect(await openTimes(create({ random: () => 0.5 }), 3)).toEqual([3750, 7500, 15_000]);
});

test('it begins small again when the circuit has closed', async () => {
  const breaker = create({ random: () => 1 });
  await openTimes(breaker, 3);
  await succeed(breaker);

  expect(await openTimes(breaker, 2)).toEqual([5000, 10_000]);
});

test('a function hears how often the circuit has opened and of what', async () => {
  const heard: unknown[] = [];
  const breaker = create({
    openMs: (context) => {
      heard.push(context);
      return 7;
    },
  });
  await fail(breaker, 'first');
  await clock.advance(7);
  await fail(breaker, 'second');

  expect(heard).toEqual([
    { consecutiveOpens: 1, lastError: 'first' },
    { consecutiveOpens: 2, lastError: 'second' },
  ]);
});

test.each([
  ['too much', Infinity, 300_000],
  ['not a number', NaN, 0],
  ['negative', -5, 0],
])('no function keeps a circuit open for ever: %s', async (_, returned, expected) => {
  const breaker = create({ openMs: () => returned });
  await fail(breaker);

  expect(breaker.snapshot()).toMatchObject({ state: 'open', retryAfterMs: expected });
});

test('a function that throws is heard of, and the circuit opens for maxOpenMs', async () => {
  const heard: unknown[] = [];
  const breaker = create({
    maxOpenMs: 2000,
    openMs() {
      throw new TypeError('a bug');
    },
    onHookError: (error) => heard.push(error),
  });
  await fail(breaker);

  expect(breaker.snapshot()).toMatchObject({ state: 'open', retryAfterMs: 2000 });
  expect(heard).toEqual([new TypeError('a bug')]);
});

test('a failure with a longer wait keeps the circuit open that long', async () => {
  const breaker = create({ openMs: 1000 });
  await fail(breaker, answeredWithWait('unavailable', 30_000));

  expect(breaker.snapshot()).toMatchObject({ state: 'open', retryAfterMs: 30_000 });
});

test('a failure with a shorter wait does not shorten the open time', async () => {
  const breaker = create({ openMs: 1000 });
  await fail(breaker, answeredWithWait('unavailable', 10));

  expect(breaker.snapshot().retryAfterMs).toBe(1000);
});

test('a wait of a failure that does not open the circuit pauses nothing', async () => {
  const breaker = create({ trip: consecutive(2) });
  await fail(breaker, answeredWithWait('unavailable', 30_000));

  expect(breaker.snapshot()).toMatchObject({ state: 'closed', retryAfterMs: 0 });
});

test('waits can be left out of account: then a rate limit is a failure', async () => {
  const breaker = create({ trip: consecutive(2), openMs: 1000, honourRetryAfter: false });
  await failTimes(breaker, 2, answeredWithWait('rate_limit', 30_000));

  expect(breaker.snapshot()).toMatchObject({ state: 'open', retryAfterMs: 1000 });
});

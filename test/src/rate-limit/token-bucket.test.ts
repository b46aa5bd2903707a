import { tokenBucket } from '@octollm/errors/rate-limit';
import { expect, test } from 'vitest';

import { ManualClock } from '../../../src/testing/manual-clock.ts';

const takeAll = (bucket: { tryTake(): boolean }): number => {
  let taken = 0;
  while (bucket.tryTake()) taken++;
  return taken;
};

test('starts full and empties', () => {
  const bucket = tokenBucket({ capacity: 3, refillPerSecond: 1, clock: new ManualClock() });

  expect(takeAll(bucket)).toBe(3);
});

test('fills with time, token by token', async () => {
  const clock = new ManualClock();
  const bucket = tokenBucket({ capacity: 3, refillPerSecond: 2, clock });
  takeAll(bucket);

  await clock.advance(499);
  expect(bucket.tryTake()).toBe(false);
  await clock.advance(1);
  expect(bucket.tryTake()).toBe(true);
  expect(bucket.tryTake()).toBe(false);
});

test('never holds more than its capacity, however long the pause was', async () => {
  const clock = new ManualClock();
  const bucket = tokenBucket({ capacity: 3, refillPerSecond: 2, clock });

  await clock.advance(3_600_000);
  expect(takeAll(bucket)).toBe(3);
});

test('loses nothing when a clock goes back', () => {
  const clock = new ManualClock();
  const bucket = tokenBucket({ capacity: 3, refillPerSecond: 1, clock });
  bucket.tryTake();
  clock.skip(-3_600_000);

  expect(takeAll(bucket)).toBe(2);
  expect(bucket.msUntil(1)).toBe(1_000);
});

test('says how long until there are tokens, rounded up', () => {
  const bucket = tokenBucket({ capacity: 1, refillPerSecond: 3, clock: new ManualClock() });

  expect(bucket.msUntil(1)).toBe(0);
  takeAll(bucket);
  expect(bucket.msUntil(1)).toBe(334);
  expect(bucket.msUntil(2)).toBe(667);
});

test('gives out what it promises over a long time', async () => {
  const clock = new ManualClock();
  const bucket = tokenBucket({ capacity: 2, refillPerSecond: 7, clock });
  let taken = takeAll(bucket);

  for (let step = 0; step < 1_000; step++) {
    await clock.advance(10);
    taken += takeAll(bucket);
  }
  expect(taken).toBeGreaterThanOrEqual(71);
  expect(taken).toBeLessThanOrEqual(72);
});

test('holds no timer', () => {
  const clock = new ManualClock();
  tokenBucket({ capacity: 1, refillPerSecond: 1, clock }).tryTake();

  expect(clock.pendingTimers).toBe(0);
});

test.each([
  [{ capacity: 0.5, refillPerSecond: 1 }, 'tokenBucket: capacity must be a number from 1 up, but is 0.5'],
  [{ capacity: 1, refillPerSecond: 0 }, 'tokenBucket: refillPerSecond must be a number above 0, but is 0'],
])('a wrong option is refused: %j', (options, message) => {
  expect(() => tokenBucket(options)).toThrow(message);
});

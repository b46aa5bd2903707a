import { ManualClock } from '@octollm/errors/testing';
import { expect, test } from 'vitest';

test('stands still', () => {
  const clock = new ManualClock();

  expect([clock.now(), clock.now()]).toEqual([0, 0]);
  expect(new Date(clock.epoch()).toISOString()).toBe('2026-01-01T00:00:00.000Z');
});

test('starts where a test wants it', () => {
  const clock = new ManualClock({ now: 500, epoch: Date.UTC(2030, 0, 1) });
  clock.skip(1000);

  expect(clock.now()).toBe(1500);
  expect(new Date(clock.epoch()).toISOString()).toBe('2030-01-01T00:00:01.000Z');
});

test('fires what is due in the order of time, each at its own moment', async () => {
  const clock = new ManualClock();
  const fired: [string, number][] = [];
  for (const delayMs of [300, 100, 200]) clock.setTimer(delayMs, () => fired.push([`${delayMs}`, clock.now()]));
  await clock.advance(250);

  expect(fired).toEqual([
    ['100', 100],
    ['200', 200],
  ]);
  expect(clock.now()).toBe(250);
  expect(clock.pendingTimers).toBe(1);
  expect(clock.nextTimerInMs).toBe(50);
});

test('fires timers of the same moment in the order in which they were set', async () => {
  const clock = new ManualClock();
  const fired: number[] = [];
  for (const id of [1, 2, 3]) clock.setTimer(10, () => fired.push(id));
  await clock.advance(10);

  expect(fired).toEqual([1, 2, 3]);
});

test('fires timers that are set on the way', async () => {
  const clock = new ManualClock();
  const fired: number[] = [];
  const again = (): void => {
    fired.push(clock.now());
    clock.setTimer(10, again);
  };
  clock.setTimer(10, again);
  await clock.advance(35);

  expect(fired).toEqual([10, 20, 30]);
});

test('lets promises settle between two timers', async () => {
  const clock = new ManualClock();
  const order: string[] = [];
  clock.setTimer(10, () => {
    order.push('timer 1');
    void Promise.resolve().then(() => order.push('promise'));
  });
  clock.setTimer(20, () => order.push('timer 2'));
  await clock.advance(20);

  expect(order).toEqual(['timer 1', 'promise', 'timer 2']);
});

test('forgets a timer that was cancelled', async () => {
  const clock = new ManualClock();
  const cancel = clock.setTimer(10, () => expect.unreachable());
  cancel();
  cancel();
  await clock.advance(10);

  expect(clock.nextTimerInMs).toBeUndefined();
});

test('skips time as a suspended machine does, and fires late', async () => {
  const clock = new ManualClock();
  const fired: number[] = [];
  clock.setTimer(10, () => fired.push(clock.now()));
  clock.skip(1000);
  expect(fired).toEqual([]);
  await clock.advance(0);

  expect(fired).toEqual([1000]);
});

test('never runs backwards, even when a timer skips time', async () => {
  const clock = new ManualClock();
  clock.setTimer(10, () => clock.skip(1000));
  await clock.advance(20);

  expect(clock.now()).toBe(1010);
});

test('runs all timers but those that never fire', async () => {
  const clock = new ManualClock();
  const fired: number[] = [];
  clock.setTimer(1e15, () => fired.push(clock.now()));
  clock.setTimer(Infinity, () => expect.unreachable());
  await clock.runAll();

  expect(fired).toEqual([1e15]);
  expect(clock.pendingTimers).toBe(1);
});

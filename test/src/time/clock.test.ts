import { sleep, systemClock } from '@octollm/errors/time';
import { ManualClock } from '@octollm/errors/testing';
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';

const longestMs = 2 ** 31 - 1;

describe('the clock of the machine', () => {
  beforeEach(() => void vi.useFakeTimers());
  afterEach(() => void vi.useRealTimers());

  test('tells monotonic time and dates', () => {
    vi.setSystemTime(1000);
    const [now, epoch] = [systemClock.now(), systemClock.epoch()];
    vi.advanceTimersByTime(50);

    expect(systemClock.now() - now).toBe(50);
    expect(epoch).toBe(1000);
    expect(systemClock.epoch()).toBe(1050);
  });

  test('calls back once', () => {
    const fired = vi.fn();
    systemClock.setTimer(100, fired);
    vi.advanceTimersByTime(99);
    expect(fired).not.toHaveBeenCalled();
    vi.advanceTimersByTime(1000);

    expect(fired).toHaveBeenCalledExactlyOnceWith();
  });

  test('does not call back after it was cancelled, and may be cancelled twice', () => {
    const cancel = systemClock.setTimer(100, () => expect.unreachable());
    cancel();
    cancel();
    vi.advanceTimersByTime(1000);

    expect(vi.getTimerCount()).toBe(0);
  });

  test('R5: waits longer than a timer of the platform can', () => {
    const fired = vi.fn();
    systemClock.setTimer(longestMs * 2 + 10, fired);
    vi.advanceTimersByTime(longestMs * 2 + 9);
    expect(fired).not.toHaveBeenCalled();
    vi.advanceTimersByTime(1);

    expect(fired).toHaveBeenCalledOnce();
  });

  test('cancels a long wait in its second half, too', () => {
    const cancel = systemClock.setTimer(longestMs + 1000, () => expect.unreachable());
    vi.advanceTimersByTime(longestMs + 500);
    cancel();

    expect(vi.getTimerCount()).toBe(0);
  });

  test('R5: takes what is no positive number for 0, not for a hot loop of its own', () => {
    const fired = vi.fn();
    for (const delayMs of [NaN, -1, -Infinity, 0]) systemClock.setTimer(delayMs, fired);
    vi.advanceTimersByTime(0);

    expect(fired).toHaveBeenCalledTimes(4);
  });

  test('never comes to the end of Infinity', () => {
    const cancel = systemClock.setTimer(Infinity, () => expect.unreachable());
    vi.advanceTimersByTime(longestMs * 3);
    cancel();

    expect(vi.getTimerCount()).toBe(0);
  });
});

describe('sleep', () => {
  test('ends after the delay', async () => {
    const clock = new ManualClock();
    let isAwake = false;
    const asleep = sleep(clock, 100).then(() => (isAwake = true));
    await clock.advance(99);
    expect(isAwake).toBe(false);
    await clock.advance(1);

    await asleep;
  });

  test('sets no timer when the signal has ended already', async () => {
    const clock = new ManualClock();
    const reason = new Error('Shutting down');

    await expect(sleep(clock, 100, AbortSignal.abort(reason))).rejects.toBe(reason);
    expect(clock.pendingTimers).toBe(0);
  });

  test('ends at once with the reason of an abort, and leaves neither timer nor listener', async () => {
    const clock = new ManualClock();
    const controller = new AbortController();
    const reason = new Error('Shutting down');
    const remove = vi.spyOn(controller.signal, 'removeEventListener');
    const asleep = sleep(clock, 100, controller.signal);
    controller.abort(reason);

    await expect(asleep).rejects.toBe(reason);
    expect(clock.pendingTimers).toBe(0);

    const other = new AbortController();
    const removeOther = vi.spyOn(other.signal, 'removeEventListener');
    await Promise.all([sleep(clock, 100, other.signal), clock.advance(100)]);
    expect(removeOther).toHaveBeenCalledOnce();
    expect(remove).not.toHaveBeenCalled();
  });
});

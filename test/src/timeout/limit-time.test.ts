import { ManualClock } from '@octollm/errors/testing';
import { timeout, type TimeoutMode } from '@octollm/errors/timeout';
import { describe, expect, test, vi } from 'vitest';

describe.each<TimeoutMode>(['cooperative', 'race'])('%s: a timer is set only for work that takes time', (mode) => {
  test.each([
    ['a value', () => 'done'],
    ['a promise that is settled', () => Promise.resolve('done')],
    ['an async function that waits for nothing', async () => 'done'],
  ])('not for %s', async (_, work) => {
    const clock = new ManualClock();
    const setTimer = vi.spyOn(clock, 'setTimer');

    expect(await timeout({ timeoutMs: 100, mode, clock }).execute(work)).toBe('done');
    expect(setTimer).not.toHaveBeenCalled();
  });

  test('for a promise that is pending, and it is cancelled with the work', async () => {
    const clock = new ManualClock();
    const setTimer = vi.spyOn(clock, 'setTimer');
    const call = timeout({ timeoutMs: 100, mode, clock }).execute(async () => {
      await clock.advance(0);
      return 'done';
    });

    expect(await call).toBe('done');
    expect(setTimer).toHaveBeenCalledOnce();
    expect(clock.pendingTimers).toBe(0);
  });

  test('a thenable that works only when it is asked is asked once', async () => {
    const query = { then: vi.fn((resolve: (rows: string) => void) => resolve('rows')) };

    expect(await timeout({ timeoutMs: 100, mode }).execute(() => query as unknown as PromiseLike<string>)).toBe('rows');
    expect(query.then).toHaveBeenCalledOnce();
  });

  test('an abort before the timer is set ends the work with its reason', async () => {
    const controller = new AbortController();
    const reason = new Error('gave up');
    const call = timeout({ timeoutMs: 100, mode, clock: new ManualClock() }).execute(
      ({ signal }) =>
        new Promise<never>((_, reject) => {
          signal.addEventListener('abort', () => reject(signal.reason));
        }),
      { signal: controller.signal },
    );

    controller.abort(reason);
    await expect(call).rejects.toBe(reason);
  });
});

test('race: an abort before the timer is set needs no help of the work', async () => {
  const controller = new AbortController();
  const reason = new Error('gave up');
  const call = timeout({ timeoutMs: 100, mode: 'race', clock: new ManualClock() }).execute(
    () => new Promise<never>(() => {}),
    { signal: controller.signal },
  );

  controller.abort(reason);
  await expect(call).rejects.toBe(reason);
});

import { getEventListeners } from 'node:events';
import { settleAll } from '@octollm/errors/batch';
import { createRetry } from '@octollm/errors/retry';
import { ManualClock } from '@octollm/errors/testing';
import { timeout } from '@octollm/errors/timeout';
import { describe, expect, it } from 'vitest';

import { listenToAbort } from '../../../src/pipeline/listen-to-abort.ts';
import { refused } from '../retry/failures.ts';
import { watchSignal } from './watch-signal.ts';

const many = Array.from({ length: 1_000 }, (_, index) => index);

describe('listenToAbort', () => {
  it('calls back when the signal aborts', () => {
    const watched = watchSignal();
    const heard: string[] = [];
    listenToAbort(watched.signal, () => heard.push('abort'));

    expect(heard).toEqual([]);
    watched.abort('over');
    expect(heard).toEqual(['abort']);
  });

  it('tells all that wait, in their order, through one listener', () => {
    const controller = new AbortController();
    const heard: number[] = [];
    for (const index of many) listenToAbort(controller.signal, () => heard.push(index));

    expect(getEventListeners(controller.signal, 'abort')).toHaveLength(1);
    controller.abort();
    expect(heard).toEqual(many);
  });

  it('calls nobody who stopped listening, and stopping twice stops nobody else', () => {
    const watched = watchSignal();
    const heard: string[] = [];
    const stop = listenToAbort(watched.signal, () => heard.push('first'));
    listenToAbort(watched.signal, () => heard.push('second'));

    stop();
    stop();
    expect(watched.attached).toBe(1);
    watched.abort('over');
    expect(heard).toEqual(['second']);
  });

  it('leaves the signal with the last one who waits, and comes back with the next', () => {
    const watched = watchSignal();
    const heard: string[] = [];
    listenToAbort(watched.signal, () => heard.push('first'))();
    expect(watched.attached).toBe(0);

    listenToAbort(watched.signal, () => heard.push('second'));
    expect(watched.attached).toBe(1);
    watched.abort('over');
    expect(heard).toEqual(['second']);
  });

  it('keeps signals apart', () => {
    const [one, other] = [watchSignal(), watchSignal()];
    const heard: string[] = [];
    listenToAbort(one.signal, () => heard.push('one'));
    listenToAbort(other.signal, () => heard.push('other'));

    one.abort('over');
    expect(heard).toEqual(['one']);
    expect(other.attached).toBe(1);
  });

  it('does not call who is told to stop by an earlier callback', () => {
    const controller = new AbortController();
    const heard: string[] = [];
    listenToAbort(controller.signal, () => stopSecond());
    const stopSecond = listenToAbort(controller.signal, () => heard.push('second'));

    controller.abort();
    expect(heard).toEqual([]);
  });
});

describe('1,000 calls under one signal at the same time', () => {
  const clock = new ManualClock();
  const { signal } = new AbortController();

  it.each([
    [
      'waits between attempts',
      () => createRetry({ clock, budget: false }).execute(() => Promise.reject(refused()), { signal }),
    ],
    [
      'time limits',
      () => timeout({ timeoutMs: 10, mode: 'race', clock }).execute(() => new Promise(() => {}), { signal }),
    ],
    ['batches', () => settleAll([1], () => new Promise((resolve) => clock.setTimer(10, () => resolve(1))), { signal })],
  ])('have one listener: %s', async (_, call: () => Promise<unknown>) => {
    const running = Promise.allSettled(many.map(call));
    for (let step = 0; step < 20; step++) await undefined;

    expect(getEventListeners(signal, 'abort')).toHaveLength(1);
    await clock.runAll();
    await running;
    expect(getEventListeners(signal, 'abort')).toHaveLength(0);
  });
});

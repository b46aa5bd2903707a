import { bulkhead } from '@octollm/errors/bulkhead';
import { BulkheadFullError } from '@octollm/errors/errors';
import { describe, expect, test } from 'vitest';

import { ManualClock } from '../../../src/testing/manual-clock.ts';
import { defer, settle } from '../pipeline/deferred.ts';
import { watchSignal } from '../pipeline/watch-signal.ts';

describe('slots', () => {
  test('a call with a free slot runs at once and returns what it returns', async () => {
    const slots = bulkhead({ maxConcurrent: 1 });

    expect(await slots.execute(() => 'value')).toBe('value');
    expect(await slots.execute(async () => 'promised')).toBe('promised');
    expect(slots.running).toBe(0);
  });

  test('a call too many is refused, and says by whom', async () => {
    const slots = bulkhead({ maxConcurrent: 1, name: 'payments' });
    const work = defer();
    const running = slots.execute(() => work.promise);

    const refused: unknown = await slots.execute(() => expect.unreachable()).catch((error: unknown) => error);
    expect(refused).toBeInstanceOf(BulkheadFullError);
    expect(refused).toMatchObject({
      message: 'The bulkhead payments refused a call: all slots are taken (1 running, 0 waiting)',
      code: 'BULKHEAD_FULL',
      status: 503,
      details: { bulkhead: 'payments', limit: 1 },
    });
    work.resolve();
    await running;
  });

  test.each([
    ['rejects', () => Promise.reject(new Error('broken'))],
    [
      'throws at once',
      () => {
        throw new Error('broken');
      },
    ],
  ])('a slot is free again when the work %s', async (_, work) => {
    const slots = bulkhead({ maxConcurrent: 1 });

    await expect(slots.execute(work)).rejects.toThrow('broken');
    expect(slots.running).toBe(0);
  });

  test('M-opossum-slot: the slot stays taken while the work runs, also after a timeout around it', async () => {
    const slots = bulkhead({ maxConcurrent: 1 });
    const work = defer();
    const outside = new AbortController();
    const call = slots.execute(() => work.promise, { signal: outside.signal });

    outside.abort(new Error('timed out'));
    await settle();
    expect(slots.running).toBe(1);
    await expect(slots.execute(() => 'too early')).rejects.toThrow(BulkheadFullError);

    work.resolve();
    await call;
    expect(slots.running).toBe(0);
  });
});

describe('the queue', () => {
  test('is first come, first served', async () => {
    const slots = bulkhead({ maxConcurrent: 1, maxQueue: 3 });
    const order: number[] = [];
    const first = defer();
    const calls = [0, 1, 2, 3].map((call) =>
      slots.execute(async () => {
        order.push(call);
        if (call === 0) await first.promise;
      }),
    );

    await settle();
    expect(slots).toMatchObject({ running: 1, queued: 3 });
    first.resolve();
    await Promise.all(calls);
    expect(order).toEqual([0, 1, 2, 3]);
    expect(slots).toMatchObject({ running: 0, queued: 0 });
  });

  test('never lets more run than there are slots, also when a newcomer meets a slot that was just freed', async () => {
    const slots = bulkhead({ maxConcurrent: 2, maxQueue: Infinity });
    let running = 0;
    let most = 0;
    const work = async (): Promise<void> => {
      most = Math.max(most, ++running);
      await settle();
      running--;
    };

    const calls = Array.from({ length: 20 }, async (_, call) => {
      for (let turn = 0; turn < call * 7; turn++) await Promise.resolve();
      await slots.execute(work);
    });
    await Promise.all(calls);
    expect(most).toBe(2);
  });

  test('refuses what does not fit', async () => {
    const slots = bulkhead({ maxConcurrent: 1, maxQueue: 1 });
    const work = defer();
    const calls = [slots.execute(() => work.promise), slots.execute(() => 'second')];

    await expect(slots.execute(() => 'third')).rejects.toThrow('1 running, 1 waiting');
    work.resolve();
    await Promise.all(calls);
  });

  test('waits no longer than the timeout', async () => {
    const clock = new ManualClock();
    const slots = bulkhead({ maxConcurrent: 1, maxQueue: 1, queueTimeoutMs: 100, clock });
    const work = defer();
    const running = slots.execute(() => work.promise);
    const waiting = slots.execute(() => expect.unreachable());

    await Promise.all([expect(waiting).rejects.toThrow('no slot was free within 100 ms'), clock.advance(100)]);
    expect(slots).toMatchObject({ running: 1, queued: 0 });
    work.resolve();
    await running;
    expect(slots.running).toBe(0);
  });

  test('forgets the timeout when the slot comes in time', async () => {
    const clock = new ManualClock();
    const slots = bulkhead({ maxConcurrent: 1, maxQueue: 1, queueTimeoutMs: 100, clock });
    const work = defer();
    const running = slots.execute(() => work.promise);
    const waiting = slots.execute(() => 'served');

    work.resolve();
    await running;
    expect(await waiting).toBe('served');
    expect(clock.pendingTimers).toBe(0);
  });
});

describe('a call inside a call of the same bulkhead', () => {
  test('is refused like any other when there is no slot and no queue', async () => {
    const slots = bulkhead({ maxConcurrent: 1 });

    await expect(slots.execute((context) => slots.execute(() => 'inner', context))).rejects.toThrow(
      'all slots are taken',
    );
    expect(await slots.execute(() => 'free')).toBe('free');
  });

  test('waits for itself in the queue, until the time is over', async () => {
    const clock = new ManualClock();
    const slots = bulkhead({ maxConcurrent: 1, maxQueue: 1, queueTimeoutMs: 500, clock });
    const call = slots.execute((context) => slots.execute(() => 'inner', context));
    const refused = expect(call).rejects.toThrow('no slot was free within 500 ms');

    await clock.advance(500);
    await refused;
    expect(slots).toMatchObject({ running: 0, queued: 0 });
  });
});

describe('abort', () => {
  const reason = new Error('gave up');

  test('before the call: nothing runs', async () => {
    const slots = bulkhead({ maxConcurrent: 1 });

    await expect(slots.execute(() => expect.unreachable(), { signal: AbortSignal.abort(reason) })).rejects.toBe(reason);
    expect(slots.running).toBe(0);
  });

  test('in the queue: the wait ends at once and the next in line moves up', async () => {
    const slots = bulkhead({ maxConcurrent: 1, maxQueue: 2 });
    const work = defer();
    const watched = watchSignal();
    const running = slots.execute(() => work.promise);
    const aborted = slots.execute(() => expect.unreachable(), { signal: watched.signal });
    const next = slots.execute(() => 'next');

    watched.abort(reason);
    await expect(aborted).rejects.toBe(reason);
    expect(slots.queued).toBe(1);
    work.resolve();
    await running;
    expect(await next).toBe('next');
    expect(watched.attached).toBe(0);
  });

  test('in the moment in which the slot arrives: the slot goes on to the next', async () => {
    const slots = bulkhead({ maxConcurrent: 1, maxQueue: 2 });
    const controller = new AbortController();
    const holder = slots.execute(() => Promise.resolve());
    const aborted = slots.execute(() => expect.unreachable(), { signal: controller.signal });
    const abortedAtLength = holder.then(() => {
      controller.abort(reason);
      return slots.queued;
    });

    await expect(aborted).rejects.toBe(reason);
    expect(await abortedAtLength).toBe(0);
    expect(slots.running).toBe(0);
    expect(await slots.execute(() => 'free')).toBe('free');
  });

  test('after 10,000 calls, every second of which waited, nothing is attached to the signal', async () => {
    const slots = bulkhead({ maxConcurrent: 1, maxQueue: 1 });
    const watched = watchSignal();
    const options = { signal: watched.signal };

    for (let call = 0; call < 5_000; call++) {
      await Promise.all([slots.execute(() => Promise.resolve(), options), slots.execute(() => call, options)]);
    }
    expect(watched.added).toBeGreaterThanOrEqual(5_000);
    expect(watched.attached).toBe(0);
    expect(slots).toMatchObject({ running: 0, queued: 0 });
  });
});

test.each([
  [{ maxConcurrent: 0 }, 'bulkhead: maxConcurrent must be a whole number from 1 up, but is 0'],
  [{ maxConcurrent: 1.5 }, 'bulkhead: maxConcurrent must be a whole number from 1 up, but is 1.5'],
  [{ maxConcurrent: NaN }, 'bulkhead: maxConcurrent must be a whole number from 1 up, but is NaN'],
  [{ maxConcurrent: 1, maxQueue: -1 }, 'bulkhead: maxQueue must be a whole number from 0 up, but is -1'],
  [{ maxConcurrent: 1, queueTimeoutMs: NaN }, 'bulkhead: queueTimeoutMs must be a number from 0 up, but is NaN'],
])('a wrong option is refused: %j', (options, message) => {
  expect(() => bulkhead(options)).toThrow(message);
});

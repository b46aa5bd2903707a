import {
  consecutive,
  createBreaker,
  memoryStore,
  type BreakerEvent,
  type BreakerOptions,
  type BreakerStore,
} from '@octollm/errors/breaker';
import { ManualClock } from '@octollm/errors/testing';
import { describe, expect, test } from 'vitest';

import { settle } from '../pipeline/deferred.ts';
import { createAsyncStore, createBrokenStore, createUnreachableStore } from './async-store.ts';
import { begin, fail, failTimes, succeed } from './drive.ts';

const clock = new ManualClock();
const options = { name: 'shared', trip: consecutive(2), openMs: 1000, clock } satisfies BreakerOptions;

describe('in memory', () => {
  test('breakers of one name have circuits of their own unless they share a store', async () => {
    const [one, other] = [createBreaker(options), createBreaker(options)];
    await failTimes(one, 2);

    expect([one.state, other.state]).toEqual(['open', 'closed']);
  });

  test('L1: breakers that share a store share their circuit by name', async () => {
    const store = memoryStore();
    const [one, other] = [createBreaker({ ...options, store }), createBreaker({ ...options, store })];
    const stranger = createBreaker({ ...options, name: 'stranger', store });
    await fail(one);
    await fail(other);

    expect([one.state, other.state, stranger.state]).toEqual(['open', 'open', 'closed']);
    expect(await fail(one)).toMatchObject({ code: 'CIRCUIT_OPEN' });
  });

  test('L1: both together have no more probes than there are permits', async () => {
    const store = memoryStore();
    const [one, other] = [createBreaker({ ...options, store }), createBreaker({ ...options, store })];
    await failTimes(one, 2);
    await clock.advance(1000);
    const probe = begin(one);
    expect(await fail(other)).toMatchObject({ code: 'CIRCUIT_OPEN' });
    await probe.succeed();

    expect(await succeed(other)).toBe('value');
  });

  test('L1: each transition is heard once, by the one whose call made it', async () => {
    const store = memoryStore();
    const heard: string[] = [];
    const listen =
      (who: string) =>
      (event: BreakerEvent): void => {
        if (event.type === 'breaker_changed') heard.push(`${who}: ${event.from} → ${event.to}`);
      };
    const one = createBreaker({ ...options, store, onEvent: listen('one') });
    const other = createBreaker({ ...options, store, onEvent: listen('other') });
    await fail(one);
    await fail(other);
    await clock.advance(1000);
    await succeed(one);

    expect(heard).toEqual(['other: closed → open', 'one: open → half_open', 'one: half_open → closed']);
  });
});

describe('in another process', () => {
  test('the circuit opens, probes and closes as it does in memory', async () => {
    const breaker = createBreaker({ ...options, store: createAsyncStore() });
    expect(await succeed(breaker)).toBe('value');
    await failTimes(breaker, 2);
    expect(breaker.state).toBe('open');
    expect(await fail(breaker)).toMatchObject({ code: 'CIRCUIT_OPEN', retryAfterMs: 1000 });
    await clock.advance(1000);
    expect(await succeed(breaker)).toBe('value');

    expect(breaker.state).toBe('closed');
  });

  test('a result is recorded before the call settles: nothing is lost when the process then freezes', async () => {
    const breaker = createBreaker({ ...options, trip: consecutive(1), store: createAsyncStore() });
    await fail(breaker);

    expect(breaker.state).toBe('open');
  });

  test('a caller who aborts while the store is asked calls nothing and keeps no permit', async () => {
    const breaker = createBreaker({ ...options, trip: consecutive(1), store: createAsyncStore() });
    await fail(breaker);
    await clock.advance(1000);
    const controller = new AbortController();
    const call = breaker.execute(() => expect.unreachable(), { signal: controller.signal });
    controller.abort(new Error('never mind'));

    await expect(call).rejects.toThrow('never mind');
    expect(breaker.snapshot()).toMatchObject({ state: 'half_open', probes: 0 });
  });

  test('a caller who aborts before the wait for a probe does not wait', async () => {
    const halfOpen = { onExcess: 'wait' } as const;
    const breaker = createBreaker({ ...options, trip: consecutive(1), halfOpen, store: createAsyncStore() });
    await fail(breaker);
    await clock.advance(1000);
    const probe = begin(breaker);
    const controller = new AbortController();
    const call = begin(breaker, controller.signal);
    controller.abort(new Error('never mind'));

    expect(await call.end).toMatchObject({ reason: { message: 'never mind' } });
    await probe.succeed();
    expect(clock.pendingTimers).toBe(0);
  });

  test('operators are obeyed and heard of', async () => {
    const heard: string[] = [];
    const breaker = createBreaker({
      ...options,
      store: createAsyncStore(),
      onEvent: (event) => heard.push(event.type === 'breaker_changed' ? event.to : event.outcome),
    });
    const hold = breaker.isolate();
    await settle();
    expect(breaker.state).toBe('isolated');
    hold.release();
    await settle();

    expect(heard).toEqual(['isolated', 'closed']);
  });
});

describe('a store that fails', () => {
  test.each([
    ['at once', createBrokenStore],
    ['later', createUnreachableStore],
  ])('lets calls through by default, and is heard of: %s', async (_, createStore) => {
    const error = new Error('connection lost');
    const store = createStore(error);
    const heard: unknown[] = [];
    const breaker = createBreaker({ ...options, store, onHookError: (caught) => heard.push(caught) });

    expect(await succeed(breaker)).toBe('value');
    expect(await fail(breaker, 'broken')).toBe('broken');
    expect(heard).toEqual([error, error]);
  });

  test('refuses calls where the user wants that, with the failure as the cause', async () => {
    const error = new Error('connection lost');
    const breaker = createBreaker({ ...options, store: createBrokenStore(error), onStoreError: 'fail' });

    const refused = await fail(breaker);
    expect(refused).toMatchObject({
      message: 'The circuit breaker shared refused a call: its store failed',
      code: 'CIRCUIT_OPEN',
      cause: error,
    });
    expect(refused).not.toHaveProperty('retryAfterMs', expect.any(Number));
  });

  test.each(['value', 'error'])('between admission and result it does not change the result: %s', async (result) => {
    const store = createAsyncStore();
    const heard: unknown[] = [];
    const breaker = createBreaker({ ...options, store, onHookError: (caught) => heard.push(caught) });
    const call = begin(breaker);
    await settle();
    store.fail('lost');
    await (result === 'value' ? call.succeed() : call.fail('broken'));

    expect(await call.end).toMatchObject(result === 'value' ? { value: 'late' } : { reason: 'broken' });
    expect(heard).toEqual(['lost']);
  });

  test('at once, and only when it is told the result, does not change that result', async () => {
    const heard: unknown[] = [];
    const store: BreakerStore = {
      getCircuit: (name, rules) =>
        Object.assign(memoryStore().getCircuit(name, rules), {
          record: () => {
            throw new Error('lost');
          },
        }),
    };
    const breaker = createBreaker({ ...options, store, onHookError: (caught) => heard.push(caught) });

    expect(await succeed(breaker)).toBe('value');
    expect(await fail(breaker, 'broken')).toBe('broken');
    expect(heard).toEqual([new Error('lost'), new Error('lost')]);
  });

  test('an operator is not disturbed either', async () => {
    const heard: unknown[] = [];
    for (const store of [createBrokenStore('lost'), createUnreachableStore('lost')]) {
      const breaker = createBreaker({ ...options, store, onHookError: (caught) => heard.push(caught) });
      breaker.isolate().release();
      breaker.reset();
    }
    await settle();

    expect(heard).toEqual(Array(6).fill('lost'));
  });
});

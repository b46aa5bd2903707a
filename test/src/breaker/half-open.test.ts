import {
  consecutive,
  createBreaker,
  memoryStore,
  type BreakerStore,
  type CircuitBreaker,
  type HalfOpenOptions,
} from '@octollm/errors/breaker';
import { CircuitOpenError } from '@octollm/errors/errors';
import { ManualClock } from '@octollm/errors/testing';
import { describe, expect, test, vi } from 'vitest';

import { settle } from '../pipeline/deferred.ts';
import { begin, fail, succeed } from './drive.ts';
import { answered } from './failures.ts';

const clock = new ManualClock();

/** A breaker whose next call is a probe. */
async function tripped(halfOpen: HalfOpenOptions = {}, store: BreakerStore = memoryStore()): Promise<CircuitBreaker> {
  const breaker = createBreaker({ name: 'sick', trip: consecutive(1), openMs: 1000, halfOpen, clock, store });
  await fail(breaker);
  await clock.advance(1000);
  return breaker;
}

describe('permits', () => {
  test('a single probe decides by default', async () => {
    const breaker = await tripped();
    await succeed(breaker);
    expect(breaker.state).toBe('closed');

    const worse = await tripped();
    await fail(worse);
    expect(worse.state).toBe('open');
  });

  test('are taken twice by a call inside a call', async () => {
    const breaker = await tripped();
    const nested = (): Promise<string> => breaker.execute((context) => breaker.execute(() => 'value', context));

    await expect(nested()).rejects.toBeInstanceOf(CircuitOpenError);
    expect(breaker.snapshot()).toMatchObject({ state: 'half_open', probes: 0 });
    await succeed(breaker);
    expect(await nested()).toBe('value');
  });

  test('C1: of fifty calls at once, as many as there are permits reach the service', async () => {
    const breaker = await tripped({ permits: 3, leaseMs: 4000 });
    let reached = 0;
    const calls = Array.from({ length: 50 }, () =>
      breaker.execute(() => {
        reached++;
        return new Promise<never>(() => {});
      }),
    );
    const refused = await Promise.allSettled(calls.slice(3));

    expect(reached).toBe(3);
    expect(refused).toHaveLength(47);
    for (const call of refused) {
      expect(call).toMatchObject({ status: 'rejected', reason: { code: 'CIRCUIT_OPEN', retryAfterMs: 4000 } });
    }
  });

  test('C5: one success does not close the circuit while others are asked for', async () => {
    const breaker = await tripped({ permits: 3, successThreshold: 2 });
    const [first, second, third] = [begin(breaker), begin(breaker), begin(breaker)];
    await first.succeed();
    expect(breaker.state).toBe('half_open');
    await second.fail();
    expect(breaker.state).toBe('half_open');
    await third.succeed();

    expect(breaker.state).toBe('closed');
  });

  test('C5: opens again as soon as the threshold is out of reach', async () => {
    const breaker = await tripped({ permits: 3, successThreshold: 2 });
    const [first, second, third] = [begin(breaker), begin(breaker), begin(breaker)];
    await first.fail();
    expect(breaker.state).toBe('half_open');
    await second.fail();
    expect(breaker.state).toBe('open');
    await third.succeed();

    expect(breaker.state).toBe('open');
  });

  test('a probe that failed does not free its permit either', async () => {
    const breaker = await tripped({ permits: 3, successThreshold: 1 });
    await fail(breaker);
    const probes = [begin(breaker), begin(breaker)];

    expect(await fail(breaker)).toMatchObject({
      message: expect.stringContaining('others are trying whether the service is back'),
    });
    for (const probe of probes) await probe.succeed();
    expect(breaker.state).toBe('closed');
  });

  test('L3: with several permits all probes must succeed by default', async () => {
    const breaker = await tripped({ permits: 2 });
    await succeed(breaker);
    expect(breaker.state).toBe('half_open');
    await succeed(breaker);
    expect(breaker.state).toBe('closed');

    const worse = await tripped({ permits: 2 });
    await succeed(worse);
    await fail(worse);
    expect(worse.state).toBe('open');
  });

  test('a call that has ended does not free its permit, so that probes stay few', async () => {
    const breaker = await tripped({ permits: 2 });
    await succeed(breaker);
    const probe = begin(breaker);

    expect(await fail(breaker)).toBeInstanceOf(CircuitOpenError);
    await probe.succeed();
  });
});

describe('nothing gets stuck', () => {
  test('C2: an ignored probe gives its permit back', async () => {
    const breaker = await tripped();
    await fail(breaker, answered(404));
    expect(breaker.snapshot()).toMatchObject({ state: 'half_open', probes: 0 });

    await succeed(breaker);
    expect(breaker.state).toBe('closed');
  });

  test('C2: an aborted probe gives its permit back', async () => {
    const breaker = await tripped();
    const controller = new AbortController();
    const probe = begin(breaker, controller.signal);
    controller.abort();
    await probe.fail(controller.signal.reason);

    expect(breaker.snapshot()).toMatchObject({ state: 'half_open', probes: 0 });
    expect(await succeed(breaker)).toBe('value');
  });

  test('L2: a hung probe loses its permit when its lease is over', async () => {
    const breaker = await tripped({ leaseMs: 5000 });
    const hung = begin(breaker);
    await clock.advance(4999);
    expect(await fail(breaker)).toMatchObject({ code: 'CIRCUIT_OPEN', retryAfterMs: 1 });
    await clock.advance(1);

    await succeed(breaker);
    expect(breaker.state).toBe('closed');
    await hung.fail();
    expect(breaker.state).toBe('closed');
  });

  test('L2: the late result of a probe that was replaced changes nothing', async () => {
    const breaker = await tripped({ leaseMs: 5000 });
    const hung = begin(breaker);
    await clock.advance(5000);
    const replacement = begin(breaker);
    await hung.fail();
    expect(breaker.snapshot()).toMatchObject({ state: 'half_open', probes: 1 });

    await replacement.succeed();
    expect(breaker.state).toBe('closed');
  });

  test('a late result counts as long as nobody has taken the permit', async () => {
    const breaker = await tripped({ leaseMs: 5000 });
    const slow = begin(breaker);
    await clock.advance(60_000);
    await slow.succeed();

    expect(breaker.state).toBe('closed');
  });

  test('one lease that is over frees one permit', async () => {
    const breaker = await tripped({ permits: 2, leaseMs: 5000 });
    begin(breaker);
    await clock.advance(1000);
    begin(breaker);
    await clock.advance(4000);
    begin(breaker);

    expect(breaker.snapshot().probes).toBe(2);
    expect(await fail(breaker)).toMatchObject({ retryAfterMs: 1000 });
  });
});

describe('waiting for a probe', () => {
  test('those who wait go on when the circuit closes, in the order in which they came', async () => {
    const breaker = await tripped({ onExcess: 'wait' });
    const probe = begin(breaker);
    const order: number[] = [];
    const waiting = [1, 2, 3].map((call) => breaker.execute(() => order.push(call)));
    await settle();
    expect(order).toEqual([]);
    await probe.succeed();
    await Promise.all(waiting);

    expect(order).toEqual([1, 2, 3]);
    expect(clock.pendingTimers).toBe(0);
  });

  test('those who wait ask again only when something has changed', async () => {
    const store = memoryStore();
    const admit = vi.fn();
    const counting: BreakerStore = {
      getCircuit(name, rules) {
        const circuit = store.getCircuit(name, rules);
        return Object.assign(circuit, { admit: admit.mockImplementation(circuit.admit.bind(circuit)) });
      },
    };
    const breaker = await tripped({ onExcess: 'wait' }, counting);
    const probe = begin(breaker);
    const waiting = begin(breaker);
    await settle();
    const asked = admit.mock.calls.length;
    await settle();
    expect(admit).toHaveBeenCalledTimes(asked);

    await probe.succeed();
    await waiting.succeed();
    expect(admit).toHaveBeenCalledTimes(asked + 1);
  });

  test('those who wait are refused when the circuit opens', async () => {
    const breaker = await tripped({ onExcess: 'wait' });
    const probe = begin(breaker);
    const waiting = [begin(breaker), begin(breaker)];
    await settle();
    await probe.fail();

    for (const call of waiting) {
      expect(await call.end).toMatchObject({
        status: 'rejected',
        reason: { code: 'CIRCUIT_OPEN', retryAfterMs: 1000 },
      });
    }
    expect(clock.pendingTimers).toBe(0);
  });

  test('an ignored probe passes its permit to the one that waits longest', async () => {
    const breaker = await tripped({ onExcess: 'wait' });
    const probe = begin(breaker);
    const [first, second] = [begin(breaker), begin(breaker)];
    await settle();
    await probe.fail(answered(404));
    expect(breaker.snapshot()).toMatchObject({ state: 'half_open', probes: 1 });
    await first.succeed();
    await second.succeed();

    expect(await second.end).toMatchObject({ status: 'fulfilled' });
  });

  test('the lease of a hung probe ends the wait', async () => {
    const breaker = await tripped({ onExcess: 'wait', leaseMs: 5000 });
    begin(breaker);
    const waiting = succeed(breaker);
    await clock.advance(5000);

    expect(await waiting).toBe('value');
    expect(breaker.state).toBe('closed');
  });

  test('an abort ends the wait and leaves nothing behind', async () => {
    const breaker = await tripped({ onExcess: 'wait' });
    const probe = begin(breaker);
    const controller = new AbortController();
    const waiting = begin(breaker, controller.signal);
    await settle();
    controller.abort(new Error('too long'));

    expect(await waiting.end).toMatchObject({ status: 'rejected', reason: { message: 'too long' } });
    expect(clock.pendingTimers).toBe(0);
    await probe.succeed();
    expect(breaker.state).toBe('closed');
  });
});

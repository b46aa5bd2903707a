import { consecutive, createBreaker, createBreakerRegistry, type CircuitBreaker } from '@octollm/errors/breaker';
import { ManualClock } from '@octollm/errors/testing';
import { expect, test } from 'vitest';

import { fail, succeed } from './drive.ts';

const clock = new ManualClock();

function create(name: string): CircuitBreaker {
  return createBreaker({ name, trip: consecutive(1), openMs: 1000, clock });
}

test('a key has one breaker, made when it is first asked for', () => {
  const registry = createBreakerRegistry(create, { clock });
  expect(registry.size).toBe(0);
  const openai = registry.get('openai');

  expect(registry.get('openai')).toBe(openai);
  expect(openai.name).toBe('openai');
  expect(registry.size).toBe(1);
});

test('C8: keys do not disturb each other', async () => {
  const registry = createBreakerRegistry(create, { clock });
  await fail(registry.get('sick'));

  expect(registry.get('sick').state).toBe('open');
  expect(await succeed(registry.get('healthy'))).toBe('value');
});

test('a breaker that nobody uses is dropped after its time, without a timer', async () => {
  const registry = createBreakerRegistry(create, { ttlMs: 1000, clock });
  const old = registry.get('old');
  registry.get('used');
  await clock.advance(999);
  registry.get('used');
  expect(clock.pendingTimers).toBe(0);
  await clock.advance(1);
  registry.get('used');
  expect(registry.list().map(({ name }) => name)).toEqual(['used']);

  expect(registry.get('old')).not.toBe(old);
});

test('a breaker that is asked for after its time is a new one', async () => {
  const registry = createBreakerRegistry(create, { ttlMs: 1000, clock });
  const old = registry.get('only');
  await clock.advance(1000);

  expect(registry.get('only')).not.toBe(old);
});

test('of too many the least recently used go', () => {
  const registry = createBreakerRegistry(create, { max: 2, clock });
  registry.get('a');
  registry.get('b');
  registry.get('a');
  registry.get('c');

  expect(registry.list().map(({ name }) => name)).toEqual(['a', 'c']);
});

test('never more than 1,000 are kept by default, whatever keys clients send', () => {
  const registry = createBreakerRegistry(create, { clock });
  for (let key = 0; key < 3000; key++) registry.get(`tenant ${key}`);

  expect(registry.size).toBe(1000);
});

test.each(['isolate', 'disable', 'metricsOnly'] as const)(
  'one that an operator holds is not dropped: %s',
  async (hold) => {
    const registry = createBreakerRegistry(create, { ttlMs: 1000, max: 1, clock });
    const held = registry.get('held');
    const { release } = held[hold]();
    await clock.advance(5000);
    registry.get('other');
    expect(registry.get('held')).toBe(held);

    release();
    await clock.advance(5000);
    registry.get('other');
    expect(registry.get('held')).not.toBe(held);
  },
);

test.each([
  ['breakerRegistry: ttlMs', { ttlMs: 0 }],
  ['breakerRegistry: max', { max: 0.5 }],
  ['breakerRegistry: max', { max: 1.5 }],
])('an option out of range is refused: %s', (setting, options) => {
  expect(() => createBreakerRegistry(create, options)).toThrow(expect.objectContaining({ details: { setting } }));
});

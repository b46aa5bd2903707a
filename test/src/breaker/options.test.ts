import {
  consecutive,
  countWindow,
  createBreaker,
  timeWindow,
  type BreakerOptions,
  type CountWindowOptions,
} from '@octollm/errors/breaker';
import { ConfigurationError } from '@octollm/errors/errors';
import { expect, test } from 'vitest';

import { fail } from './drive.ts';

test.each<[setting: string, options: Partial<BreakerOptions>]>([
  ['openMs', { openMs: -1 }],
  ['openMs', { openMs: 0 }],
  ['openMs', { openMs: NaN }],
  ['openMs', { openMs: Infinity }],
  ['openMs', { openMs: 2000, maxOpenMs: 1000 }],
  ['maxOpenMs', { maxOpenMs: Infinity }],
  ['slowCallMs', { slowCallMs: 0 }],
  ['permits', { halfOpen: { permits: 0 } }],
  ['permits', { halfOpen: { permits: 1.5 } }],
  ['successThreshold', { halfOpen: { permits: 2, successThreshold: 3 } }],
  ['successThreshold', { halfOpen: { successThreshold: 0 } }],
  ['successThreshold', { halfOpen: { permits: 2, successThreshold: 1.5 } }],
  ['leaseMs', { halfOpen: { leaseMs: -5 } }],
  ['trip', { trip: [] }],
  ['slowCallMs', { trip: countWindow({ size: 10, slowCallRate: 0.5 }) }],
])('refuses %s: %j', (setting, options) => {
  const create = (): unknown => createBreaker({ name: 'service', ...options });

  expect(create).toThrow(ConfigurationError);
  expect(create).toThrow(expect.objectContaining({ details: { setting: `breaker: ${setting}` } }));
});

test.each<[setting: string, create: () => unknown]>([
  ['consecutive: failures', () => consecutive(0)],
  ['consecutive: failures', () => consecutive(1.5)],
  ['countWindow: size', () => countWindow({ size: 0 })],
  ['countWindow: size', () => countWindow({ size: Infinity })],
  ['countWindow: size', () => countWindow({ size: 2.5 })],
  ['countWindow: size', () => countWindow({ size: 2 ** 20 + 1 })],
  ['countWindow: minimumCalls', () => countWindow({ size: 5, minimumCalls: 1.5 })],
  ['countWindow: minimumCalls', () => countWindow({ size: 5, minimumCalls: 6 })],
  ['countWindow: failureRate', () => countWindow({ size: 5, failureRate: 50 })],
  ['countWindow: failureRate', () => countWindow({ size: 5, failureRate: 0 })],
  ['timeWindow: slowCallRate', () => timeWindow({ durationMs: 5, slowCallRate: 1.1 })],
  ['timeWindow: durationMs', () => timeWindow({ durationMs: -1 })],
  ['timeWindow: durationMs', () => timeWindow({ durationMs: Infinity })],
  ['timeWindow: buckets', () => timeWindow({ durationMs: 5, buckets: 1e9 })],
  ['timeWindow: buckets', () => timeWindow({ durationMs: 5, buckets: 2.5 })],
])('a policy refuses %s', (setting, create) => {
  expect(create).toThrow(expect.objectContaining({ code: 'CONFIGURATION_ERROR', details: { setting } }));
});

test('says which values are fine', () => {
  expect(() => consecutive(0.5)).toThrow('consecutive: failures must be a whole number from 1 up, but is 0.5');
  expect(() => countWindow({ size: 5, failureRate: 50 })).toThrow(
    'countWindow: failureRate must be a number above 0 and at most 1, but is 50',
  );
  expect(() => createBreaker({ name: 'mail', trip: [] })).toThrow(
    'The circuit breaker mail would never open: give it a policy with trip',
  );
  expect(() => createBreaker({ name: 'mail', trip: countWindow({ size: 5, slowCallRate: 1 }) })).toThrow(
    'The circuit breaker mail would never open: say which calls are slow with slowCallMs',
  );
});

test('M-opossum-options: options are neither changed nor shared', async () => {
  const trip = [consecutive(1)];
  const options: BreakerOptions = { name: 'service', trip, halfOpen: { permits: 2 } };
  const copy = structuredClone({ name: 'service', halfOpen: { permits: 2 } });
  const [one, other] = [createBreaker(Object.freeze(options)), createBreaker(options)];
  trip.length = 0;
  await fail(one);

  expect(one.state).toBe('open');
  expect(other.state).toBe('closed');
  expect(options).toEqual({ ...copy, trip });
});

test('an option that is undefined is as good as left out', async () => {
  const options = { name: 'service', trip: consecutive(1), clock: undefined, classify: undefined, stack: undefined };
  // A caller in JavaScript, or without exactOptionalPropertyTypes, hands these on.
  const breaker = createBreaker(options as unknown as BreakerOptions);
  await fail(breaker);

  expect(breaker.state).toBe('open');
  expect(breaker.snapshot().retryAfterMs).toBeGreaterThan(0);
});

test('the window may be as small as a policy allows', () => {
  const smallest: CountWindowOptions = { size: 1 };

  expect(countWindow(smallest).settings).toMatchObject({ size: 1, minimumCalls: 1 });
});

import { countWindow, createBreaker, type BreakerEvent, type BreakerOptions } from '@octollm/errors/breaker';
import { logEvents } from '@octollm/errors/observe';
import { ManualClock } from '@octollm/errors/testing';
import { expect, test } from 'vitest';

import { settle } from '../pipeline/deferred.ts';
import { begin, fail, failTimes, succeed } from './drive.ts';
import { answered } from './failures.ts';

const clock = new ManualClock();
const options = {
  name: 'openai',
  trip: countWindow({ size: 2 }),
  openMs: 1000,
  slowCallMs: 100,
  clock,
} satisfies BreakerOptions;

test('tells the outcome of each call and each refusal', async () => {
  const outcomes: string[] = [];
  const breaker = createBreaker({
    ...options,
    onEvent: (event) => event.type === 'breaker_called' && outcomes.push(event.outcome),
  });
  await succeed(breaker);
  const slow = begin(breaker);
  await clock.advance(100);
  await slow.succeed();
  await fail(breaker, answered(404));
  const slowFailure = begin(breaker);
  await clock.advance(100);
  await slowFailure.fail();
  await fail(breaker);

  expect(outcomes).toEqual(['success', 'slow', 'ignored', 'failure', 'not_permitted']);
});

test('tells each transition with its reason', async () => {
  const events: BreakerEvent[] = [];
  const breaker = createBreaker({
    ...options,
    onEvent: (event) => event.type === 'breaker_changed' && events.push(event),
  });
  await fail(breaker, 'first');
  await fail(breaker, 'second');
  await clock.advance(1000);
  await succeed(breaker);
  breaker.isolate();
  breaker.disable();
  breaker.reset();

  expect(events).toEqual([
    { type: 'breaker_changed', breaker: 'openai', from: 'closed', to: 'open', retryAfterMs: 1000, lastError: 'second' },
    { type: 'breaker_changed', breaker: 'openai', from: 'open', to: 'half_open' },
    { type: 'breaker_changed', breaker: 'openai', from: 'half_open', to: 'closed' },
    { type: 'breaker_changed', breaker: 'openai', from: 'closed', to: 'isolated' },
    { type: 'breaker_changed', breaker: 'openai', from: 'isolated', to: 'disabled' },
    { type: 'breaker_changed', breaker: 'openai', from: 'disabled', to: 'closed' },
  ]);
});

test('a call that waits for a probe is refused at most once', async () => {
  const outcomes: string[] = [];
  const breaker = createBreaker({
    ...options,
    halfOpen: { onExcess: 'wait' },
    onEvent: (event) => event.type === 'breaker_called' && outcomes.push(event.outcome),
  });
  await failTimes(breaker, 2);
  await clock.advance(1000);
  const probe = begin(breaker);
  const waiting = begin(breaker);
  await settle();
  await probe.fail();
  await waiting.end;

  expect(outcomes).toEqual(['failure', 'failure', 'failure', 'not_permitted']);
});

test('a listener that throws changes no result and is heard of', async () => {
  const heard: unknown[] = [];
  const breaker = createBreaker({
    ...options,
    onEvent() {
      throw new Error('a broken logger');
    },
    onHookError: (error) => heard.push(error),
  });

  expect(await succeed(breaker)).toBe('value');
  expect(await fail(breaker, 'broken')).toBe('broken');
  await settle();
  // The success, the failure, and that the circuit opened.
  expect(heard).toEqual(Array(3).fill(new Error('a broken logger')));
});

test('an observer of logs takes the events as they are', async () => {
  const lines: unknown[] = [];
  const write = (_fields: object, message: string): void => void lines.push(message);
  const onEvent = logEvents({ debug: write, info: write, warn: write, error: write });
  const breaker = createBreaker({ ...options, onEvent });
  await failTimes(breaker, 2);
  await clock.advance(1000);
  await succeed(breaker);

  expect(lines).toEqual(['circuit_breaker.opened', 'circuit_breaker.half_open', 'circuit_breaker.closed']);
});

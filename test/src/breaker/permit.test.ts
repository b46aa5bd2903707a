import { consecutive, createBreaker, type CircuitBreaker, type Permit } from '@octollm/errors/breaker';
import { CircuitOpenError } from '@octollm/errors/errors';
import { ManualClock } from '@octollm/errors/testing';
import { expect, test, vi } from 'vitest';

import { fail } from './drive.ts';
import { answered } from './failures.ts';

const clock = new ManualClock();

function create(): CircuitBreaker {
  return createBreaker({ name: 'stream', trip: consecutive(2), openMs: 1000, slowCallMs: 50, clock });
}

async function acquire(breaker: CircuitBreaker): Promise<Permit> {
  const answer = await breaker.tryAcquire();
  if (answer.isAdmitted) return answer;
  throw answer.error;
}

test('failures that are reported open the circuit', async () => {
  const breaker = create();
  await (await acquire(breaker)).failure(new Error('broken'));
  await (await acquire(breaker)).failure(new Error('broken'));

  expect(breaker.state).toBe('open');
});

test('an open circuit refuses with the error that execute would throw', async () => {
  const breaker = create();
  await fail(breaker);
  await fail(breaker, 'the last');
  const answer = await breaker.tryAcquire();

  expect(answer.isAdmitted).toBe(false);
  expect(!answer.isAdmitted && answer.error).toBeInstanceOf(CircuitOpenError);
  expect(answer).toMatchObject({ error: { retryAfterMs: 1000, cause: 'the last' } });
});

test('a success that is reported ends a series, one that is ignored does not', async () => {
  const breaker = create();
  await fail(breaker);
  await (await acquire(breaker)).ignore();
  expect(breaker.snapshot().windows[0]?.failures).toBe(1);
  await (await acquire(breaker)).success();

  expect(breaker.snapshot().windows[0]?.failures).toBe(0);
});

test('a permit that was not used is given back without a complaint', async () => {
  const onHookError = vi.fn();
  const breaker = createBreaker({ name: 'stream', trip: consecutive(1), openMs: 1000, clock, onHookError });
  await fail(breaker);
  await clock.advance(1000);
  await (await acquire(breaker)).ignore();

  expect(breaker.snapshot()).toMatchObject({ state: 'half_open', probes: 0 });
  expect(onHookError).not.toHaveBeenCalled();
});

test('a reported failure is judged like a thrown one', async () => {
  const breaker = create();
  for (let call = 0; call < 5; call++) await (await acquire(breaker)).failure(answered(404));

  expect(breaker.state).toBe('closed');
});

test('only the first report counts', async () => {
  const breaker = create();
  const permit = await acquire(breaker);
  await permit.failure(new Error('broken'));
  await permit.failure(new Error('broken'));
  await permit.success();

  expect(breaker.snapshot().windows).toEqual([{ calls: 1, failures: 1, slowCalls: 0 }]);
});

test('a permit of a half-open circuit is a probe', async () => {
  const breaker = create();
  await fail(breaker);
  await fail(breaker);
  await clock.advance(1000);
  const probe = await acquire(breaker);
  expect(await breaker.tryAcquire()).toMatchObject({ isAdmitted: false });
  await probe.success();

  expect(breaker.state).toBe('closed');
});

test('the time of a permit runs from its admission', async () => {
  const breaker = create();
  await fail(breaker);
  await fail(breaker);
  await clock.advance(1000);
  const probe = await acquire(breaker);
  await clock.advance(50);
  await probe.success();

  expect(breaker.state).toBe('open');
});

test('a probe that is ignored leaves its permit to another one', async () => {
  const breaker = create();
  await fail(breaker);
  await fail(breaker);
  await clock.advance(1000);
  await (await acquire(breaker)).ignore();
  expect(breaker.snapshot()).toMatchObject({ state: 'half_open', probes: 0 });
  await (await acquire(breaker)).success();

  expect(breaker.state).toBe('closed');
});

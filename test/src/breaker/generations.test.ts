import { consecutive, createBreaker, type CircuitBreaker } from '@octollm/errors/breaker';
import { ManualClock } from '@octollm/errors/testing';
import { expect, test } from 'vitest';

import { begin, fail, failTimes, succeed } from './drive.ts';
import { answeredWithWait } from './failures.ts';

const clock = new ManualClock();

function create(): CircuitBreaker {
  return createBreaker({ name: 'service', trip: consecutive(2), openMs: 1000, clock });
}

test('C3: a late success from before the trip changes nothing', async () => {
  const breaker = create();
  const late = begin(breaker);
  await failTimes(breaker, 2);
  const before = breaker.snapshot();
  await late.succeed();

  expect(breaker.snapshot()).toEqual(before);
});

test('C3: after such a success any failing probe still opens the circuit again', async () => {
  const breaker = create();
  const late = begin(breaker);
  await failTimes(breaker, 2);
  await late.succeed();
  await clock.advance(1000);
  await fail(breaker);

  expect(breaker.state).toBe('open');
});

test('C4: late failures do not lengthen the open time', async () => {
  const breaker = create();
  const late = [begin(breaker), begin(breaker)];
  await failTimes(breaker, 2);
  await clock.advance(600);
  for (const call of late) await call.fail();

  expect(breaker.snapshot()).toMatchObject({ retryAfterMs: 400, consecutiveOpens: 1 });
});

test('C4: neither does a late rate limit', async () => {
  const breaker = create();
  const late = begin(breaker);
  await failTimes(breaker, 2);
  await late.fail(answeredWithWait('rate_limit', 60_000));

  expect(breaker.snapshot().retryAfterMs).toBe(1000);
});

test('L4: a success from before the trip does not close a half-open circuit', async () => {
  const breaker = create();
  const late = begin(breaker);
  await failTimes(breaker, 2);
  await clock.advance(1000);
  const probe = begin(breaker);
  await late.succeed();
  expect(breaker.snapshot()).toMatchObject({ state: 'half_open', probes: 1 });

  await probe.succeed();
  expect(breaker.state).toBe('closed');
});

test('L4: a failure from before the trip does not open a half-open circuit again', async () => {
  const breaker = create();
  const late = begin(breaker);
  await failTimes(breaker, 2);
  await clock.advance(1000);
  const probe = begin(breaker);
  await late.fail();
  expect(breaker.state).toBe('half_open');

  await probe.succeed();
  expect(breaker.state).toBe('closed');
});

test('L4: a result of an earlier closed time does not count in a later one', async () => {
  const breaker = create();
  const late = [begin(breaker), begin(breaker)];
  await failTimes(breaker, 2);
  await clock.advance(1000);
  await succeed(breaker);
  for (const call of late) await call.fail();

  expect(breaker.snapshot()).toMatchObject({ state: 'closed', windows: [{ calls: 0, failures: 0 }] });
});

test('L4: a probe of an earlier half-open time does not count in a later one', async () => {
  const breaker = createBreaker({
    name: 'service',
    trip: consecutive(1),
    openMs: 1000,
    halfOpen: { permits: 2 },
    clock,
  });
  await fail(breaker);
  await clock.advance(1000);
  const late = begin(breaker);
  await fail(breaker);
  await clock.advance(1000);
  const probe = begin(breaker);
  await late.fail();

  expect(breaker.snapshot()).toMatchObject({ state: 'half_open', probes: 1 });
  await probe.succeed();
  await succeed(breaker);
  expect(breaker.state).toBe('closed');
});

test('a result from before an isolation does not count after it', async () => {
  const breaker = create();
  const late = [begin(breaker), begin(breaker)];
  breaker.isolate().release();
  for (const call of late) await call.fail();

  expect(breaker.snapshot()).toMatchObject({ state: 'closed', windows: [{ calls: 0, failures: 0 }] });
});

test('a result from before a reset does not count after it', async () => {
  const breaker = create();
  const late = [begin(breaker), begin(breaker)];
  breaker.reset();
  for (const call of late) await call.fail();

  expect(breaker.state).toBe('closed');
});

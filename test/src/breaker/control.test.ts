import { consecutive, createBreaker, type CircuitBreaker } from '@octollm/errors/breaker';
import { ManualClock } from '@octollm/errors/testing';
import { describe, expect, test } from 'vitest';

import { settle } from '../pipeline/deferred.ts';
import { begin, fail, failTimes, succeed } from './drive.ts';
import { answeredWithWait } from './failures.ts';

const clock = new ManualClock();

function create(): CircuitBreaker {
  return createBreaker({ name: 'payments', trip: consecutive(2), openMs: 1000, clock });
}

describe('isolate', () => {
  test('refuses every call and says why, until it is released', async () => {
    const breaker = create();
    const hold = breaker.isolate('maintenance until noon');
    expect(breaker.state).toBe('isolated');
    await clock.advance(1e9);
    const refused = await fail(breaker);
    expect(refused).toMatchObject({
      message: 'The circuit breaker payments refused a call: it is isolated',
      retryable: false,
      cause: 'maintenance until noon',
    });
    expect(refused).not.toHaveProperty('retryAfterMs', expect.any(Number));

    hold.release();
    expect(breaker.state).toBe('closed');
    expect(await succeed(breaker)).toBe('value');
  });

  test('several may ask for it: the last one to release decides', async () => {
    const breaker = create();
    const [first, second] = [breaker.isolate('one'), breaker.isolate('two')];
    expect(await fail(breaker)).toMatchObject({ cause: 'two' });
    second.release();
    expect(await fail(breaker)).toMatchObject({ cause: 'one' });
    second.release();
    expect(breaker.state).toBe('isolated');
    first.release();

    expect(breaker.state).toBe('closed');
  });

  test('is released at the end of a block', async () => {
    const breaker = create();
    {
      using _hold = breaker.isolate();
      expect(breaker.state).toBe('isolated');
    }

    expect(breaker.state).toBe('closed');
  });

  test('an open circuit is closed and has counted nothing after an isolation', async () => {
    const breaker = create();
    await failTimes(breaker, 2);
    breaker.isolate().release();

    expect(breaker.snapshot()).toMatchObject({ state: 'closed', retryAfterMs: 0, consecutiveOpens: 0 });
    await fail(breaker);
    expect(breaker.state).toBe('closed');
  });

  test('lets nobody wait for probes of a circuit that has none', async () => {
    const breaker = createBreaker({
      name: 'payments',
      trip: consecutive(1),
      openMs: 1,
      halfOpen: { onExcess: 'wait' },
      clock,
    });
    await fail(breaker);
    await clock.advance(1);
    begin(breaker);
    const waiting = begin(breaker);
    await settle();
    breaker.isolate('maintenance');

    expect(await waiting.end).toMatchObject({ reason: { cause: 'maintenance' } });
  });
});

describe('disable', () => {
  test('lets every call through and counts nothing', async () => {
    const breaker = create();
    const hold = breaker.disable();
    await failTimes(breaker, 20);
    await fail(breaker, answeredWithWait('rate_limit', 5000));
    expect(await succeed(breaker)).toBe('value');
    expect(breaker.snapshot()).toMatchObject({ state: 'disabled', retryAfterMs: 0, windows: [{ calls: 0 }] });

    hold.release();
    await failTimes(breaker, 2);
    expect(breaker.state).toBe('open');
  });
});

describe('metrics only', () => {
  test('lets every call through and counts, but never opens or pauses', async () => {
    const breaker = create();
    breaker.metricsOnly();
    await failTimes(breaker, 20);
    await fail(breaker, answeredWithWait('rate_limit', 5000));
    expect(await breaker.execute(() => 'value')).toBe('value');
    await failTimes(breaker, 3);

    expect(breaker.snapshot()).toMatchObject({ state: 'metrics_only', retryAfterMs: 0, windows: [{ failures: 3 }] });
  });
});

test('of several holds the latest decides; what it covered comes back', () => {
  const breaker = create();
  const isolation = breaker.isolate();
  const disabling = breaker.disable();
  expect(breaker.state).toBe('disabled');
  disabling.release();
  expect(breaker.state).toBe('isolated');
  isolation.release();
  expect(breaker.state).toBe('closed');
});

describe('reset', () => {
  test('closes an open circuit and forgets what it has counted', async () => {
    const breaker = create();
    await failTimes(breaker, 2);
    breaker.reset();

    expect(breaker.snapshot()).toMatchObject({ state: 'closed', consecutiveOpens: 0, lastError: undefined });
    await fail(breaker);
    expect(breaker.state).toBe('closed');
  });

  test('ends a pause', async () => {
    const breaker = create();
    await fail(breaker, answeredWithWait('rate_limit', 5000));
    breaker.reset();

    expect(await succeed(breaker)).toBe('value');
  });

  test('takes back every hold; releasing one later does nothing', async () => {
    const breaker = create();
    const hold = breaker.isolate();
    breaker.disable();
    breaker.reset();
    expect(breaker.state).toBe('closed');
    await failTimes(breaker, 2);
    hold.release();

    expect(breaker.state).toBe('open');
  });
});

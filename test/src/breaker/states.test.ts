import { consecutive, createBreaker, type BreakerOptions, type CircuitBreaker } from '@octollm/errors/breaker';
import { CircuitOpenError, OctoLLMError } from '@octollm/errors/errors';
import { ManualClock } from '@octollm/errors/testing';
import { describe, expect, test } from 'vitest';

import { answeredWithWait } from './failures.ts';
import { begin, fail, failTimes, succeed } from './drive.ts';

const clock = new ManualClock();

function create(options: Partial<BreakerOptions> = {}): CircuitBreaker {
  return createBreaker({ name: 'openai', trip: consecutive(3), openMs: 1000, clock, ...options });
}

describe('closed', () => {
  test('a call returns what the function returns', async () => {
    const breaker = create();

    expect(await breaker.execute(() => 'value')).toBe('value');
    expect(await breaker.execute(async () => 'promised')).toBe('promised');
    expect(await breaker.execute(() => undefined)).toBeUndefined();
  });

  test('a call throws what the function throws, unchanged', async () => {
    const breaker = create();
    const error = new Error('broken');

    expect(await fail(breaker, error)).toBe(error);
    expect(await fail(breaker, 'a string')).toBe('a string');
    expect(await fail(breaker, null)).toBeNull();
  });

  test('a synchronous throw is a failure like any other', async () => {
    const breaker = create({ trip: consecutive(1) });
    const error = new Error('at once');
    const call = breaker.execute(() => {
      throw error;
    });

    await expect(call).rejects.toBe(error);
    expect(breaker.state).toBe('open');
  });

  test('opens when the policy says so', async () => {
    const breaker = create();
    await failTimes(breaker, 2);
    expect(breaker.state).toBe('closed');
    await fail(breaker);

    expect(breaker.state).toBe('open');
  });

  test('opens after five failures by default', async () => {
    const breaker = createBreaker({ name: 'defaults', clock });
    await failTimes(breaker, 4);
    expect(breaker.state).toBe('closed');
    await fail(breaker);

    expect(breaker.state).toBe('open');
  });

  test('several policies: the first one that is reached opens the circuit', async () => {
    const breaker = create({ trip: [consecutive(9), consecutive(2)] });
    await failTimes(breaker, 2);

    expect(breaker.state).toBe('open');
    expect(breaker.snapshot().windows).toEqual([
      { calls: 2, failures: 2, slowCalls: 0 },
      { calls: 2, failures: 2, slowCalls: 0 },
    ]);
  });
});

describe('open', () => {
  test('the function is not called', async () => {
    const breaker = create();
    await failTimes(breaker, 3);

    await expect(breaker.execute(() => expect.unreachable())).rejects.toBeInstanceOf(CircuitOpenError);
  });

  test('C7: the error tells what is left, the last failure, the name and status 503', async () => {
    const breaker = create();
    const last = new Error('the last straw');
    await failTimes(breaker, 2);
    await fail(breaker, last);
    await clock.advance(400.5);

    const error = await breaker.execute(() => 'value').catch((caught: unknown) => caught);
    expect(error).toBeInstanceOf(CircuitOpenError);
    expect(error).toMatchObject({
      message: 'The circuit breaker openai refused a call: too many calls failed; try again in 600 ms',
      code: 'CIRCUIT_OPEN',
      kind: 'unavailable',
      status: 503,
      retryAfterMs: 600,
      retryable: true,
      details: { breaker: 'openai' },
    });
    expect(error).toHaveProperty('cause', last);
    expect(error instanceof OctoLLMError && error.stack).toContain('states.test.ts');
  });

  test('an error without a stack costs less and says the same', async () => {
    const breaker = create({ stack: false });
    await failTimes(breaker, 3);
    const before = Error.stackTraceLimit;
    const error = await fail(breaker);

    expect(error).toBeInstanceOf(CircuitOpenError);
    expect(error instanceof Error && error.stack).toBe(
      'CircuitOpenError: The circuit breaker openai refused a call: too many calls failed; try again in 1000 ms',
    );
    expect(Error.stackTraceLimit).toBe(before);
  });

  test('a refused call changes nothing', async () => {
    const breaker = create();
    await failTimes(breaker, 3);
    const before = breaker.snapshot();
    await failTimes(breaker, 100);

    expect(breaker.snapshot()).toEqual(before);
  });

  test('C8: becomes half-open when a call asks after its time, and holds no timer meanwhile', async () => {
    const breaker = create();
    await failTimes(breaker, 3);
    expect(clock.pendingTimers).toBe(0);
    await clock.advance(999);
    expect(await fail(breaker)).toBeInstanceOf(CircuitOpenError);
    await clock.advance(1);
    expect(breaker.state).toBe('open');

    const probe = begin(breaker);
    expect(breaker.state).toBe('half_open');
    await probe.succeed();
    expect(breaker.state).toBe('closed');
  });
});

describe('after it has closed', () => {
  test('nothing of what was before counts', async () => {
    const breaker = create();
    await failTimes(breaker, 3);
    await clock.advance(1000);
    await succeed(breaker);

    expect(breaker.snapshot()).toMatchObject({
      state: 'closed',
      retryAfterMs: 0,
      consecutiveOpens: 0,
      probes: 0,
      lastError: undefined,
      windows: [{ calls: 0, failures: 0, slowCalls: 0 }],
    });
    await failTimes(breaker, 2);
    expect(breaker.state).toBe('closed');
  });
});

describe('paused by the service', () => {
  test('a rate limit with a wait refuses all calls for that long, and the circuit stays closed', async () => {
    const breaker = create();
    const throttled = answeredWithWait('rate_limit', 2000);
    await fail(breaker, throttled);
    expect(breaker.state).toBe('closed');
    await clock.advance(500);

    expect(await fail(breaker)).toMatchObject({
      message: 'The circuit breaker openai refused a call: the service asked to wait; try again in 1500 ms',
      retryAfterMs: 1500,
      cause: throttled,
    });
    await clock.advance(1500);
    expect(await succeed(breaker)).toBe('value');
    expect(breaker.snapshot()).toMatchObject({ state: 'closed', probes: 0 });
  });

  test('is paused no longer than maxOpenMs', async () => {
    const breaker = create({ maxOpenMs: 5000 });
    await fail(breaker, answeredWithWait('rate_limit', 1e9));

    expect(breaker.snapshot().retryAfterMs).toBe(5000);
  });

  test('a later, shorter wait does not end an earlier, longer one', async () => {
    const breaker = create();
    const calls = [begin(breaker), begin(breaker)];
    await calls[0]?.fail(answeredWithWait('rate_limit', 5000));
    await calls[1]?.fail(answeredWithWait('rate_limit', 10));

    expect(breaker.snapshot().retryAfterMs).toBe(5000);
  });

  test('a probe that is told to wait pauses the half-open circuit and gives its permit back', async () => {
    const breaker = create();
    await failTimes(breaker, 3);
    await clock.advance(1000);
    await fail(breaker, answeredWithWait('rate_limit', 700));
    expect(breaker.snapshot()).toMatchObject({ state: 'half_open', retryAfterMs: 700, probes: 0 });
    expect(await fail(breaker)).toMatchObject({ retryAfterMs: 700 });
    await clock.advance(700);

    await succeed(breaker);
    expect(breaker.state).toBe('closed');
  });
});

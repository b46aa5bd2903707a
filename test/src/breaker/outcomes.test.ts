import {
  consecutive,
  countWindow,
  createBreaker,
  judgeOutcome,
  type BreakerOptions,
  type CircuitBreaker,
} from '@octollm/errors/breaker';
import { bulkhead } from '@octollm/errors/bulkhead';
import {
  AuthenticationError,
  CancelledError,
  ContextOverflowError,
  DatabaseError,
  NetworkError,
  RateLimitError,
  ValidationError,
} from '@octollm/errors/errors';
import { ManualClock } from '@octollm/errors/testing';
import { timeout } from '@octollm/errors/timeout';
import { describe, expect, test, vi } from 'vitest';

import { defer } from '../pipeline/deferred.ts';
import { begin, fail, failTimes, succeed } from './drive.ts';
import { answered, answeredWithWait } from './failures.ts';

const clock = new ManualClock();

/** A breaker that a single failure opens. */
function create(options: Partial<BreakerOptions> = {}): CircuitBreaker {
  return createBreaker({ name: 'service', trip: consecutive(1), openMs: 1000, clock, ...options });
}

describe('by default', () => {
  test.each([
    ['status 500', answered(500)],
    ['status 503', answered(503)],
    ['status 529', answered(529)],
    ['status 429 without a wait', answered(429)],
    ['a broken connection', Object.assign(new Error('read ECONNRESET'), { code: 'ECONNRESET', syscall: 'read' })],
    ['a network error', new NetworkError('The connection broke')],
    ['a database error', new DatabaseError('The database is down')],
    ['what says nothing', new Error('broken')],
    ['a string', 'broken'],
  ])('%s is a failure', async (_, error) => {
    const breaker = create();
    await fail(breaker, error);

    expect(breaker.state).toBe('open');
  });

  test.each([
    ['status 400', answered(400)],
    ['status 401', answered(401)],
    ['status 403', answered(403)],
    ['status 404', answered(404)],
    ['status 412', answered(412)],
    ['status 422', answered(422)],
    ['status 501', answered(501)],
    ['a wrong certificate', Object.assign(new Error('expired'), { code: 'CERT_HAS_EXPIRED' })],
    ['invalid input', new ValidationError('Wrong')],
    ['missing credentials', new AuthenticationError('Who are you?')],
    ['a context that is too long', new ContextOverflowError('Too long')],
    ['a cancellation', new CancelledError('Given up')],
  ])('C6: %s is about the request and opens the circuit for nobody', async (_, error) => {
    const breaker = create();
    await failTimes(breaker, 20, error);

    expect(breaker.snapshot()).toMatchObject({ state: 'closed', windows: [{ calls: 0 }] });
  });

  test('C6: a rate limit is a failure only without a usable wait', async () => {
    const patient = create();
    await fail(patient, new RateLimitError('Slow down', { retryAfterMs: 20 }));
    expect(patient.state).toBe('closed');

    const hasty = create();
    await fail(hasty, new RateLimitError('Slow down', { retryAfterMs: 0 }));
    expect(hasty.state).toBe('open');
  });

  test('a wait that one request was given does not pause the others', async () => {
    const breaker = create();
    await fail(breaker, answeredWithWait('conflict', 5000));

    expect(breaker.snapshot()).toMatchObject({ state: 'closed', retryAfterMs: 0 });
  });

  test('L5: an ignored call is neither a success nor a failure: it does not end a series', async () => {
    const breaker = create({ trip: consecutive(2) });
    await fail(breaker);
    await fail(breaker, answered(404));
    await fail(breaker);

    expect(breaker.state).toBe('open');
  });

  test('L5: an ignored probe neither closes nor opens the circuit', async () => {
    const breaker = create();
    await fail(breaker);
    await clock.advance(1000);
    await failTimes(breaker, 3, answered(404));

    expect(breaker.state).toBe('half_open');
  });
});

describe('an abort', () => {
  test('before the call: the function is not called and nothing is counted', async () => {
    const breaker = create();
    const signal = AbortSignal.abort(new Error('never mind'));

    await expect(breaker.execute(() => expect.unreachable(), { signal })).rejects.toThrow('never mind');
    expect(breaker.snapshot()).toMatchObject({ state: 'closed', windows: [{ calls: 0 }] });
  });

  test('by the caller is ignored, whatever the client makes of it', async () => {
    const breaker = create();
    const controller = new AbortController();
    const call = begin(breaker, controller.signal);
    controller.abort();
    await call.fail(new Error('socket hang up'));

    expect(breaker.state).toBe('closed');
  });

  test('by the caller does not undo a success', async () => {
    const breaker = create();
    const controller = new AbortController();
    const call = begin(breaker, controller.signal);
    controller.abort();
    await call.succeed();

    expect(await call.end).toEqual({ status: 'fulfilled', value: 'late' });
  });

  test('by a deadline of the caller is a failure: the service did not answer', async () => {
    const breaker = create();
    const controller = new AbortController();
    const call = begin(breaker, controller.signal);
    controller.abort(new DOMException('The operation was aborted due to timeout', 'TimeoutError'));
    await call.fail(new Error('aborted'));

    expect(breaker.state).toBe('open');
  });

  test('by our time limit is a failure, inside the breaker and around it', async () => {
    const limit = timeout({ timeoutMs: 50, mode: 'race', clock });
    const inside = create();
    const around = create();
    const never = (): Promise<never> => new Promise<never>(() => {});
    const untilAborted = ({ signal }: { signal: AbortSignal }): Promise<never> =>
      new Promise((_, reject) => signal.addEventListener('abort', () => reject(new Error('aborted'))));
    const calls = Promise.allSettled([
      inside.execute((context) => limit.execute(never, context)),
      limit.execute((context) => around.execute(untilAborted, context)),
    ]);
    await clock.advance(50);

    expect(await calls).toMatchObject([{ reason: { code: 'TIMEOUT_ERROR' } }, { reason: { code: 'TIMEOUT_ERROR' } }]);
    expect([inside.state, around.state]).toEqual(['open', 'open']);
  });
});

describe('slow calls', () => {
  test('a slow failure of another kind stays ignored', async () => {
    const breaker = create({ slowCallMs: 10 });
    const call = begin(breaker);
    await clock.advance(10);
    await call.fail(answered(404));

    expect(breaker.state).toBe('closed');
  });

  test('a window that counts them opens the circuit, and the last failure stays known', async () => {
    const trip = countWindow({ size: 4, minimumCalls: 3, slowCallRate: 0.5 });
    const breaker = create({ slowCallMs: 10, trip });
    const last = new Error('the last one');
    await fail(breaker, last);
    await fail(breaker, answered(404));
    for (let made = 0; made < 2; made++) {
      const call = begin(breaker);
      await clock.advance(10);
      await call.succeed();
    }

    expect(breaker.state).toBe('open');
    expect(breaker.snapshot().lastError).toBe(last);
  });

  test('without them no call reads a clock that need not', async () => {
    const now = vi.fn(() => 0);
    const breaker = createBreaker({ name: 'quick', clock: Object.assign(new ManualClock(), { now }) });
    await succeed(breaker);
    await fail(breaker);

    expect(now).not.toHaveBeenCalled();
  });

  test('a success that is slow does not close the circuit', async () => {
    const breaker = create({ slowCallMs: 100 });
    await fail(breaker);
    await clock.advance(1000);
    const probe = begin(breaker);
    await clock.advance(100);
    await probe.succeed();
    expect(breaker.state).toBe('open');

    await clock.advance(1000);
    const better = begin(breaker);
    await clock.advance(99);
    await better.succeed();
    expect(breaker.state).toBe('closed');
  });
});

describe('outcome', () => {
  test('replaces the default for failures and may ask it', async () => {
    const breaker = create({
      outcome: (_settled, classification) => {
        if (!classification) return 'success';
        return classification.status === 404 ? 'failure' : judgeOutcome(classification);
      },
    });
    await fail(breaker, answered(401));
    expect(breaker.state).toBe('closed');
    await fail(breaker, answered(404));

    expect(breaker.state).toBe('open');
  });

  test('may take a value for a failure; the caller still gets it', async () => {
    const breaker = create({
      outcome: (settled) => (settled.status === 'fulfilled' && settled.value === 'value' ? 'failure' : 'success'),
    });

    expect(await succeed(breaker)).toBe('value');
    expect(breaker.state).toBe('open');
  });

  test('that throws changes no result, keeps no permit, and is heard of', async () => {
    const bug = new TypeError('a bug in the function');
    const heard: unknown[] = [];
    const breaker = create({
      outcome() {
        throw bug;
      },
      onHookError: (error) => heard.push(error),
    });

    expect(await succeed(breaker)).toBe('value');
    expect(await fail(breaker, 'broken')).toBe('broken');
    expect(heard).toEqual([bug, bug]);
    expect(breaker.state).toBe('closed');
  });

  test('classify may be replaced', async () => {
    const breaker = create({
      classify: () => ({
        kind: 'content_filter',
        retryable: false,
        action: 'fix_request',
        sent: 'yes',
        confidence: 'typed',
        rule: 'mine',
      }),
    });
    await failTimes(breaker, 3, answered(503));

    expect(breaker.state).toBe('closed');
  });
});

describe('a refusal of this process is not a failure of the service', () => {
  test('M-opossum-capacity: a bulkhead inside the breaker that refuses does not open the circuit', async () => {
    const breaker = create();
    const slots = bulkhead({ maxConcurrent: 1 });
    const work = defer();
    const running = breaker.execute((context) => slots.execute(() => work.promise, context));
    const refused = await Promise.allSettled(
      Array.from({ length: 20 }, () => breaker.execute((context) => slots.execute(() => 'value', context))),
    );

    expect(refused.every(({ status }) => status === 'rejected')).toBe(true);
    expect(breaker.state).toBe('closed');
    work.resolve();
    await running;
  });

  test('neither is an inner breaker that is open', async () => {
    const outer = create();
    const inner = create();
    await fail(inner);
    const call = outer.execute((context) => inner.execute(() => 'value', context));

    await expect(call).rejects.toMatchObject({ code: 'CIRCUIT_OPEN' });
    expect(outer.state).toBe('closed');
  });
});

test('an outcome of your own hears what was thrown, and what it means', async () => {
  const heard: unknown[] = [];
  const breaker = create({
    outcome: (settled, classification) => {
      heard.push(settled, classification?.kind);
      return 'ignored';
    },
  });
  const error = answered(503);
  await fail(breaker, error);
  await succeed(breaker);

  const rejected = { status: 'rejected', reason: error };
  expect(heard).toEqual([rejected, 'unavailable', { status: 'fulfilled', value: 'value' }, undefined]);
});

test('a breaker tells a pipeline which layer it is', () => {
  expect(create().layers).toEqual(['breaker']);
});

import { ConfigurationError, TimeoutError } from '@octollm/errors/errors';
import { retry } from '@octollm/errors/retry';
import { hangUntilAborted, ManualClock, withLatency } from '@octollm/errors/testing';
import { sleep } from '@octollm/errors/time';
import { timeout, withTimeout } from '@octollm/errors/timeout';
import { describe, expect, test } from 'vitest';

const shutdown = new Error('Shutting down');

/** Settles a call that runs into its limit of 1,000 ms. */
async function pass<T>(clock: ManualClock, call: Promise<T>, durationMs = 1000): Promise<PromiseSettledResult<T>> {
  const settled = Promise.allSettled([call]);
  await clock.advance(durationMs);
  return (await settled)[0];
}

function reasonOf(result: PromiseSettledResult<unknown>): unknown {
  if (result.status === 'rejected') return result.reason;
  throw new Error('The call succeeded');
}

describe('within the limit', () => {
  test('the value is returned and no timer is left', async () => {
    const clock = new ManualClock();

    await expect(withTimeout(() => 'quick', { timeoutMs: 1000, clock })).resolves.toBe('quick');
    await expect(withTimeout(async () => 'quick', { timeoutMs: 1000, clock, mode: 'race' })).resolves.toBe('quick');
    expect(clock.pendingTimers).toBe(0);
  });

  test('an error is passed on as it is', async () => {
    const clock = new ManualClock();
    const error = new Error('broken');
    const fail = (): never => {
      throw error;
    };

    for (const mode of ['cooperative', 'race'] as const) {
      await expect(withTimeout(fail, { timeoutMs: 1000, clock, mode })).rejects.toBe(error);
    }
    expect(clock.pendingTimers).toBe(0);
  });

  test('the signal is built only when somebody reads it, and does not end', async () => {
    const clock = new ManualClock();
    const signal = await withTimeout((context) => context.signal, { timeoutMs: 1000, clock });
    await clock.advance(5000);

    expect(signal.aborted).toBe(false);
  });
});

describe('over the limit', () => {
  test('rejects with an error that names the operation and the limit', async () => {
    const clock = new ManualClock();
    const call = withTimeout(hangUntilAborted, { timeoutMs: 1000, operation: 'Fetching task 7', clock });
    const error = reasonOf(await pass(clock, call));

    expect(error).toBeInstanceOf(TimeoutError);
    expect(error).toMatchObject({
      message: 'Fetching task 7 timed out after 1000 ms',
      details: { operation: 'Fetching task 7', timeout_ms: 1000 },
      status: 504,
    });
    expect(error).not.toHaveProperty('cause');
  });

  test('speaks of the operation when it has no name', async () => {
    const clock = new ManualClock();
    const call = timeout({ timeoutMs: 1000, clock }).execute(hangUntilAborted);

    expect(reasonOf(await pass(clock, call))).toMatchObject({ message: 'The operation timed out after 1000 ms' });
  });

  test('hands the same error to the signal', async () => {
    const clock = new ManualClock();
    let signal: AbortSignal | undefined;
    const call = withTimeout(
      (context) => {
        signal = context.signal;
        return hangUntilAborted(context);
      },
      { timeoutMs: 1000, clock },
    );

    expect(reasonOf(await pass(clock, call))).toBe(signal?.reason);
  });

  test('gives a signal that has ended to a function that reads it late', async () => {
    const clock = new ManualClock();
    const readLate = async (context: { signal: AbortSignal }): Promise<AbortSignal> => {
      await sleep(clock, 2000);
      return context.signal;
    };
    const call = withTimeout(readLate, { timeoutMs: 1000, clock });
    const result = await pass(clock, call, 2000);

    expect(result).toMatchObject({ value: { aborted: true, reason: { name: 'TimeoutError' } } });
  });

  test('does not come a moment too early', async () => {
    const clock = new ManualClock();
    const call = withTimeout(hangUntilAborted, { timeoutMs: 1000, clock });
    let isSettled = false;
    const settled = Promise.allSettled([call]).then(() => (isSettled = true));
    await clock.advance(999);
    expect(isSettled).toBe(false);

    await clock.advance(1);
    await settled;
  });

  test('keeps what the function threw because of it as the cause', async () => {
    const clock = new ManualClock();
    const aborted = new DOMException('This operation was aborted', 'AbortError');
    const hide = (context: { signal: AbortSignal }): Promise<never> =>
      hangUntilAborted(context).catch(() => {
        throw aborted; // no-cause: clients do this
      });
    const error = reasonOf(await pass(clock, withTimeout(hide, { timeoutMs: 1000, clock })));

    expect(error).toBeInstanceOf(TimeoutError);
    expect(error).toHaveProperty('cause', aborted);
    expect(Object.keys(Object(error))).not.toContain('cause');
  });

  test('builds no circle when the function wrapped it', async () => {
    const clock = new ManualClock();
    const wrap = (context: { signal: AbortSignal }): Promise<never> =>
      hangUntilAborted(context).catch((cause: unknown) => {
        throw new Error('Fetching failed', { cause });
      });
    const error = reasonOf(await pass(clock, withTimeout(wrap, { timeoutMs: 1000, clock })));

    expect(error).toBeInstanceOf(TimeoutError);
    expect(error).not.toHaveProperty('cause');
  });
});

describe('a function that ignores the signal', () => {
  test('is waited for in cooperative mode: its work is done', async () => {
    const clock = new ManualClock();
    const slow = withLatency(() => 'late', { latencyMs: 3000, clock });
    const call = withTimeout(() => slow({}), { timeoutMs: 1000, clock });

    expect(await pass(clock, call, 3000)).toEqual({ status: 'fulfilled', value: 'late' });
  });

  test('is left alone in race mode, and its late rejection stays silent', async () => {
    const clock = new ManualClock();
    const slow = withLatency(() => Promise.reject(new Error('late')), { latencyMs: 3000, clock });
    const call = withTimeout(() => slow({}), { timeoutMs: 1000, clock, mode: 'race' });

    expect(reasonOf(await pass(clock, call))).toBeInstanceOf(TimeoutError);
    // Vitest fails a run with an unhandled rejection.
    await clock.advance(3000);
    expect(clock.pendingTimers).toBe(0);
  });
});

describe('an abort from outside', () => {
  test('before the call keeps the function from being called', async () => {
    const clock = new ManualClock();
    const options = { timeoutMs: 1000, clock, signal: AbortSignal.abort(shutdown) };

    await expect(withTimeout(() => expect.unreachable(), options)).rejects.toBe(shutdown);
    expect(clock.pendingTimers).toBe(0);
  });

  test('passes its own reason on: it is no timeout', async () => {
    const clock = new ManualClock();
    for (const mode of ['cooperative', 'race'] as const) {
      const controller = new AbortController();
      const call = withTimeout(hangUntilAborted, { timeoutMs: 1000, clock, mode, signal: controller.signal });
      controller.abort(shutdown);

      await expect(call).rejects.toBe(shutdown);
    }
    expect(clock.pendingTimers).toBe(0);
  });

  test('ends a race at once, also when the function ignores it', async () => {
    const clock = new ManualClock();
    const controller = new AbortController();
    const call = withTimeout(() => new Promise(() => {}), {
      timeoutMs: 1000,
      clock,
      mode: 'race',
      signal: controller.signal,
    });
    controller.abort(shutdown);

    await expect(call).rejects.toBe(shutdown);
  });
});

test('an abort that came before the limit is not taken for a timeout afterwards', async () => {
  const clock = new ManualClock();
  const controller = new AbortController();
  const broken = new Error('broken');
  const slow = withLatency(() => Promise.reject(broken), { latencyMs: 3000, clock });
  const call = withTimeout(() => slow({}), { timeoutMs: 1000, clock, signal: controller.signal });
  controller.abort(shutdown);

  expect(reasonOf(await pass(clock, call, 3000))).toBe(broken);
});

describe('nested limits', () => {
  test('are told apart by identity: an outer deadline is not tried again', async () => {
    const clock = new ManualClock();
    let calls = 0;
    const deadline = timeout({ timeoutMs: 1500, operation: 'The whole operation', clock });
    const call = deadline.execute((context) =>
      retry(
        (attempt) => {
          calls++;
          return hangUntilAborted(attempt);
        },
        { clock, signal: context.signal, attemptTimeoutMs: 1000, idempotent: true, random: () => 0 },
      ),
    );

    expect(reasonOf(await pass(clock, call, 2000))).toMatchObject({
      message: 'The whole operation timed out after 1500 ms',
    });
    expect(calls).toBe(2);
    expect(clock.pendingTimers).toBe(0);
  });

  test('end inside out without building a signal', async () => {
    const clock = new ManualClock();
    const outer = timeout({ timeoutMs: 1000, operation: 'Outer', clock });
    const inner = timeout({ timeoutMs: 5000, operation: 'Inner', mode: 'race', clock });
    const call = outer.execute((context) => inner.execute(() => new Promise(() => {}), context));

    expect(reasonOf(await pass(clock, call))).toMatchObject({ message: 'Outer timed out after 1000 ms' });
    expect(clock.pendingTimers).toBe(0);
  });
});

describe('the limit', () => {
  test('may be 0, for a call that must not wait at all', async () => {
    const clock = new ManualClock();
    const call = withTimeout(hangUntilAborted, { timeoutMs: 0, clock });

    expect(reasonOf(await pass(clock, call, 0))).toBeInstanceOf(TimeoutError);
  });

  test('may be endless', async () => {
    const clock = new ManualClock();
    const slow = withLatency(() => 'late', { latencyMs: 1e12, clock });

    expect(await pass(clock, withTimeout(slow, { timeoutMs: Infinity, clock }), 1e12)).toMatchObject({ value: 'late' });
  });

  test('must be a number from 0 up', async () => {
    expect(() => timeout({ timeoutMs: -1 })).toThrow(ConfigurationError);
    expect(() => timeout({ timeoutMs: NaN })).toThrow('timeout: timeoutMs must be a number from 0 up, but is NaN');
    await expect(withTimeout(() => 1, { timeoutMs: NaN })).rejects.toMatchObject({
      name: 'ConfigurationError',
      details: { setting: 'timeout: timeoutMs' },
    });
  });
});

test('a pipeline can tell it from other strategies', () => {
  expect(timeout({ timeoutMs: 1000 }).layers).toEqual(['timeout']);
});

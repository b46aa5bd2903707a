import { ConfigurationError, DatabaseError, NetworkError } from '@octollm/errors/errors';
import { hedge, type HedgeOptions } from '@octollm/errors/hedge';
import { getSuppressed } from '@octollm/errors/resource';
import { describe, expect, test, vi } from 'vitest';

import { tokenBucketBudget } from '../../../src/retry/budget/token-bucket-budget.ts';
import { ManualClock } from '../../../src/testing/manual-clock.ts';
import { type Deferred, defer, settle } from '../pipeline/deferred.ts';
import { watchSignal } from '../pipeline/watch-signal.ts';

/** Starts a call that is hedged after 100 ms; the test settles each of its calls by hand. */
function startHedged(options: Partial<HedgeOptions> = {}, signal?: AbortSignal) {
  const clock = new ManualClock();
  const calls: (Deferred<string> & { signal: AbortSignal; at: number })[] = [];
  const strategy = hedge({ delayMs: 100, idempotent: true, clock, ...options });
  const result = strategy.execute((context) => {
    const call = { ...defer<string>(), signal: context.signal, at: clock.now() };
    calls.push(call);
    return call.promise;
  }, signal && { signal });
  // The tests that expect a rejection do so later than it comes.
  result.catch(() => {});
  return { clock, calls, result };
}

const gone = (): NetworkError => new NetworkError('Connection reset', { retryable: true });

describe('a call that is fast enough', () => {
  test('is made once and leaves no timer', async () => {
    const { calls, clock, result } = startHedged();

    calls[0]?.resolve('first');
    expect(await result).toBe('first');
    expect(calls).toHaveLength(1);
    expect(clock.pendingTimers).toBe(0);
    expect(calls[0]?.signal.aborted).toBe(false);
  });

  test('may be synchronous', async () => {
    expect(await hedge({ delayMs: 100, idempotent: true }).execute(() => 'value')).toBe('value');
  });
});

describe('a slow call', () => {
  test('gets a second one beside it after the delay, and the faster one wins', async () => {
    const { calls, clock, result } = startHedged();

    await clock.advance(99);
    expect(calls).toHaveLength(1);
    await clock.advance(1);
    expect(calls).toHaveLength(2);
    calls[1]?.resolve('second');
    expect(await result).toBe('second');
  });

  test('is aborted when it loses, and may fail unheard', async () => {
    const { calls, clock, result } = startHedged();

    await clock.advance(100);
    calls[1]?.resolve('second');
    await result;
    expect(calls[0]?.signal.reason).toMatchObject({ code: 'CANCELLED' });
    expect(calls[1]?.signal.aborted).toBe(false);
    calls[0]?.reject(new Error('aborted'));
    await settle();
  });

  test('can win all the same', async () => {
    const { calls, clock, result } = startHedged();

    await clock.advance(100);
    calls[0]?.resolve('first');
    expect(await result).toBe('first');
    expect(calls[1]?.signal.aborted).toBe(true);
  });

  test('gets as many hedges as are allowed, each after its delay', async () => {
    const { calls, clock, result } = startHedged({ maxHedges: 2, delayMs: (number) => number * 100 });

    await clock.advance(10_000);
    expect(calls.map(({ at }) => at)).toEqual([0, 100, 300]);
    calls[2]?.resolve('third');
    expect(await result).toBe('third');
  });

  test.each([NaN, Infinity])('gets no hedge when the delay is %d', async (delayMs) => {
    const { calls, clock, result } = startHedged({ delayMs: () => delayMs });

    expect(clock.pendingTimers).toBe(0);
    await clock.advance(1e9);
    expect(calls).toHaveLength(1);
    calls[0]?.resolve('first');
    await result;
  });
});

describe('a call that fails', () => {
  test('is followed by the next one at once when the failure can pass', async () => {
    const { calls, clock, result } = startHedged();

    calls[0]?.reject(gone());
    await settle();
    expect(calls).toHaveLength(2);
    expect(clock.pendingTimers).toBe(0);
    calls[1]?.resolve('second');
    expect(await result).toBe('second');
  });

  test('leaves the others running when there may be no more', async () => {
    const { calls, clock, result } = startHedged();

    await clock.advance(100);
    calls[0]?.reject(gone());
    await settle();
    calls[1]?.resolve('second');
    expect(await result).toBe('second');
  });

  test('ends the race when the failure cannot pass', async () => {
    const { calls, clock, result } = startHedged();
    const broken = new DatabaseError('Syntax error', { retryable: false });

    await clock.advance(100);
    calls[0]?.reject(broken);
    await expect(result).rejects.toBe(broken);
    expect(calls[1]?.signal.aborted).toBe(true);
  });

  test('is what the caller gets when all fail; the later failures are kept beside it', async () => {
    const { calls, result } = startHedged({ maxHedges: 2 });
    const errors = [gone(), gone(), gone()];

    for (const [index, error] of errors.entries()) {
      calls[index]?.reject(error);
      await settle();
    }
    await expect(result).rejects.toBe(errors[0]);
    expect(getSuppressed(errors[0])).toEqual(errors.slice(1));
  });

  test('keeps what failed before an end that cannot pass', async () => {
    const { calls, result } = startHedged();
    const [first, last] = [gone(), new DatabaseError('Syntax error', { retryable: false })];

    calls[0]?.reject(first);
    await settle();
    calls[1]?.reject(last);
    await expect(result).rejects.toBe(last);
    expect(getSuppressed(last)).toEqual([first]);
  });

  test('may throw at once', async () => {
    const broken = new Error('broken');

    await expect(
      hedge({ delayMs: 1, idempotent: true }).execute(() => {
        throw broken;
      }),
    ).rejects.toBe(broken);
  });

  test('counts as the caller says', async () => {
    const { calls, result } = startHedged({ nonFatal: ({ kind }) => kind === 'internal' });

    calls[0]?.reject(new DatabaseError('Deadlock'));
    await settle();
    calls[1]?.resolve('second');
    expect(await result).toBe('second');
  });
});

describe('a function of the options that fails', () => {
  const bug = new TypeError('bug');
  const fail = (): never => {
    throw bug;
  };

  test('ends the race when it is asked for the first delay', async () => {
    const watched = watchSignal();
    const { calls, result } = startHedged({ delayMs: fail }, watched.signal);

    await expect(result).rejects.toBe(bug);
    expect(calls[0]?.signal.aborted).toBe(true);
    expect(watched.attached).toBe(0);
  });

  test('ends the race when it is asked for a later delay', async () => {
    const { clock, result } = startHedged({ maxHedges: 2, delayMs: (number) => (number === 1 ? 100 : fail()) });

    await clock.advance(100);
    await expect(result).rejects.toBe(bug);
  });

  test('ends the race when it is asked to pay after the delay: nothing is thrown into the clock', async () => {
    const budget = { tryAcquire: fail, onSuccess: fail, tokens: 0 };
    const { calls, clock, result } = startHedged({ budget });

    await clock.advance(100);
    await expect(result).rejects.toBe(bug);
    expect(calls.map(({ signal }) => signal.aborted)).toEqual([true]);
    expect(clock.pendingTimers).toBe(0);
  });

  test('takes no value away: a budget that cannot note the success is beside the point', async () => {
    const { calls, result } = startHedged({ budget: { tryAcquire: () => true, onSuccess: fail, tokens: 1 } });

    calls[0]?.resolve('first');
    expect(await result).toBe('first');
  });

  test('does not hide the failure that it was asked about', async () => {
    const { calls, result } = startHedged({ nonFatal: fail });
    const error = gone();

    calls[0]?.reject(error);
    await expect(result).rejects.toBe(error);
    expect(getSuppressed(error)).toEqual([bug]);
  });
});

describe('the budget', () => {
  test('pays for each hedge, and a success pays back', async () => {
    const budget = tokenBucketBudget({ capacity: 2, cost: 1, refund: 1 });
    const { calls, clock, result } = startHedged({ budget });

    await clock.advance(100);
    expect(budget.tokens).toBe(1);
    calls[0]?.resolve('first');
    await result;
    expect(budget.tokens).toBe(2);
  });

  test('that is used up allows no hedge, neither for a slow call nor for a failed one', async () => {
    const budget = tokenBucketBudget({ capacity: 0 });
    const slow = startHedged({ budget });
    await slow.clock.advance(1_000);
    expect(slow.calls).toHaveLength(1);
    slow.calls[0]?.resolve('first');
    await slow.result;

    const failed = startHedged({ budget });
    const error = gone();
    failed.calls[0]?.reject(error);
    await expect(failed.result).rejects.toBe(error);
  });
});

describe('abort', () => {
  const reason = new Error('gave up');

  test('before the call: nothing is called', async () => {
    const { calls, result } = startHedged({}, AbortSignal.abort(reason));

    await expect(result).rejects.toBe(reason);
    expect(calls).toHaveLength(0);
  });

  test('ends the race at once and hands the reason to every call', async () => {
    const watched = watchSignal();
    const { calls, clock, result } = startHedged({ maxHedges: 2 }, watched.signal);

    await clock.advance(100);
    watched.abort(reason);
    await expect(result).rejects.toBe(reason);
    expect(calls.map(({ signal }) => signal.reason)).toEqual([reason, reason]);
    expect(clock.pendingTimers).toBe(0);
    expect(watched.attached).toBe(0);
  });

  test('by the call itself, before it returns: no hedge follows', async () => {
    const clock = new ManualClock();
    const controller = new AbortController();
    let calls = 0;
    const abortAndHang = (): Promise<never> => {
      calls++;
      controller.abort(reason);
      return new Promise(() => {});
    };
    const result = hedge({ delayMs: 100, idempotent: true, clock }).execute(abortAndHang, controller);

    await expect(result).rejects.toBe(reason);
    expect(clock.pendingTimers).toBe(0);
    expect(calls).toBe(1);
  });

  test('after 10,000 calls nothing is attached to the signal and nothing rejected unheard', async () => {
    const unheard = vi.fn();
    process.on('unhandledRejection', unheard);
    const watched = watchSignal();
    const clock = new ManualClock();
    const strategy = hedge({ delayMs: 100, idempotent: true, clock });

    for (let number = 0; number < 10_000; number++) {
      let calls = 0;
      await strategy.execute(() => (calls++ === 0 ? Promise.reject(gone()) : number), watched);
    }
    await new Promise((resolve) => setTimeout(resolve));
    process.off('unhandledRejection', unheard);
    expect(watched.added).toBeGreaterThanOrEqual(10_000);
    expect(watched.attached).toBe(0);
    expect(clock.pendingTimers).toBe(0);
    expect(unheard).not.toHaveBeenCalled();
  });
});

describe('options', () => {
  test('a call that may not be made twice is refused by the compiler and at run time', () => {
    // @ts-expect-error The confirmation is missing.
    expect(() => hedge({ delayMs: 1 })).toThrow(ConfigurationError);
    // @ts-expect-error Nobody hedges what is not idempotent.
    expect(() => hedge({ delayMs: 1, idempotent: false })).toThrow('idempotent must be true');
  });

  test.each([
    [{ delayMs: -1 }, 'hedge: delayMs must be a number from 0 up, but is -1'],
    [{ delayMs: 1, maxHedges: 0 }, 'hedge: maxHedges must be a whole number from 1 up, but is 0'],
  ])('a wrong one is refused: %j', (options, message) => {
    expect(() => hedge({ idempotent: true, ...options })).toThrow(message);
  });
});

import { bulkhead } from '@octollm/errors/bulkhead';
import { DatabaseError, TimeoutError } from '@octollm/errors/errors';
import { fallback } from '@octollm/errors/fallback';
import { pipeline, type Strategy } from '@octollm/errors/pipeline';
import { constant, createRetry } from '@octollm/errors/retry';
import { timeout } from '@octollm/errors/timeout';
import { describe, expect, expectTypeOf, test, vi } from 'vitest';

import { ManualClock } from '../../../src/testing/manual-clock.ts';
import { watchSignal } from './watch-signal.ts';

/** Writes down when a call enters and leaves. */
function trace(name: string, steps: string[]): Strategy {
  return {
    async execute(fn, options) {
      steps.push(`${name} in`);
      try {
        return await pipeline().execute(fn, options);
      } finally {
        steps.push(`${name} out`);
      }
    },
  };
}

describe('a pipeline', () => {
  test('runs its strategies from the outer to the inner', async () => {
    const steps: string[] = [];
    const policy = pipeline(trace('a', steps), trace('b', steps), trace('c', steps));

    expect(await policy.execute(() => steps.push('work'))).toBe(4);
    expect(steps).toEqual(['a in', 'b in', 'c in', 'work', 'c out', 'b out', 'a out']);
  });

  test('of nothing just calls', async () => {
    expect(await pipeline().execute(() => 'value')).toBe('value');
    await expect(
      pipeline().execute(() => {
        throw new DatabaseError('broken');
      }),
    ).rejects.toThrow('broken');
  });

  test('of one strategy is that strategy', async () => {
    const slots = bulkhead({ maxConcurrent: 1 });
    const running = await pipeline(slots).execute(() => slots.running);

    expect(running).toBe(1);
  });

  test('can hold a pipeline', async () => {
    const steps: string[] = [];
    const policy = pipeline(trace('a', steps), pipeline(trace('b', steps), trace('c', steps)));

    await policy.execute(() => {});
    expect(steps).toEqual(['a in', 'b in', 'c in', 'c out', 'b out', 'a out']);
  });

  test('has the type of the value, and of what a fallback inside returns', async () => {
    const plain = await pipeline(createRetry(), bulkhead({ maxConcurrent: 1 })).execute(() => 'value');
    const replaced = await pipeline(
      fallback(() => 0, { when: () => true }),
      createRetry(),
    ).execute(() => (plain === 'value' ? Promise.reject(new Error('broken')) : plain));

    expectTypeOf(plain).toEqualTypeOf<string>();
    expectTypeOf(replaced).toEqualTypeOf<string | number>();
    expect(replaced).toBe(0);
  });

  test('serves many calls at the same time', async () => {
    const policy = pipeline(createRetry(), bulkhead({ maxConcurrent: 10 }));
    const calls = Array.from({ length: 10 }, (_, call) => policy.execute(async () => call));

    expect(await Promise.all(calls)).toEqual([0, 1, 2, 3, 4, 5, 6, 7, 8, 9]);
  });
});

describe('together', () => {
  test('L9: each attempt has its own time limit, and the fallback comes last', async () => {
    const clock = new ManualClock();
    const policy = pipeline(
      fallback((error) => error),
      createRetry({ idempotent: true, maxAttempts: 2, backoff: constant(10), clock }),
      timeout({ timeoutMs: 100, mode: 'race', clock }),
    );
    const begun: number[] = [];

    const call = policy.execute(() => {
      begun.push(clock.now());
      return new Promise<never>(() => {});
    });
    await clock.runAll();
    expect(await call).toBeInstanceOf(TimeoutError);
    expect(begun).toEqual([0, 110]);
  });

  test('an abort from outside reaches the work with its reason', async () => {
    const reason = new Error('gave up');
    const watched = watchSignal();
    const policy = pipeline(timeout({ timeoutMs: 100 }), createRetry(), timeout({ timeoutMs: 10 }));
    const call = policy.execute(
      ({ signal }) =>
        new Promise<never>((_, reject) => {
          signal.addEventListener('abort', () => reject(signal.reason));
        }),
      watched,
    );

    watched.abort(reason);
    await expect(call).rejects.toBe(reason);
    expect(watched.attached).toBe(0);
  });

  test('a call that asks for no signal builds none', async () => {
    const built = vi.spyOn(globalThis, 'AbortController');
    const policy = pipeline(
      timeout({ timeoutMs: 100 }),
      createRetry(),
      bulkhead({ maxConcurrent: 1 }),
      timeout({ timeoutMs: 10 }),
    );

    await policy.execute(() => 'value');
    expect(built).not.toHaveBeenCalled();
    await policy.execute(({ signal }) => signal);
    expect(built).toHaveBeenCalled();
    built.mockRestore();
  });

  test('10,000 calls with one signal leave nothing behind', async () => {
    const watched = watchSignal();
    const clock = new ManualClock();
    const policy = pipeline(
      timeout({ timeoutMs: 100, clock }),
      createRetry({ clock }),
      bulkhead({ maxConcurrent: 1, maxQueue: 1, clock }),
      timeout({ timeoutMs: 10, clock }),
    );

    for (let call = 0; call < 5_000; call++) {
      await Promise.all([policy.execute(() => call, watched), policy.execute(async () => call, watched)]);
    }
    expect(watched.attached).toBe(0);
    expect(clock.pendingTimers).toBe(0);
  });
});

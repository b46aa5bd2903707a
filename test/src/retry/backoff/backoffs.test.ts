import { type Backoff, constant, decorrelated, exponential, linear, schedule } from '@octollm/errors/retry';
import { createRandom } from '@octollm/errors/testing';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';

import { fuzzRuns } from '../../../support/fuzz-runs.ts';

/** Returns the first waits of a back-off. */
function waitsOf(backoff: Backoff, retries: number, random: () => number = () => 0.5): (number | undefined)[] {
  const waits: (number | undefined)[] = [];
  for (let retry = 1; retry <= retries; retry++) waits.push(backoff({ retry, previousMs: waits.at(-1), random }));
  return waits;
}

describe('constant', () => {
  test('always waits the same', () => {
    expect(waitsOf(constant(100), 3)).toEqual([100, 100, 100]);
  });

  test('takes a jitter', () => {
    expect(waitsOf(constant(100, { jitter: 'full' }), 2, () => 0.25)).toEqual([25, 25]);
  });
});

describe('linear', () => {
  test('grows by its first wait up to the cap', () => {
    expect(waitsOf(linear({ initialMs: 100, maxMs: 350, jitter: 'none' }), 5)).toEqual([100, 200, 300, 350, 350]);
  });

  test('grows by a step of its own', () => {
    expect(waitsOf(linear({ initialMs: 100, stepMs: 10, jitter: 'none' }), 3)).toEqual([100, 110, 120]);
  });

  test('is 200 ms, 400 ms, ... with full jitter by default', () => {
    expect(waitsOf(linear(), 3)).toEqual([100, 200, 300]);
  });
});

describe('exponential', () => {
  test('doubles up to the cap', () => {
    expect(waitsOf(exponential({ initialMs: 100, maxMs: 500, jitter: 'none' }), 4)).toEqual([100, 200, 400, 500]);
  });

  test('grows by any factor', () => {
    expect(waitsOf(exponential({ initialMs: 1, factor: 10, jitter: 'none' }), 3)).toEqual([1, 10, 100]);
  });

  test('waits anything up to the delay with full jitter', () => {
    expect(waitsOf(exponential(), 2, () => 0)).toEqual([0, 0]);
    expect(waitsOf(exponential(), 2, () => 0.999)).toEqual([199.8, 399.6]);
  });

  test('waits at least half of the delay with equal jitter', () => {
    const backoff = exponential({ jitter: 'equal' });

    expect(waitsOf(backoff, 2, () => 0)).toEqual([100, 200]);
    expect(waitsOf(backoff, 2, () => 0.5)).toEqual([150, 300]);
  });

  test('shrinks when the factor is below 1', () => {
    expect(waitsOf(exponential({ initialMs: 100, factor: 0.5, jitter: 'none' }), 3)).toEqual([100, 50, 25]);
  });
});

describe('decorrelated', () => {
  test('draws between the first wait and three times the previous one', () => {
    expect(waitsOf(decorrelated({ initialMs: 100 }), 3, () => 0)).toEqual([100, 100, 100]);
    expect(waitsOf(decorrelated({ initialMs: 100 }), 3, () => 0.5)).toEqual([200, 350, 575]);
  });

  test('stays at its cap at most', () => {
    expect(waitsOf(decorrelated({ initialMs: 100, maxMs: 300 }), 3, () => 0.99)).toEqual([298, 300, 300]);
  });
});

describe('schedule', () => {
  test('waits as listed, then ends', () => {
    expect(waitsOf(schedule([10, 20]), 3)).toEqual([10, 20, undefined]);
  });

  test('reads an endless generator only as far as retries come', () => {
    let read = 0;
    const backoff = schedule(
      (function* () {
        for (;;) yield ++read;
      })(),
    );

    expect(waitsOf(backoff, 3)).toEqual([1, 2, 3]);
    expect(read).toBe(3);
  });

  test('gives the same waits to every call', () => {
    const backoff = schedule(new Set([10, 20]));

    expect(waitsOf(backoff, 3)).toEqual(waitsOf(backoff, 3));
  });

  test('ends at once when it is empty', () => {
    expect(waitsOf(schedule([]), 1)).toEqual([undefined]);
  });
});

describe('every back-off', () => {
  const anyNumber = fc.oneof(fc.nat({ max: 100_000 }), fc.double());
  const jitter = fc.constantFrom('none' as const, 'full' as const, 'equal' as const);
  const chance = fc.double({ min: 0, max: 1, maxExcluded: true, noNaN: true });
  const cap = fc.nat({ max: 1_000_000 });

  test('waits a finite time from 0 up to its cap, whatever the options, at attempt 2,000, too', () => {
    fc.assert(
      fc.property(
        fc.record({ initialMs: anyNumber, stepMs: anyNumber, factor: anyNumber, maxMs: cap, jitter }),
        fc.nat({ max: 2000 }),
        fc.option(anyNumber, { nil: undefined }),
        chance,
        (options, retries, previousMs, random) => {
          for (const backoff of [linear(options), exponential(options), decorrelated(options)]) {
            const wait = backoff({ retry: retries + 1, previousMs, random: () => random });

            expect(wait).toBeGreaterThanOrEqual(0);
            expect(wait).toBeLessThanOrEqual(options.maxMs);
          }
        },
      ),
      { numRuns: fuzzRuns() },
    );
  });

  test('waits a finite time without a cap, too', () => {
    fc.assert(
      fc.property(anyNumber, jitter, chance, (delayMs, jitterOfRun, random) => {
        for (const backoff of [constant(delayMs, { jitter: jitterOfRun }), schedule([delayMs])]) {
          const wait = backoff({ retry: 1, previousMs: undefined, random: () => random }) ?? NaN;

          expect(Number.isFinite(wait)).toBe(true);
          expect(wait).toBeGreaterThanOrEqual(0);
        }
      }),
      { numRuns: fuzzRuns() },
    );
  });

  test('spreads the waits within the range of its jitter', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 2000 }), chance, (retry, random) => {
        const waitWith = (kind: 'none' | 'full' | 'equal'): number =>
          exponential({ jitter: kind })({ retry, previousMs: undefined, random: () => random }) ?? NaN;
        const whole = waitWith('none');

        expect(waitWith('full')).toBeLessThanOrEqual(whole);
        expect(waitWith('equal')).toBeLessThanOrEqual(whole);
        expect(waitWith('equal')).toBeGreaterThanOrEqual(whole / 2);
      }),
      { numRuns: fuzzRuns() },
    );
  });

  test('keeps spreading the waits at the cap, and full jitter halves them on the average', () => {
    const random = createRandom(1);
    const atCap = Array.from(
      { length: 10_000 },
      () => exponential({ maxMs: 1000 })({ retry: 50, previousMs: undefined, random }) ?? NaN,
    );
    const mean = atCap.reduce((sum, wait) => sum + wait, 0) / atCap.length;

    expect(new Set(atCap).size).toBeGreaterThan(9900);
    expect(mean).toBeGreaterThan(490);
    expect(mean).toBeLessThan(510);
  });
});

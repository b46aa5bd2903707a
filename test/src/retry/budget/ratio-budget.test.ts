import type { Classification } from '@octollm/errors/classify';
import { ratioBudget, type RetryBudget } from '@octollm/errors/retry';
import { ManualClock } from '@octollm/errors/testing';
import fc from 'fast-check';
import { expect, test } from 'vitest';

import { classifyStructure } from '../../../../src/classify/classify-structure.ts';
import { fuzzRuns } from '../../../support/fuzz-runs.ts';
import { refused } from '../failures.ts';

const failure: Classification = classifyStructure(refused());

function takeAll(budget: RetryBudget): number {
  let taken = 0;
  while (budget.tryAcquire(failure)) taken++;
  return taken;
}

function succeed(budget: RetryBudget, times: number): void {
  for (let time = 0; time < times; time++) budget.onSuccess();
}

test('allows one retry a second for free', () => {
  const budget = ratioBudget({ clock: new ManualClock() });

  expect(budget.tokens).toBe(10);
  expect(takeAll(budget)).toBe(10);
  expect(budget.tokens).toBe(0);
});

test('allows a fifth of the successes beside that', () => {
  const budget = ratioBudget({ clock: new ManualClock() });
  succeed(budget, 1000);

  expect(takeAll(budget)).toBe(210);
});

test('takes its numbers from the options', () => {
  const budget = ratioBudget({ ratio: 0.5, minPerSecond: 2, windowMs: 1000, clock: new ManualClock() });
  succeed(budget, 10);

  expect(takeAll(budget)).toBe(7);
});

test('forgets successes that lie behind the window', () => {
  const clock = new ManualClock();
  const budget = ratioBudget({ clock });
  succeed(budget, 320);
  expect(budget.tokens).toBe(74);

  clock.skip(15_000);
  expect(budget.tokens).toBe(42);
  clock.skip(5000);
  expect(budget.tokens).toBe(10);
});

test('forgives what was spent at the same pace', () => {
  const clock = new ManualClock();
  const budget = ratioBudget({ clock });
  takeAll(budget);

  clock.skip(15_000);
  expect(takeAll(budget)).toBe(5);
  clock.skip(60_000);
  expect(takeAll(budget)).toBe(10);
});

test('never allows more than the free share and the ratio of the successes in any two windows', () => {
  const step = fc.oneof(
    fc.record({ type: fc.constant('skip' as const), ms: fc.nat({ max: 5000 }) }),
    fc.record({ type: fc.constant('succeed' as const), times: fc.nat({ max: 100 }) }),
    fc.record({ type: fc.constant('take' as const) }),
  );
  fc.assert(
    fc.property(fc.array(step, { maxLength: 60 }), (steps) => {
      const clock = new ManualClock();
      const budget = ratioBudget({ clock });
      let successes = 0;
      let taken = 0;
      for (const action of steps) {
        if (action.type === 'skip') clock.skip(action.ms);
        if (action.type === 'succeed') succeed(budget, action.times);
        if (action.type === 'succeed') successes += action.times;
        if (action.type === 'take' && budget.tryAcquire(failure)) taken++;
        expect(budget.tokens).toBeGreaterThanOrEqual(0);
      }
      // Two windows overlap a moment, so that at most two shares are free at the beginning.
      expect(taken).toBeLessThanOrEqual(20 + clock.now() / 1000 + successes * 0.2);
    }),
    { numRuns: fuzzRuns() },
  );
});

test.each([{ ratio: -1 }, { ratio: NaN }, { minPerSecond: -1 }, { windowMs: 0 }, { windowMs: NaN }])(
  'refuses what is out of range: %o',
  (options) => {
    expect(() => ratioBudget(options)).toThrow(expect.objectContaining({ code: 'CONFIGURATION_ERROR' }));
  },
);

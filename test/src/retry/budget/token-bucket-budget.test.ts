import { type RetryBudget, tokenBucketBudget } from '@octollm/errors/retry';
import { expect, test } from 'vitest';

import { classifyStructure } from '../../../../src/classify/classify-structure.ts';
import { answered, refused } from '../failures.ts';

const breakdown = classifyStructure(refused());
const throttling = classifyStructure(answered(429));

function takeAll(budget: RetryBudget, classification = breakdown): number {
  let taken = 0;
  while (budget.tryAcquire(classification)) taken++;
  return taken;
}

test('starts full and pays for retries', () => {
  const budget = tokenBucketBudget();

  expect(budget.tokens).toBe(500);
  expect(takeAll(budget)).toBe(35);
  expect(budget.tokens).toBe(10);
});

test('charges less when the server asked to slow down', () => {
  expect(takeAll(tokenBucketBudget(), throttling)).toBe(100);
  expect(takeAll(tokenBucketBudget(), classifyStructure(answered(529)))).toBe(100);
});

test('fills up with successes, but not above its capacity', () => {
  const budget = tokenBucketBudget({ capacity: 10, cost: 5, refund: 2 });
  takeAll(budget);
  expect(budget.tokens).toBe(0);

  for (let success = 1; success <= 3; success++) budget.onSuccess();
  expect(budget.tokens).toBe(6);
  for (let success = 1; success <= 3; success++) budget.onSuccess();
  expect(budget.tokens).toBe(10);
});

test('takes nothing when it refuses', () => {
  const budget = tokenBucketBudget({ capacity: 4, cost: 5 });

  expect(budget.tryAcquire(breakdown)).toBe(false);
  expect(budget.tokens).toBe(4);
});

test('M-aws: fills up again after it was empty, by successes that needed no retry', () => {
  const budget = tokenBucketBudget({ capacity: 14 });
  takeAll(budget);
  for (let success = 1; success <= 14; success++) budget.onSuccess();

  expect(takeAll(budget)).toBe(1);
});

test.each([{ capacity: -1 }, { capacity: NaN }, { cost: -1 }, { throttleCost: NaN }, { refund: -1 }])(
  'refuses what is out of range: %o',
  (options) => {
    expect(() => tokenBucketBudget(options)).toThrow(expect.objectContaining({ code: 'CONFIGURATION_ERROR' }));
  },
);

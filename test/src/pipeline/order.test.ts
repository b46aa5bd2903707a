import { bulkhead } from '@octollm/errors/bulkhead';
import { fallback } from '@octollm/errors/fallback';
import { hedge } from '@octollm/errors/hedge';
import { createPipeline, findOrderProblems, type Layer, type OrderProblem, pipeline } from '@octollm/errors/pipeline';
import { rateLimiter, tokenBucket } from '@octollm/errors/rate-limit';
import { createRetry } from '@octollm/errors/retry';
import { timeout } from '@octollm/errors/timeout';
import { afterEach, describe, expect, test, vi } from 'vitest';

import type { Strategy } from '../../../src/pipeline/strategy.ts';

const retry = createRetry();
const limit = timeout({ timeoutMs: 1_000 });
const slots = bulkhead({ maxConcurrent: 1 });
const tokens = rateLimiter(tokenBucket({ capacity: 1, refillPerSecond: 1 }));
const spare = fallback(() => 'spare');
const hedged = hedge({ delayMs: 1, idempotent: true });
const breaker: Strategy = { layers: ['breaker'], execute: async (fn, options) => limit.execute(fn, options) };

const pairsOf = (strategies: readonly Strategy<unknown>[]): readonly (readonly [Layer, Layer])[] =>
  findOrderProblems(strategies).map(({ outer, inner }) => [outer, inner]);

describe('an order that is fine', () => {
  test.each<[string, readonly Strategy<unknown>[]]>([
    ['nothing', []],
    ['the standard one', [spare, limit, retry, breaker, slots, tokens, limit]],
    ['the retry outside of the breaker', [retry, breaker, limit]],
    ['a limit around the breaker, which hears of it', [retry, limit, breaker]],
    ['a total limit with a limit for each attempt', [limit, retry, limit]],
    ['a total limit with a limit inside the retry itself', [limit, createRetry({ attemptTimeoutMs: 100 })]],
    ['hedges inside the retry', [retry, hedged]],
    ['a strategy of somebody else', [{ execute: async (fn, options) => limit.execute(fn, options) }, retry]],
  ])('%s', (_, strategies) => {
    expect(pairsOf(strategies)).toEqual([]);
  });
});

describe('an order that works against a strategy', () => {
  test.each<[string, readonly Strategy<unknown>[], readonly (readonly [Layer, Layer])[]]>([
    ['C9, L7: the retry inside the breaker', [breaker, retry, limit], [['breaker', 'retry']]],
    ['a limit that is the only one outside of the retry', [limit, retry], [['timeout', 'retry']]],
    ['a retry inside a retry', [retry, createRetry()], [['retry', 'retry']]],
    ['a retry inside a hedge', [hedged, retry], [['hedge', 'retry']]],
    ['a rate limit outside of the retry', [tokens, retry], [['rate-limit', 'retry']]],
    ['a fallback inside the retry', [retry, spare], [['retry', 'fallback']]],
    ['a fallback inside the breaker', [breaker, spare], [['breaker', 'fallback']]],
    ['one that hides in a pipeline', [breaker, createPipeline([slots, retry])], [['breaker', 'retry']]],
  ])('%s', (_, strategies, pairs) => {
    expect(pairsOf(strategies)).toEqual(pairs);
  });

  test('is explained', () => {
    expect(findOrderProblems([breaker, retry])[0]?.message).toMatch(/around a retry .* put the retry outside\.$/);
  });
});

describe('who hears of it', () => {
  afterEach(() => {
    vi.restoreAllMocks();
  });

  test('a listener, each time, and then not the console', () => {
    const warn = vi.spyOn(console, 'warn').mockReturnValue();
    const heard: OrderProblem[] = [];
    const options = { onOrderProblem: (problem: OrderProblem) => heard.push(problem) };

    createPipeline([hedged, retry], options);
    createPipeline([hedged, retry], options);
    expect(heard).toHaveLength(2);
    expect(warn).not.toHaveBeenCalled();
  });

  test('otherwise the console, once', () => {
    const warn = vi.spyOn(console, 'warn').mockReturnValue();

    pipeline(retry, createRetry());
    pipeline(retry, createRetry());
    expect(warn.mock.calls).toEqual([[expect.stringContaining('Retries inside a retry multiply')]]);
  });
});

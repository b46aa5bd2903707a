import { RateLimitError } from '@octollm/errors/errors';
import { constant, type GiveUpReason, retry, type RetryOptions } from '@octollm/errors/retry';
import { ManualClock } from '@octollm/errors/testing';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';

import { fuzzRuns } from '../../support/fuzz-runs.ts';
import { throttled } from './failures.ts';
import { runOut } from './run-out.ts';

interface Outcome {
  readonly waits: readonly number[];
  readonly reason: GiveUpReason | undefined;
}

async function waitsAfter(error: unknown, options: RetryOptions = {}): Promise<Outcome> {
  const clock = new ManualClock();
  const waits: number[] = [];
  let reason: GiveUpReason | undefined;
  const call = retry(() => Promise.reject(error), {
    clock,
    maxAttempts: 2,
    random: () => 0,
    backoff: constant(100),
    onRetry: ({ delayMs }) => waits.push(delayMs),
    onGiveUp: (event) => (reason = event.reason),
    ...options,
  });
  await runOut(clock, call);
  return { waits, reason };
}

describe('a wait that the server asks for', () => {
  test('is waited for when the back-off is shorter', async () => {
    expect(await waitsAfter(throttled(5000))).toEqual({ waits: [5000], reason: 'attempts' });
  });

  test('is read from our own errors, too', async () => {
    const error = new RateLimitError('Too many requests', { retryAfterMs: 5000 });

    expect(await waitsAfter(error)).toEqual({ waits: [5000], reason: 'attempts' });
  });

  test('does not shorten the back-off', async () => {
    expect(await waitsAfter(throttled(5))).toEqual({ waits: [100], reason: 'attempts' });
  });

  test('is lengthened by chance, by less than a tenth, since all clients were told the same', async () => {
    expect(await waitsAfter(throttled(5000), { random: () => 0.5 })).toEqual({ waits: [5250], reason: 'attempts' });
  });

  test('overrides a shorter wait that shouldRetry chose', async () => {
    const shouldRetry: RetryOptions['shouldRetry'] = () => ({ retry: true, delayMs: 1 });

    expect(await waitsAfter(throttled(5000), { shouldRetry })).toEqual({ waits: [5000], reason: 'attempts' });
  });

  test('ends the call when it is longer than a minute', async () => {
    expect(await waitsAfter(throttled(60_000))).toEqual({ waits: [60_000], reason: 'attempts' });
    expect(await waitsAfter(throttled(60_001))).toEqual({ waits: [], reason: 'retry_after_too_long' });
  });

  test('ends the call when it is longer than the option allows', async () => {
    expect(await waitsAfter(throttled(501), { maxRetryAfterMs: 500 })).toEqual({
      waits: [],
      reason: 'retry_after_too_long',
    });
  });

  test('ends the call when it is longer than the time left', async () => {
    expect(await waitsAfter(throttled(5000), { maxElapsedMs: 4000 })).toEqual({
      waits: [],
      reason: 'retry_after_too_long',
    });
  });

  test('is never cut short, whatever the limits and the chance', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.record({
          hintMs: fc.nat({ max: 100_000 }),
          backoffMs: fc.nat({ max: 100_000 }),
          chance: fc.double({ min: 0, max: 1, maxExcluded: true, noNaN: true }),
          maxRetryAfterMs: fc.nat({ max: 100_000 }),
          maxElapsedMs: fc.nat({ max: 200_000 }),
        }),
        async ({ hintMs, backoffMs, chance, maxRetryAfterMs, maxElapsedMs }) => {
          const { waits, reason } = await waitsAfter(throttled(hintMs), {
            backoff: constant(backoffMs),
            random: () => chance,
            maxRetryAfterMs,
            maxElapsedMs,
          });
          const longest = Math.max(hintMs, backoffMs);

          for (const wait of waits) {
            expect(wait).toBeGreaterThanOrEqual(longest);
            expect(wait).toBeLessThanOrEqual(longest * 1.1);
            expect(wait).toBeLessThan(maxElapsedMs);
          }
          if (waits.length === 0) expect(['elapsed', 'retry_after_too_long']).toContain(reason);
          if (hintMs > maxRetryAfterMs) expect(reason).toBe('retry_after_too_long');
        },
      ),
      { numRuns: fuzzRuns() },
    );
  });
});

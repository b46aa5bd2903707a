import { rateLimiter, tokenBucket } from '@octollm/errors/rate-limit';
import fc from 'fast-check';
import { expect, test } from 'vitest';

import { ManualClock } from '../../../src/testing/manual-clock.ts';
import { fuzzRuns } from '../../support/fuzz-runs.ts';

const settings = fc.record({
  capacity: fc.integer({ min: 1, max: 5 }),
  refillPerSecond: fc.double({ min: 0.1, max: 50, noNaN: true }),
  pauses: fc.array(fc.nat({ max: 2_000 }), { minLength: 1, maxLength: 25 }),
});

/** Lets calls arrive after pauses and returns when they began, in the order in which they did. */
async function begin(
  { capacity, refillPerSecond, pauses }: typeof settings extends fc.Arbitrary<infer S> ? S : never,
  wait: boolean,
): Promise<readonly { readonly call: number; readonly at: number }[]> {
  const clock = new ManualClock();
  const limiter = rateLimiter(tokenBucket({ capacity, refillPerSecond, clock }), { wait });
  const begun: { call: number; at: number }[] = [];
  const calls: Promise<unknown>[] = [];
  for (const [call, pause] of pauses.entries()) {
    await clock.advance(pause);
    calls.push(limiter.execute(() => begun.push({ call, at: clock.now() })));
  }
  await Promise.all([Promise.allSettled(calls), clock.runAll()]);
  expect(clock.pendingTimers).toBe(0);
  return begun;
}

test.each([true, false])(
  'in no stretch of time do more calls begin than the bucket allows; waiting: %s',
  async (wait) => {
    await fc.assert(
      fc.asyncProperty(settings, async (given) => {
        const begun = await begin(given, wait);

        for (const [first, { at: start }] of begun.entries()) {
          for (const [last, { at: end }] of begun.entries()) {
            const allowed = given.capacity + ((end - start) / 1000) * given.refillPerSecond;
            if (last >= first) expect(last - first + 1).toBeLessThanOrEqual(allowed + 1e-6);
          }
        }
      }),
      { numRuns: fuzzRuns() },
    );
  },
);

test('calls that wait all begin, in the order in which they came', async () => {
  await fc.assert(
    fc.asyncProperty(settings, async (given) => {
      const begun = await begin(given, true);

      expect(begun.map(({ call }) => call)).toEqual(given.pauses.map((_, call) => call));
    }),
    { numRuns: fuzzRuns() },
  );
});

import { createRetry, exponential, getAttempts, retry, type RetryEvent } from '@octollm/errors/retry';
import { createRandom, flaky, ManualClock } from '@octollm/errors/testing';
import fc from 'fast-check';
import { expect, test } from 'vitest';

import { fuzzRuns } from '../../support/fuzz-runs.ts';
import { answered, refused, reset } from './failures.ts';
import { runOut } from './run-out.ts';

const policies = fc.record({
  maxAttempts: fc.integer({ min: 1, max: 20 }),
  maxElapsedMs: fc.oneof(fc.nat({ max: 100_000 }), fc.constant(Infinity)),
  idempotent: fc.boolean(),
  backoff: fc
    .record({ initialMs: fc.nat({ max: 1000 }), maxMs: fc.nat({ max: 10_000 }), factor: fc.double({ min: 0, max: 5 }) })
    .map(exponential),
});
const services = fc.record({
  seed: fc.integer(),
  failureRate: fc.double({ min: 0, max: 1 }),
  error: fc.constantFrom(refused(), reset(), answered(503), answered(404), 'a string'),
  latencyMs: fc.nat({ max: 5000 }),
});

test('a call keeps its limits, whatever the policy and the service', async () => {
  await fc.assert(
    fc.asyncProperty(policies, services, async (policy, { seed, failureRate, error, latencyMs }) => {
      const clock = new ManualClock();
      const random = createRandom(seed);
      const waits: number[] = [];
      const begun: number[] = [];
      const service = flaky(() => 'answer', { failureRate, random, error });
      const call = retry(
        () => {
          begun.push(clock.now());
          clock.skip(latencyMs);
          return service();
        },
        { ...policy, clock, random, onRetry: ({ delayMs }) => waits.push(delayMs) },
      );
      const result = await runOut(clock, call);

      expect(begun.length).toBeGreaterThanOrEqual(1);
      expect(begun.length).toBeLessThanOrEqual(policy.maxAttempts);
      expect(waits).toHaveLength(begun.length - 1);
      for (const [index, wait] of waits.entries()) {
        expect((begun[index + 1] ?? NaN) - (begun[index] ?? NaN)).toBeCloseTo(latencyMs + wait, 3);
      }
      for (const start of begun.slice(1)) expect(start).toBeLessThan(policy.maxElapsedMs);
      if (result.status === 'rejected') expect(result.reason).toBe(error);
      else expect(result.value).toBe('answer');
      expect(clock.pendingTimers).toBe(0);
    }),
    { numRuns: fuzzRuns() },
  );
});

test('an abort at any moment ends the call then, and the function is not called any more', async () => {
  await fc.assert(
    fc.asyncProperty(policies, fc.nat({ max: 20_000 }), async (policy, abortAfterMs) => {
      const clock = new ManualClock();
      const controller = new AbortController();
      let calls = 0;
      const failing = (): never => {
        calls++;
        throw refused();
      };
      const call = createRetry({ ...policy, clock, budget: false }).execute(failing, controller);
      const settled = Promise.allSettled([call]);
      await clock.advance(abortAfterMs);
      const callsBefore = calls;
      controller.abort();
      const [result] = await settled;
      await clock.runAll();

      expect(result.status).toBe('rejected');
      expect(calls).toBe(callsBefore);
      expect(clock.pendingTimers).toBe(0);
    }),
    { numRuns: fuzzRuns() },
  );
});

test('the history tells every call in order, and ends with the only reason', async () => {
  await fc.assert(
    fc.asyncProperty(policies, async (policy) => {
      const clock = new ManualClock();
      const error = reset();
      let calls = 0;
      const call = retry(
        () => {
          calls++;
          throw error;
        },
        { ...policy, clock },
      );
      await runOut(clock, call);
      const attempts = getAttempts(error);

      expect(attempts.map(({ attempt }) => attempt)).toEqual(Array.from({ length: calls }, (_, index) => index + 1));
      expect(attempts.filter((event) => 'reason' in event)).toEqual(attempts.slice(-1));
      expect(attempts.slice(0, -1).every((event: Partial<RetryEvent>) => event.delayMs !== undefined)).toBe(true);
    }),
    { numRuns: fuzzRuns() },
  );
});

import { consecutive, createBreaker, memoryStore, type BreakerStore } from '@octollm/errors/breaker';
import { ManualClock } from '@octollm/errors/testing';
import fc from 'fast-check';
import { expect, test } from 'vitest';

import { fuzzRuns } from '../../support/fuzz-runs.ts';
import { settle } from '../pipeline/deferred.ts';
import { createAsyncStore } from './async-store.ts';
import { sequences, type Reality } from './breaker-commands.ts';
import { BreakerModel, rules } from './breaker-model.ts';
import { fail, succeed } from './drive.ts';

const { failures, openMs, permits, successThreshold, leaseMs } = rules;

function createReality(breakers: number, store: BreakerStore): Reality {
  const clock = new ManualClock();
  const edges: string[] = [];
  const createOne = (): Reality['breakers'][number] =>
    createBreaker({
      ...{ name: 'model', trip: consecutive(failures), openMs, clock, store },
      halfOpen: { permits, successThreshold, leaseMs },
      onEvent: (event) => event.type === 'breaker_changed' && edges.push(`${event.from} → ${event.to}`),
    });
  return { breakers: Array.from({ length: breakers }, createOne), clock, edges, calls: [], holds: [] };
}

const legalEdges = new Set(['closed → open', 'open → half_open', 'half_open → closed', 'half_open → open']);
const isByHand = (edge: string): boolean => /isolated|disabled|metrics_only/.test(edge);
/** A reset and the end of a hold close from anywhere. */
const isLegal = (edge: string): boolean => legalEdges.has(edge) || isByHand(edge) || edge === 'open → closed';

test.each([
  ['one breaker', 1, memoryStore],
  ['two breakers that share a store', 2, memoryStore],
  ['two breakers that share a store in another process', 2, createAsyncStore],
])('%s: whatever happens, it does what the model says and never gets stuck', async (_, breakers, createStore) => {
  await fc.assert(
    fc.asyncProperty(sequences, async (commands) => {
      const model = new BreakerModel();
      const real = createReality(breakers, createStore());
      await fc.asyncModelRun(() => ({ model, real }), commands);

      expect(real.edges.filter((edge) => !isLegal(edge))).toEqual([]);
      // No dead state: without holds a call is admitted when all times are over, however many calls hang.
      for (const hold of real.holds) hold.release();
      await real.clock.advance(openMs + leaseMs);
      for (const breaker of real.breakers) expect(await succeed(breaker)).toBe('value');
      expect(real.clock.pendingTimers).toBe(0);
    }),
    { numRuns: fuzzRuns() },
  );
});

test('in whatever order a store answers, the service sees no more probes than there are permits', async () => {
  await fc.assert(
    fc.asyncProperty(
      fc.scheduler(),
      fc.array(fc.boolean(), { minLength: 1, maxLength: 12 }),
      async (scheduler, ends) => {
        const memory = memoryStore();
        const delay = async <T>(ask: () => T): Promise<Awaited<T>> => {
          await scheduler.schedule(Promise.resolve());
          return await ask();
        };
        let isDelayed = false;
        const store: BreakerStore = {
          getCircuit(name, circuitRules) {
            const circuit = memory.getCircuit(name, circuitRules);
            return {
              admit: () => (isDelayed ? delay(() => circuit.admit()) : circuit.admit()),
              record: (ticket, report) =>
                isDelayed ? delay(() => circuit.record(ticket, report)) : circuit.record(ticket, report),
              hold: (hold) => circuit.hold(hold),
              release: (hold) => circuit.release(hold),
              reset: () => circuit.reset(),
              view: () => circuit.view(),
            };
          },
        };
        const { breakers, clock } = createReality(2, store);
        const [one, other] = [breakers[0] ?? expect.unreachable(), breakers[1] ?? expect.unreachable()];
        for (let failure = 0; failure < failures; failure++) await fail(one);
        await clock.advance(openMs);

        isDelayed = true;
        let reaching = 0;
        const calls = ends.map(async (isGood, index) => {
          await scheduler.schedule(Promise.resolve());
          return await (index % 2 ? one : other).execute(async () => {
            const { state } = one.snapshot();
            reaching++;
            if (state !== 'closed') expect(reaching).toBeLessThanOrEqual(permits);
            await scheduler.schedule(Promise.resolve());
            reaching--;
            if (!isGood) throw new Error('still sick');
          });
        });
        await scheduler.waitFor(Promise.allSettled(calls));

        isDelayed = false;
        await clock.advance(openMs + leaseMs);
        await settle();
        expect(await succeed(one)).toBe('value');
      },
    ),
    { numRuns: fuzzRuns() },
  );
});

import { bulkhead } from '@octollm/errors/bulkhead';
import { BulkheadFullError } from '@octollm/errors/errors';
import fc from 'fast-check';
import { expect, test } from 'vitest';

import { fuzzRuns } from '../../support/fuzz-runs.ts';
import { type Deferred, defer, settle } from '../pipeline/deferred.ts';

interface Call {
  readonly work: Deferred<'finish' | 'fail'>;
  readonly controller: AbortController;
  readonly end: Promise<unknown>;
}

const gaveUp = new Error('gave up');

const actions = fc.array(
  fc.oneof(
    fc.record({ type: fc.constant('call') }),
    fc.record({ type: fc.constantFrom('finish', 'fail', 'abort'), at: fc.nat() }),
  ),
  { maxLength: 40 },
);

test('whatever calls do, the limits hold, the order is kept and every slot comes back', async () => {
  await fc.assert(
    fc.asyncProperty(actions, fc.integer({ min: 1, max: 3 }), fc.nat({ max: 3 }), async (steps, limit, maxQueue) => {
      const slots = bulkhead({ maxConcurrent: limit, maxQueue });
      const calls: Call[] = [];
      const begun: number[] = [];
      let working = 0;

      const start = (): void => {
        const [number, work, controller] = [calls.length, defer<'finish' | 'fail'>(), new AbortController()];
        const run = slots.execute(
          async () => {
            begun.push(number);
            working++;
            const end = await work.promise;
            working--;
            if (end === 'fail') throw new Error('failed');
          },
          { signal: controller.signal },
        );
        calls.push({ work, controller, end: run.catch((error: unknown) => error) });
      };

      for (const step of steps) {
        if (!('at' in step)) start();
        const call = 'at' in step ? calls[step.at % calls.length] : undefined;
        if (step.type === 'abort') call?.controller.abort(gaveUp);
        else if (step.type !== 'call') call?.work.resolve(step.type);
        await settle();
        expect(working).toBe(slots.running);
        expect(slots.running).toBeLessThanOrEqual(limit);
        expect(slots.queued).toBeLessThanOrEqual(maxQueue);
        expect(slots.queued === 0 || slots.running === limit).toBe(true);
      }

      for (const { work } of calls) work.resolve('finish');
      const ends = await Promise.all(calls.map(({ end }) => end));
      expect(slots).toMatchObject({ running: 0, queued: 0 });
      expect(begun).toEqual([...begun].sort((first, second) => first - second));
      for (const [number, end] of ends.entries()) {
        const isRefused = end instanceof BulkheadFullError || end === gaveUp;
        expect(begun.includes(number)).toBe(!isRefused);
      }
    }),
    { numRuns: fuzzRuns() },
  );
});

import { settleAll } from '@octollm/errors/batch';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { fuzzRuns } from '../../support/fuzz-runs.ts';

/** What becomes of an item, and how many turns it takes. */
const item = fc.record({ id: fc.nat(), fails: fc.boolean(), turns: fc.nat({ max: 5 }) });

async function work({ id, fails, turns }: { id: number; fails: boolean; turns: number }): Promise<number> {
  for (let turn = 0; turn < turns; turn++) await Promise.resolve();
  if (fails) throw new Error(String(id));
  return id;
}

describe('any batch', () => {
  test('lists each item once, in its place, with what became of it', async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(item), fc.integer({ min: 1, max: 10 }), async (items, concurrency) => {
        const { results, stop } = await settleAll(items, work, { concurrency });

        expect(stop).toBeUndefined();
        expect(results).toEqual(
          items.map(({ id, fails }, index) =>
            fails
              ? { status: 'rejected', index, key: index, error: new Error(String(id)) }
              : { status: 'fulfilled', index, key: index, value: id },
          ),
        );
      }),
      { numRuns: fuzzRuns() },
    );
  });

  test('that stops has tried a beginning of the input and skipped the rest', async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(item), fc.integer({ min: 1, max: 10 }), fc.nat(5), async (items, concurrency, max) => {
        const { results, stop, failures, skipped } = await settleAll(items, work, { concurrency, maxFailures: max });
        const tried = results.length - skipped.length;

        expect(results.map(({ index }) => index)).toEqual(items.map((_, index) => index));
        expect(results.slice(0, tried).map(({ status }) => status)).not.toContain('skipped');
        expect(stop !== undefined).toBe(failures.length > max);
        expect(failures.length).toBeLessThanOrEqual(max + concurrency);
      }),
      { numRuns: fuzzRuns() },
    );
  });

  test('that stops has tried every item that it took from an iterator', async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(item), fc.integer({ min: 1, max: 10 }), fc.nat(5), async (items, concurrency, max) => {
        let taken = 0;
        function* take(): Generator<(typeof items)[number]> {
          for (const next of items) {
            taken++;
            yield next;
          }
        }
        const { summary } = await settleAll(take(), work, { concurrency, maxFailures: max });

        expect(summary).toMatchObject({ total: taken, skipped: 0 });
      }),
      { numRuns: fuzzRuns() },
    );
  });
});

import { checkOption } from '../pipeline/check-option.ts';
import { BatchResult } from './batch-result.ts';
import { BatchStopper } from './batch-stopper.ts';
import { createFailureWatch } from './failure-watch.ts';
import type { ItemKey, ItemResult, ItemSkip } from './item-result.ts';
import { readUntilAborted } from './read-until-aborted.ts';
import { Running } from './running.ts';
import type { StopConditions } from './stop-conditions.ts';

export type {} from '../platform/web-types.ts';

/** Tells the work on an item which one it is and when to give up. */
export interface ItemContext<Key extends ItemKey = number> {
  /** The place of the item in the input. */
  readonly index: number;
  /** What names the item: what `key` returned for it, else its index. */
  readonly key: Key;
  /** Aborts when the batch stops early; pass it on. */
  readonly signal: AbortSignal;
}

/** Holds the settings of a batch. */
export interface SettleAllOptions<Item = unknown, Key extends ItemKey = number> extends StopConditions {
  /** Returns what names an item in its result, such as its id; by default its index. */
  readonly key?: (item: Item, index: number) => Key;
  /** How many items are worked on at once, from 1 up; 8 by default, and `Infinity` is allowed. */
  readonly concurrency?: number;
  /** Stops the batch: no further item is begun, and `signal` of the running ones aborts. */
  readonly signal?: AbortSignal | undefined;
}

/**
 * Works on all items and tells for each one what became of it, in the order of the input.
 *
 * It never rejects because an item failed, because it was aborted, or because the source of the items threw: what was
 * done is done, so the result lists it and says in `stop` why the rest is missing. After a stop it waits for the items
 * that run, and lists those of an array that it never began as skipped; any other source is closed, and an item that an
 * async one gives only then is not in the result.
 *
 * @param items An array, or any sync or async iterable, read as room becomes free.
 * @param fn The work on one item; what it throws becomes the `error` of that item.
 * @param options Concurrency, key, stop conditions and signal.
 * @throws A `ConfigurationError`, as a rejection, for a concurrency that is not a whole number from 1 up.
 */
export async function settleAll<Item, Value, Key extends ItemKey = number>(
  items: Iterable<Item> | AsyncIterable<Item>,
  fn: (item: Item, context: ItemContext<Key>) => Value | PromiseLike<Value>,
  options: SettleAllOptions<Item, Key> = {},
): Promise<BatchResult<Awaited<Value>, Key>> {
  // Without `key` nothing infers `Key`, so it is what its default says: the type of the index.
  const { concurrency = 8, key: keyOf = (_, index) => index as Key } = options;
  checkOption('settleAll: concurrency', concurrency, { from: 1, whole: true });
  const stopper = new BatchStopper(options.signal);
  const noteFailure = createFailureWatch(options, stopper);
  const results: ItemResult<Awaited<Value>, Key>[] = [];
  const running = new Running();
  const { signal } = stopper;

  const work = async (item: Item, index: number, key: Key): Promise<void> => {
    try {
      results[index] = { status: 'fulfilled', index, key, value: await fn(item, { index, key, signal }) };
    } catch (error) {
      results[index] = { status: 'rejected', index, key, error };
      noteFailure(error);
    }
  };

  let begun = 0;
  try {
    for await (const item of readUntilAborted(items, signal)) {
      const key = keyOf(item, begun);
      const index = begun++;
      running.start(() => work(item, index, key));
      await running.untilBelow(concurrency);
    }
  } catch (thrown) {
    stopper.end('source', thrown);
  }
  await running.untilBelow(1);
  stopper.detach();
  if (stopper.stop && Array.isArray(items)) results.push(...listSkipped(items, begun, keyOf));
  return new BatchResult(results, stopper.stop);
}

function* listSkipped<Item, Key extends ItemKey>(
  items: readonly Item[],
  begun: number,
  keyOf: (item: Item, index: number) => Key,
): Generator<ItemSkip<Key>> {
  for (const [index, item] of items.entries()) {
    if (index >= begun) yield { status: 'skipped', index, key: readKey(item, index, keyOf) };
  }
}

function readKey<Item, Key>(item: Item, index: number, keyOf: (item: Item, index: number) => Key): Key | undefined {
  try {
    return keyOf(item, index);
  } catch {
    // expected: a key that threw stopped the batch, whose result tells it; the item is named by its index alone.
    return undefined;
  }
}

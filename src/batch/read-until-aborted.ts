/// <reference lib="es2018.asyncgenerator" preserve="true" />
import { listenToAbort } from '../pipeline/listen-to-abort.ts';

export type {} from '../platform/web-types.ts';

/**
 * Reads items one after the other until a signal aborts. A source that takes its time for the next item cannot hold it up;
 * an item that such a source gives later is lost.
 */
export async function* readUntilAborted<Item>(
  items: Iterable<Item> | AsyncIterable<Item>,
  signal: AbortSignal,
): AsyncGenerator<Item, void, undefined> {
  if (signal.aborted) return;
  if (Symbol.asyncIterator in items) return yield* readAsync(items[Symbol.asyncIterator](), signal);
  for (const item of items) {
    yield item;
    if (signal.aborted) return;
  }
}

async function* readAsync<Item>(
  iterator: AsyncIterator<Item>,
  signal: AbortSignal,
): AsyncGenerator<Item, void, undefined> {
  let isOpen = true;
  try {
    while (!signal.aborted) {
      isOpen = false; // A source that throws has closed itself.
      const next = await nextUnlessAborted(iterator, signal);
      if (next?.done) return;
      isOpen = true;
      if (next) yield next.value;
    }
  } finally {
    if (isOpen) void close(iterator);
  }
}

function nextUnlessAborted<Item>(
  iterator: AsyncIterator<Item>,
  signal: AbortSignal,
): Promise<IteratorResult<Item> | undefined> {
  return new Promise((resolve, reject) => {
    const stopListening = listenToAbort(signal, () => resolve(undefined));
    void Promise.resolve(iterator.next()).then(resolve, reject).finally(stopListening);
  });
}

/** Lets a source free what it holds; nobody waits for that, since it may be stuck in the read that was given up. */
async function close(iterator: AsyncIterator<unknown>): Promise<void> {
  try {
    await iterator.return?.();
  } catch {
    // expected: the batch is over, and a source that cannot close changes nothing about its items.
  }
}

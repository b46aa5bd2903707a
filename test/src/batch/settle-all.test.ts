import { AuthenticationError, NetworkError, TaskNotFoundError } from '@octollm/errors/errors';
import { settleAll } from '@octollm/errors/batch';
import { describe, expect, it, test } from 'vitest';

/** Ends when it is told to, so that a test decides what runs at once. */
function createGate(): { readonly opened: Promise<void>; readonly open: () => void } {
  let open = (): void => undefined;
  const opened = new Promise<void>((resolve) => (open = resolve));
  return { opened, open };
}

async function* readPages(...pages: (readonly string[] | Error)[]): AsyncGenerator<string> {
  for (const page of pages) {
    if (page instanceof Error) throw page;
    yield* page;
  }
}

describe('settleAll', () => {
  it('lists every item in the order of the input, whatever order the work ends in', async () => {
    const slow = createGate();
    const batch = settleAll(['a', 'b', 'c'], async (item) => {
      if (item === 'a') await slow.opened;
      if (item === 'b') throw new TaskNotFoundError('No task b');
      if (item === 'c') slow.open();
      return item.toUpperCase();
    });

    expect((await batch).results).toEqual([
      { status: 'fulfilled', index: 0, key: 0, value: 'A' },
      { status: 'rejected', index: 1, key: 1, error: expect.any(TaskNotFoundError) },
      { status: 'fulfilled', index: 2, key: 2, value: 'C' },
    ]);
  });

  it('takes functions that return at once, and an input without items', async () => {
    expect((await settleAll([1, 2], (item) => item * 2)).successes.map(({ value }) => value)).toEqual([2, 4]);

    const { results, isComplete, summary } = await settleAll([], () => 1);
    expect({ results, isComplete, total: summary.total }).toEqual({ results: [], isComplete: true, total: 0 });
  });

  it('keeps what was thrown as it is, also when it is no error', async () => {
    const error = new NetworkError('Down');
    const { failures } = await settleAll([error, 'text', undefined], (item) => {
      throw item;
    });

    expect(failures.map((failure) => failure.error)).toEqual([error, 'text', undefined]);
    expect(failures[0]?.error).toBe(error);
  });

  it.each([1, 2, 5])('runs at most %i at once, and that many when there is work', async (concurrency) => {
    let running = 0;
    let most = 0;
    await settleAll(
      Array.from({ length: 20 }),
      async () => {
        most = Math.max(most, ++running);
        await new Promise(setImmediate);
        running -= 1;
      },
      { concurrency },
    );

    expect(most).toBe(concurrency);
  });

  it('reads an iterable only as fast as there is room', async () => {
    const gate = createGate();
    let read = 0;
    function* count(): Generator<number> {
      while (read < 100) yield read++;
    }
    const batch = settleAll(count(), () => gate.opened, { concurrency: 3 });
    await Promise.resolve();
    await new Promise(setImmediate);
    expect(read).toBe(3);

    gate.open();
    expect((await batch).summary.succeeded).toBe(100);
  });

  it.each([0, -1, 1.5, Number.NaN])('refuses a concurrency of %s', async (concurrency) => {
    await expect(settleAll([1], (item) => item, { concurrency })).rejects.toMatchObject({
      code: 'CONFIGURATION_ERROR',
    });
  });

  test('R11: failures keep the id and the error of their item, and run side by side', async () => {
    const tasks = [{ id: 'task-1' }, { id: 'task-2' }, { id: 'task-3' }];
    const { successes, failures } = await settleAll(
      tasks,
      ({ id }) => {
        if (id === 'task-2') throw TaskNotFoundError.forTask(id);
        return `done ${id}`;
      },
      { key: (task) => task.id, concurrency: 2 },
    );

    expect(successes.map(({ key, value }) => [key, value])).toEqual([
      ['task-1', 'done task-1'],
      ['task-3', 'done task-3'],
    ]);
    expect(failures).toEqual([{ status: 'rejected', index: 1, key: 'task-2', error: expect.any(TaskNotFoundError) }]);
  });
});

describe('what stops a batch', () => {
  test('R11: a failure that no other item can escape stops the rest', async () => {
    const tried: number[] = [];
    const denied = new AuthenticationError('The key expired');
    const { results, stop, summary } = await settleAll(
      [0, 1, 2, 3, 4],
      (item) => {
        tried.push(item);
        if (item === 1) throw denied;
      },
      { concurrency: 1, stopOn: ['unauthenticated'] },
    );

    expect(tried).toEqual([0, 1]);
    expect(stop).toEqual({ reason: 'condition', cause: denied });
    expect(summary).toMatchObject({ total: 5, succeeded: 1, failed: 1, skipped: 3 });
    expect(results[4]).toEqual({ status: 'skipped', index: 4, key: 4 });
  });

  it('knows the kind of a foreign error by its status', async () => {
    const { stop } = await settleAll([1, 2], () => Promise.reject(Object.assign(new Error('No'), { status: 401 })), {
      concurrency: 1,
      stopOn: ['unauthenticated'],
    });

    expect(stop?.reason).toBe('condition');
  });

  it('goes on after failures of any other kind', async () => {
    const { stop, summary } = await settleAll([1, 2, 3], () => Promise.reject(new NetworkError('Down')), {
      stopOn: ['unauthenticated'],
    });

    expect(stop).toBeUndefined();
    expect(summary.failed).toBe(3);
  });

  it('puts up with as many failures as it is told, and with no more', async () => {
    const fail = (): never => {
      throw new NetworkError('Down');
    };

    expect((await settleAll([1, 2], fail, { concurrency: 1, maxFailures: 2 })).stop).toBeUndefined();
    const { stop, summary } = await settleAll([1, 2, 3, 4], fail, { concurrency: 1, maxFailures: 2 });
    expect(stop?.reason).toBe('failures');
    expect(summary).toMatchObject({ failed: 3, skipped: 1 });
  });

  it('tells the items that run, and waits for them', async () => {
    const bothRun = createGate();
    const gate = createGate();
    const reasons: unknown[] = [];
    const batch = settleAll(
      ['bad', 'running', 'later'],
      async (item, { signal }) => {
        signal.addEventListener('abort', () => reasons.push(signal.reason));
        await (item === 'bad' ? bothRun.opened : gate.opened);
        if (item === 'bad') throw new AuthenticationError('No key');
        return 'written';
      },
      {
        concurrency: 2,
        stopOn: ({ kind }, error) => kind === 'unauthenticated' && error instanceof AuthenticationError,
      },
    );
    await new Promise(setImmediate);
    bothRun.open();
    await new Promise(setImmediate);
    gate.open();

    expect((await batch).results.map(({ status }) => status)).toEqual(['rejected', 'fulfilled', 'skipped']);
    expect(reasons[1]).toMatchObject({ code: 'CANCELLED', cause: { code: 'AUTHENTICATION_ERROR' } });
  });

  it('is stopped by its signal without losing what was done', async () => {
    const controller = new AbortController();
    const reason = new Error('Deploy');
    const { results, stop } = await settleAll(
      ['first', 'second', 'third'],
      (item, { signal }) => {
        if (item === 'second') controller.abort(reason);
        signal.throwIfAborted();
        return item;
      },
      { concurrency: 1, signal: controller.signal },
    );

    expect(stop).toEqual({ reason: 'aborted', cause: reason });
    expect(results.map(({ status }) => status)).toEqual(['fulfilled', 'rejected', 'skipped']);
    expect(results[1]).toMatchObject({ error: reason });
  });

  it('begins nothing when the signal has aborted before', async () => {
    const { summary } = await settleAll([1, 2], () => expect.fail('ran'), { signal: AbortSignal.abort() });

    expect(summary).toMatchObject({ total: 2, skipped: 2 });
  });

  it('does not wait for a source that is stuck', async () => {
    const controller = new AbortController();
    let isClosed = false;
    const stuck: AsyncIterable<number> = {
      [Symbol.asyncIterator]: () => ({
        next: () => new Promise(() => undefined),
        return: () => {
          isClosed = true;
          return new Promise(() => undefined);
        },
      }),
    };
    const batch = settleAll(stuck, () => expect.fail('ran'), { signal: controller.signal });
    await Promise.resolve();
    controller.abort();

    expect((await batch).stop?.reason).toBe('aborted');
    expect(isClosed).toBe(true);
  });

  it('closes an iterator that it stops reading', async () => {
    let isClosed = false;
    function* source(): Generator<number> {
      try {
        for (let item = 0; ; item++) yield item;
      } finally {
        isClosed = true;
      }
    }
    const { results } = await settleAll(source(), () => Promise.reject(new Error('No')), {
      concurrency: 1,
      maxFailures: 3,
    });

    expect(isClosed).toBe(true);
    expect(results).toHaveLength(4);
  });

  it('keeps the items before a page that cannot be read', async () => {
    const broken = new NetworkError('Page 2 is gone');
    const { successes, stop } = await settleAll(readPages(['a', 'b'], broken), (item) => item);

    expect(successes.map(({ value }) => value)).toEqual(['a', 'b']);
    expect(stop).toEqual({ reason: 'source', cause: broken });
  });

  it('treats a key that throws like a source that throws', async () => {
    const broken = new Error('No id');
    const { results, stop } = await settleAll(['a', 'b'], (item) => item, {
      key: (item) => {
        if (item === 'b') throw broken;
        return item;
      },
    });

    expect(stop).toEqual({ reason: 'source', cause: broken });
    expect(results).toEqual([
      { status: 'fulfilled', index: 0, key: 'a', value: 'a' },
      { status: 'skipped', index: 1, key: undefined },
    ]);
  });

  it('stops when a condition throws, because it could not decide', async () => {
    const bug = new TypeError('bug');
    const { stop } = await settleAll([1, 2], () => Promise.reject(new Error('No')), {
      concurrency: 1,
      stopOn: () => {
        throw bug;
      },
    });

    expect(stop).toEqual({ reason: 'condition', cause: bug });
  });

  it('leaves no listener on a signal that outlives 1,000 batches', async () => {
    const { signal } = new AbortController();
    let listeners = 0;
    const add = signal.addEventListener.bind(signal);
    const remove = signal.removeEventListener.bind(signal);
    signal.addEventListener = (...args: Parameters<typeof add>) => void (listeners++, add(...args));
    signal.removeEventListener = (...args: Parameters<typeof remove>) => void (listeners--, remove(...args));
    for (let run = 0; run < 1_000; run++) await settleAll([1, 2], (item) => item, { signal });

    expect(listeners).toBe(0);
  });
});

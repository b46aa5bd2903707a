import { getEventListeners } from 'node:events';
import { resilientFetch } from '@octollm/errors/fetch';
import { constant } from '@octollm/errors/retry';
import { describe, expect, it, test } from 'vitest';
import { ManualClock } from '../../../src/testing/manual-clock.ts';
import { answer, ScriptedServer, silent, stallInBody } from './scripted-server.ts';

const reason = new Error('The user left');

/** Starts a request, aborts it when the server has seen it, and returns what it rejected with. */
async function abortOnSight(server: ScriptedServer, run: (signal: AbortSignal) => Promise<unknown>): Promise<unknown> {
  const controller = new AbortController();
  const settled = run(controller.signal).catch((error: unknown) => error);
  await expect.poll(() => server.seen.length).toBe(1);
  controller.abort(reason);
  return settled;
}

describe('an abort of the caller', () => {
  it('keeps a request from being sent', async () => {
    await using server = await ScriptedServer.start(answer(200));

    await expect(resilientFetch()(server.url, { signal: AbortSignal.abort(reason) })).rejects.toBe(reason);
    expect(server.seen).toEqual([]);
  });

  it('ends a running attempt, and no other follows', async () => {
    await using server = await ScriptedServer.start(silent);

    expect(await abortOnSight(server, (signal) => resilientFetch()(server.url, { signal }))).toBe(reason);
    expect(server.seen).toHaveLength(1);
  });

  test('L8: ends the wait between two attempts at once', async () => {
    await using server = await ScriptedServer.start(answer(503));
    const api = resilientFetch({ retry: { backoff: constant(30_000) } });

    expect(await abortOnSight(server, (signal) => api(server.url, { signal }))).toBe(reason);
  });

  it('ends the read of a body inside the attempt', async () => {
    await using server = await ScriptedServer.start(stallInBody);
    const api = resilientFetch();

    expect(await abortOnSight(server, (signal) => api.read(server.url, (r) => r.text(), { signal }))).toBe(reason);
  });

  it('ends the body of a response that was handed over', async () => {
    await using server = await ScriptedServer.start(stallInBody);
    const controller = new AbortController();
    const response = await resilientFetch()(server.url, { signal: controller.signal });
    controller.abort(reason);

    // The platform decides whether the body fails with the reason or with an AbortError of its own.
    await expect(response.text()).rejects.toThrow(/aborted|The user left/);
  });

  it('counts when it is the signal of a Request', async () => {
    await using server = await ScriptedServer.start(silent);
    const run = (signal: AbortSignal): Promise<unknown> => resilientFetch()(new Request(server.url, { signal }));

    expect(await abortOnSight(server, run)).toBe(reason);
  });
});

describe('10,000 requests with one signal', () => {
  it('leave no listener, no timer and no rejection behind', async () => {
    const clock = new ManualClock();
    const { signal } = new AbortController();
    const rejections: unknown[] = [];
    const onRejection = (error: unknown): number => rejections.push(error);
    process.on('unhandledRejection', onRejection);
    let sent = 0;
    const api = resilientFetch({
      clock,
      retry: { backoff: constant(0) },
      fetch: () => Promise.resolve(new Response(null, { status: ++sent % 2 ? 404 : 200 })),
    });
    for (let request = 0; request < 10_000; request++) {
      await Promise.allSettled([api('https://api.example/orders', { signal })]);
    }
    await new Promise(setImmediate);
    process.off('unhandledRejection', onRejection);

    expect(sent).toBe(10_000);
    expect(getEventListeners(signal, 'abort')).toEqual([]);
    expect(clock.pendingTimers).toBe(0);
    expect(rejections).toEqual([]);
  });
});

import { resilientFetch } from '@octollm/errors/fetch';
import { constant, getAttempts } from '@octollm/errors/retry';
import { describe, expect, it, test } from 'vitest';
import { answer, ScriptedServer } from './scripted-server.ts';

/** Returns the wait before the second attempt; it is not waited for. */
async function readDelay(status: number, headers: Record<string, string>, method = 'GET'): Promise<number> {
  await using server = await ScriptedServer.start(answer(status, headers));
  const controller = new AbortController();
  const delays: number[] = [];
  const api = resilientFetch({
    retry: {
      backoff: constant(20),
      random: () => 0,
      onRetry: ({ delayMs }) => {
        delays.push(delayMs);
        controller.abort();
      },
    },
  });
  await expect(api(server.url, { method, signal: controller.signal })).rejects.toMatchObject({ name: 'AbortError' });
  return delays[0] ?? Number.NaN;
}

function inSeconds(seconds: number): string {
  return new Date(Date.now() + seconds * 1_000).toUTCString();
}

describe.each([429, 503])('the wait after a %i with Retry-After', (status) => {
  test.each([
    ['L10: seconds', { 'retry-after': '7' }, 7_000],
    ['seconds with a fraction', { 'retry-after': '1.5' }, 1_500],
    ['milliseconds', { 'retry-after-ms': '634' }, 634],
    ['milliseconds before seconds', { 'retry-after-ms': '634', 'retry-after': '7' }, 634],
    ['M-got: 0, which is a wait and leaves the back-off', { 'retry-after': '0' }, 20],
    ['a date in the past, which is 0', { 'retry-after': 'Thu, 01 Jan 2026 00:00:00 GMT' }, 20],
    ['less than the back-off, which then decides', { 'retry-after-ms': '5' }, 20],
    ['M-openai: a negative number, which means nothing and not at once', { 'retry-after': '-5' }, 20],
    ['words, which mean nothing', { 'retry-after': 'soon' }, 20],
    ['nothing', {}, 20],
  ])('%s', async (_, headers, delayMs) => {
    expect(await readDelay(status, headers)).toBe(delayMs);
  });

  test('a date, counted from the Date header of the answer', async () => {
    const headers = { date: inSeconds(3_600), 'retry-after': inSeconds(3_612) };

    expect(await readDelay(status, headers)).toBe(12_000);
  });
});

describe('a wait that is too long', () => {
  test('L11: is not begun; the error says how long it is', async () => {
    await using server = await ScriptedServer.start(answer(503, { 'retry-after': '120' }));
    const error: unknown = await resilientFetch()(server.url).catch((thrown: unknown) => thrown);

    expect(error).toMatchObject({ kind: 'unavailable', retryAfterMs: 120_000 });
    expect(getAttempts(error)).toMatchObject([{ reason: 'retry_after_too_long' }]);
    expect(server.seen).toHaveLength(1);
  });

  test('M-undici: is not cut to the longest back-off', async () => {
    expect(await readDelay(503, { 'retry-after': '55' })).toBe(55_000);
  });

  it('is one that the time for all attempts does not allow', async () => {
    await using server = await ScriptedServer.start(answer(429, { 'retry-after': '2' }));
    const hasty = resilientFetch({ totalTimeoutMs: 1_000 });

    await expect(hasty(server.url)).rejects.toMatchObject({ kind: 'rate_limit', retryAfterMs: 2_000 });
  });
});

it('shares its budget between requests, and says when that is used up', async () => {
  await using server = await ScriptedServer.start(answer(503));
  const api = resilientFetch({ retry: { backoff: constant(0) }, breaker: false });
  const reasons: unknown[] = [];
  for (let request = 0; request < 30; request++) {
    const error: unknown = await api(server.url).catch((thrown: unknown) => thrown);
    reasons.push(
      getAttempts(error)
        .map((attempt) => ('reason' in attempt ? attempt.reason : 'retried'))
        .at(-1),
    );
  }

  expect(reasons[0]).toBe('attempts');
  expect(reasons.at(-1)).toBe('budget');
  expect(server.seen.length).toBeLessThan(60);
});

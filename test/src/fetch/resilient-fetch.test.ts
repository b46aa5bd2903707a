import type { ThirdPartyAPIError } from '@octollm/errors/errors';
import { LLMAPIError, NetworkError, TimeoutError } from '@octollm/errors/errors';
import type { ResilientFetchOptions } from '@octollm/errors/fetch';
import { resilientFetch } from '@octollm/errors/fetch';
import { getStatus } from '@octollm/errors/http';
import { constant } from '@octollm/errors/retry';
import { describe, expect, it, test } from 'vitest';
import { answer, reset, resetInBody, ScriptedServer, silent, stallInBody } from './scripted-server.ts';

/** Retries at once, so that no test waits, and without a budget, which one test would use up for the next. */
const quick: ResilientFetchOptions = { retry: { backoff: constant(0), budget: false } };
const api = resilientFetch(quick);

const post: RequestInit = { method: 'POST', body: 'order' };

function rejection(run: Promise<unknown>): Promise<unknown> {
  return run.then(
    (value) => expect.fail(`resolved with ${String(value)}`),
    (error: unknown) => error,
  );
}

describe('a good answer', () => {
  it('is the response of fetch', async () => {
    await using server = await ScriptedServer.start(answer(201, { 'x-id': '7' }, 'made'));
    const response = await api(`${server.url}/orders`, post);

    expect([response.status, response.headers.get('x-id'), await response.text()]).toEqual([201, '7', 'made']);
    expect(server.seen).toEqual([{ method: 'POST', body: 'order', key: undefined }]);
  });

  it('comes wherever a fetch is expected', async () => {
    await using server = await ScriptedServer.start(answer(200, {}, 'fine'));
    const drop: typeof fetch = resilientFetch();

    expect(await (await drop(new URL(server.url))).text()).toBe('fine');
  });

  it('may be a redirect that the caller wants to see', async () => {
    await using server = await ScriptedServer.start(answer(302, { location: '/elsewhere' }));

    expect((await api(server.url, { redirect: 'manual' })).status).toBe(302);
  });

  it('is read inside the attempt when the caller says how', async () => {
    await using server = await ScriptedServer.start(answer(200, {}, '{"id":7}'));
    const order = await api.read(server.url, (response): Promise<unknown> => response.json());

    expect(order).toEqual({ id: 7 });
  });
});

describe('an answer from 400 up', () => {
  test('R4: a bad status is a typed error, and one that passes is tried again', async () => {
    await using server = await ScriptedServer.start(answer(500), answer(503), answer(200, {}, 'at last'));

    expect(await (await api(server.url)).text()).toBe('at last');
    expect(server.seen).toHaveLength(3);
  });

  test.each([
    [400, 'invalid_argument', 502],
    [401, 'unauthenticated', 502],
    [403, 'permission_denied', 502],
    [404, 'not_found', 502],
    [422, 'invalid_argument', 502],
    [501, 'unimplemented', 502],
  ])('P6: %i is %s, is never ours and is not tried again', async (status, kind, ours) => {
    await using server = await ScriptedServer.start(answer(status));
    const error = await rejection(api(server.url));

    expect(error).toMatchObject({
      code: 'THIRD_PARTY_API_ERROR',
      kind,
      status: ours,
      details: { status_code: status },
    });
    expect(getStatus(error)).toBe(ours);
    expect(server.seen).toHaveLength(1);
  });

  test.each([
    [429, 'rate_limit', 503],
    [500, 'internal', 502],
    [503, 'unavailable', 503],
    [504, 'timeout', 504],
  ])('%i is %s and rejects after three attempts, as the last of them said', async (status, kind, ours) => {
    await using server = await ScriptedServer.start(answer(status));

    expect(await rejection(api(server.url))).toMatchObject({ kind, status: ours });
    expect(server.seen).toHaveLength(3);
  });

  it('tells where the request went and what the answer said, without secrets', async () => {
    await using server = await ScriptedServer.start(answer(400, {}, 'bad key: api_key=sk-live-1234567890abcdef'));
    const error = await rejection(api(`${server.url}/v1/orders?token=hunter2`));
    const { message, context, details } = error as ThirdPartyAPIError;

    expect(message).toBe(`GET ${server.url}/v1/orders answered 400`);
    expect(details).toEqual({ service: server.url.slice('http://'.length), status_code: 400 });
    expect(context?.['body']).toMatch(/^bad key: /);
    expect(JSON.stringify([message, context])).not.toMatch(/hunter2|1234567890abcdef/);
  });

  it('becomes the error that the caller makes of it', async () => {
    await using server = await ScriptedServer.start(
      answer(400, { 'x-request-id': 'r-1' }, '{"error":"No such model"}'),
    );
    const llm = resilientFetch({
      toError: ({ headers, body }) => new LLMAPIError(`${headers.get('x-request-id')}: ${body}`),
    });

    expect(await rejection(llm(server.url))).toMatchObject({
      code: 'LLM_API_ERROR',
      message: 'r-1: {"error":"No such model"}',
    });
  });

  it('does not wait for the end of a page that has none, and frees its connection', async () => {
    let closed = 0;
    await using server = await ScriptedServer.start((response) => {
      response.writeHead(500).on('close', () => closed++);
      const write = (): void => {
        while (!response.destroyed && response.write('x'.repeat(10_000)));
        response.once('drain', write);
      };
      write();
    });
    await rejection(api(server.url));
    await expect.poll(() => closed).toBe(3);
  });

  it('is told by its status when its page does not arrive', async () => {
    await using server = await ScriptedServer.start((response) => {
      response.writeHead(400, { 'content-length': '100' }).write('half');
      setTimeout(() => response.destroy(), 5);
    });

    expect(await rejection(api(server.url))).toMatchObject({
      details: { status_code: 400 },
      context: { body: 'half' },
    });
  });
});

describe('what may be repeated', () => {
  test.each(['GET', 'HEAD', 'OPTIONS', 'PUT', 'DELETE'])('%s is tried again', async (method) => {
    await using server = await ScriptedServer.start(answer(503), answer(200));

    expect((await api(server.url, { method })).status).toBe(200);
  });

  test.each(['POST', 'PATCH'])('%s is not: it may have been carried out', async (method) => {
    await using server = await ScriptedServer.start(answer(503), answer(200));

    expect(await rejection(api(server.url, { method, body: 'x' }))).toMatchObject({ kind: 'unavailable' });
    expect(server.seen).toHaveLength(1);
  });

  it('is a POST that the server has not begun', async () => {
    await using server = await ScriptedServer.start(answer(429), answer(200));

    expect((await api(server.url, post)).status).toBe(200);
    expect(server.seen.map(({ body }) => body)).toEqual(['order', 'order']);
  });

  it('is a POST with a key of the caller', async () => {
    await using server = await ScriptedServer.start(answer(503), answer(200));
    await api(server.url, { ...post, headers: { 'Idempotency-Key': 'order-7' } });

    expect(server.seen.map(({ key }) => key)).toEqual(['order-7', 'order-7']);
  });

  it('is any POST where the service honours keys: each request has its own and keeps it', async () => {
    await using server = await ScriptedServer.start(answer(503), answer(200), answer(503), answer(200));
    const withKeys = resilientFetch({ ...quick, idempotencyKeys: true });
    await withKeys(server.url, post);
    await withKeys(server.url, { ...post, method: 'PATCH' });

    const [first, second, third, fourth] = server.seen.map(({ key }) => key);
    expect(first).toMatch(/^[\da-f-]{36}$/);
    expect([second, fourth]).toEqual([first, third]);
    expect(third).not.toBe(first);
  });

  it('takes keys of another make, and gives none to a GET', async () => {
    await using server = await ScriptedServer.start(answer(200));
    const withKeys = resilientFetch({ idempotencyKeys: () => '"quoted"' });
    await withKeys(server.url, post);
    await withKeys(server.url);

    expect(server.seen.map(({ key }) => key)).toEqual(['"quoted"', undefined]);
  });

  it('is a Request object, body and headers included', async () => {
    await using server = await ScriptedServer.start(answer(503), answer(200));
    await api(new Request(server.url, { ...post, headers: { 'idempotency-key': 'k' } }));

    expect(server.seen).toEqual(Array.from({ length: 2 }, () => ({ method: 'POST', body: 'order', key: 'k' })));
  });

  it('is no stream: it can be read only once', async () => {
    await using server = await ScriptedServer.start(answer(503), answer(200));
    const init: RequestInit & { duplex: 'half' } = { method: 'PUT', body: new Blob(['x']).stream(), duplex: 'half' };

    expect(await rejection(api(server.url, init))).toMatchObject({ kind: 'unavailable' });
    expect(server.seen).toHaveLength(1);
  });

  test('L13: a request that is wrong in itself is no bad network, though fetch throws a TypeError for both', async () => {
    let sent = 0;
    const counting = resilientFetch({
      ...quick,
      fetch: (input, init) => {
        sent++;
        return fetch(input, init);
      },
    });

    expect(await rejection(counting('http://'))).toBeInstanceOf(TypeError);
    expect(sent).toBe(1);
  });
});

test.each([{ attemptTimeoutMs: NaN }, { totalTimeoutMs: -1 }, { retry: { maxAttempts: 0 } }])(
  'options that make no sense are refused at once: %j',
  (options) => {
    expect(() => resilientFetch(options)).toThrow(expect.objectContaining({ code: 'CONFIGURATION_ERROR' }));
  },
);

describe('a request that cannot be made', () => {
  const bug = new Error('no more keys');
  const withoutKeys = resilientFetch({
    idempotencyKeys: () => {
      throw bug;
    },
  });

  test('rejects and never throws at once: a header that is none', async () => {
    const promise = api('http://localhost', { headers: { 'not a name': 'x' } });

    expect(await rejection(promise)).toBeInstanceOf(TypeError);
  });

  test('rejects and never throws at once: keys that cannot be made', async () => {
    expect(await rejection(withoutKeys('http://localhost', post))).toBe(bug);
    expect(await rejection(withoutKeys.read('http://localhost', (response) => response.text(), post))).toBe(bug);
  });
});

describe('a bad network', () => {
  it('refuses the connection: nothing was sent, so a POST is tried again', async () => {
    const gone = await ScriptedServer.start(silent);
    const { url } = gone;
    await gone[Symbol.asyncDispose]();
    const attempts: number[] = [];
    const counting = resilientFetch({ retry: { ...quick.retry, onRetry: ({ attempt }) => attempts.push(attempt) } });
    const error = await rejection(counting(url, post));

    expect(error).toBeInstanceOf(NetworkError);
    expect(error).toMatchObject({ kind: 'transport', status: 502, cause: { cause: { code: 'ECONNREFUSED' } } });
    expect(attempts).toEqual([1, 2]);
  });

  it('closes the connection before the headers: a GET is tried again, a POST is not', async () => {
    await using server = await ScriptedServer.start(reset, answer(200), reset);

    expect((await api(server.url)).status).toBe(200);
    expect(await rejection(api(server.url, post))).toBeInstanceOf(NetworkError);
    expect(server.seen).toHaveLength(3);
  });

  it('closes the connection in the body: what reads inside the attempt is tried again', async () => {
    await using server = await ScriptedServer.start(resetInBody, answer(200, {}, 'whole'));

    expect(await api.read(server.url, (response) => response.text())).toBe('whole');
  });

  it('closes the connection in the body: a response that was handed over fails as that of fetch does', async () => {
    await using server = await ScriptedServer.start(resetInBody);
    const response = await api(server.url);

    expect(await rejection(response.text())).toBeInstanceOf(TypeError);
  });

  test('L9: is slow with the headers: each attempt has its own time limit', async () => {
    await using server = await ScriptedServer.start(silent, answer(200));
    const hasty = resilientFetch({ ...quick, attemptTimeoutMs: 50 });

    expect((await hasty(server.url)).status).toBe(200);
    expect(server.seen).toHaveLength(2);
  });

  it('is slow with the body', async () => {
    await using server = await ScriptedServer.start(stallInBody, answer(200, {}, 'whole'));
    const hasty = resilientFetch({ ...quick, attemptTimeoutMs: 50 });

    expect(await hasty.read(server.url, (response) => response.text())).toBe('whole');
  });

  it('is slow for ever', async () => {
    await using server = await ScriptedServer.start(silent);
    const hasty = resilientFetch({ ...quick, attemptTimeoutMs: 30 });
    const error = await rejection(hasty(`${server.url}/orders?token=x`));

    expect(error).toBeInstanceOf(TimeoutError);
    expect(error).toMatchObject({ message: `GET ${server.url}/orders timed out after 30 ms`, status: 504 });
    expect(server.seen).toHaveLength(3);
  });

  it('may not take longer than all attempts together', async () => {
    await using server = await ScriptedServer.start(silent);
    const hasty = resilientFetch({ ...quick, attemptTimeoutMs: 10_000, totalTimeoutMs: 60 });

    expect(await rejection(hasty(server.url))).toMatchObject({ code: 'TIMEOUT_ERROR', details: { timeout_ms: 60 } });
    expect(server.seen).toHaveLength(1);
  });

  it('leaves alone what the caller throws while reading', async () => {
    await using server = await ScriptedServer.start(answer(200, {}, 'no json'));

    expect(await rejection(api.read(server.url, (response): Promise<unknown> => response.json()))).toBeInstanceOf(
      SyntaxError,
    );
    expect(server.seen).toHaveLength(1);
  });
});

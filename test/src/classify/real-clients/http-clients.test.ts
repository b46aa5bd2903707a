import { classifyLLM } from '@octollm/errors/classify/llm';
import { describe, expect, it, test } from 'vitest';
import {
  callAI,
  callAnthropic,
  callAxios,
  callFetch,
  callOpenAI,
  callUndici,
  streamAnthropic,
  streamOpenAI,
} from './clients.ts';
import { answer, catchFrom, cut, hang, resetMidBody, startServer, stream } from './fake-server.ts';

/** The clients that throw an error of their own at a failing status, with the body that their servers send. */
const clients = [
  { name: 'openai', call: callOpenAI, provider: 'openai', toBody: openAIBody },
  { name: '@anthropic-ai/sdk', call: callAnthropic, provider: 'anthropic', toBody: anthropicBody },
  { name: 'ai', call: callAI, provider: 'vercel', toBody: openAIBody },
  { name: 'axios', call: callAxios, provider: undefined, toBody: openAIBody },
] as const;

const allClients = [...clients, { name: 'fetch', call: callFetch }, { name: 'undici', call: callUndici }] as const;

function openAIBody(message: string, code: string | null = null): object {
  return { error: { message, type: code, code, param: null } };
}

function anthropicBody(message: string, type: string | null = null): object {
  return { type: 'error', error: { type, message }, request_id: 'req_body' };
}

describe.each(clients)('$name', ({ call, provider, toBody }) => {
  it.each([
    [400, 'invalid_argument', false, 'fix_request'],
    [401, 'unauthenticated', false, 'reauthenticate'],
    [403, 'permission_denied', false, 'report'],
    [404, 'not_found', false, 'fix_request'],
    [408, 'timeout', true, 'retry'],
    [409, 'conflict', false, 'report'],
    [413, 'context_overflow', false, 'compact_context'],
    [422, 'invalid_argument', false, 'fix_request'],
    [429, 'rate_limit', true, 'retry'],
    [500, 'internal', true, 'retry'],
    [501, 'unimplemented', false, 'report'],
    [503, 'unavailable', true, 'retry'],
    [529, 'overloaded', true, 'retry'],
  ])('%i: %s', async (status, kind, retryable, action) => {
    const headers = { 'x-request-id': 'req_1', 'request-id': 'req_1' };
    const error = await catchFrom(answer(status, toBody('It failed'), headers), call);
    const classification = classifyLLM(error);
    expect(classification).toMatchObject({ kind, retryable, action, status, detail: 'It failed', requestId: 'req_1' });
    expect(classification.provider).toBe(provider);
    expect(classification).not.toHaveProperty('retryAfterMs');
  });

  test.each([
    ['whole seconds', { 'retry-after': '2' }, 2_000],
    ['a fraction', { 'retry-after': '0.25' }, 250],
    ['zero', { 'retry-after': '0' }, 0],
    ['milliseconds', { 'retry-after-ms': '634', 'retry-after': '1' }, 634],
    ['a date', { date: 'Sat, 21 Nov 2026 12:00:00 GMT', 'retry-after': 'Sat, 21 Nov 2026 12:00:30 GMT' }, 30_000],
    ['nonsense', { 'retry-after': 'soon' }, undefined],
    ['a negative number', { 'retry-after': '-5' }, undefined],
  ])('Retry-After as %s', async (_, headers, retryAfterMs) => {
    const error = await catchFrom(answer(429, toBody('Slow down'), headers), call);
    expect(classifyLLM(error)).toMatchObject({ kind: 'rate_limit', retryable: true, sent: 'no' });
    expect(classifyLLM(error).retryAfterMs).toBe(retryAfterMs);
  });

  test('L15: a spent quota', async () => {
    const body = toBody('You exceeded your current quota, please check your plan.', 'insufficient_quota');
    const error = await catchFrom(answer(429, body), call);
    expect(classifyLLM(error)).toMatchObject({ kind: 'usage_limit', retryable: false, action: 'top_up', status: 429 });
  });

  test('an order not to try again', async () => {
    const error = await catchFrom(answer(503, toBody('Gone for good'), { 'x-should-retry': 'false' }), call);
    expect(classifyLLM(error)).toMatchObject({ kind: 'unavailable', retryable: false });
  });

  test('a page of a proxy instead of an answer', async () => {
    const error = await catchFrom((response) => {
      response.writeHead(502, { 'content-type': 'text/html' }).end('<h1>502 Bad Gateway</h1>');
    }, call);
    expect(classifyLLM(error)).toMatchObject({ kind: 'unavailable', retryable: true, status: 502 });
  });
});

describe.each(allClients)('$name without an answer', ({ call }) => {
  it('was refused, so nothing was sent', async () => {
    const { url, close } = await startServer(hang);
    await close();
    const error: unknown = await call(url).catch((caught: unknown) => caught);
    expect(classifyLLM(error)).toMatchObject({ kind: 'transport', retryable: true, sent: 'no', code: 'ECONNREFUSED' });
  });

  it('was cut off, or reset in the middle of the body', async () => {
    for (const behaviour of [cut, resetMidBody]) {
      const error = await catchFrom(behaviour, call);
      expect(classifyLLM(error)).toMatchObject({ kind: 'transport', retryable: true, sent: 'maybe' });
    }
  });

  it('took too long', async () => {
    const error = await catchFrom(hang, (url) => call(url, { timeoutMs: 50 }));
    expect(classifyLLM(error)).toMatchObject({ kind: 'timeout', retryable: true, sent: 'maybe' });
  });

  it('was aborted', async () => {
    const controller = new AbortController();
    const error = await catchFrom(
      () => controller.abort(),
      (url) => call(url, { signal: controller.signal }),
    );
    const expected = { kind: 'canceled', retryable: false, action: 'stop' };
    expect(classifyLLM(error)).toMatchObject(expected);
    expect(classifyLLM(error, { signal: controller.signal })).toMatchObject({ ...expected, confidence: 'typed' });
  });
});

describe('L16: an error inside a stream that began with 200', () => {
  it.each([
    ['engine_overloaded', 'overloaded'],
    ['rate_limit_exceeded', 'rate_limit'],
    ['server_error', 'internal'],
  ])('of OpenAI: %s', async (code, kind) => {
    const event = `data: ${JSON.stringify(openAIBody('It failed', code))}`;
    const error = await catchFrom(stream('data: {"id":"1","choices":[]}', event), streamOpenAI);
    expect(classifyLLM(error)).toMatchObject({ kind, retryable: true, provider: 'openai', detail: 'It failed' });
  });

  it.each([
    ['overloaded_error', 'overloaded'],
    ['rate_limit_error', 'rate_limit'],
    ['api_error', 'internal'],
  ])('of Anthropic: %s', async (type, kind) => {
    const event = `event: error\ndata: ${JSON.stringify(anthropicBody('It failed', type))}`;
    const error = await catchFrom(stream(event), streamAnthropic);
    const expected = { kind, retryable: true, provider: 'anthropic', requestId: 'req_body', detail: 'It failed' };
    expect(classifyLLM(error)).toMatchObject(expected);
  });
});

import { classifyLLM } from '@octollm/errors/classify/llm';
import { describe, expect, it } from 'vitest';

describe('a text without a status', () => {
  it.each([
    ['chat interrupted', 'canceled'],
    ['request interrupted', 'canceled'],
    ['operation interrupted', 'canceled'],
    ['context exceeded', 'context_overflow'],
    ['context_exceeded', 'context_overflow'],
    ['context_length exceeded', 'context_overflow'],
    ['insufficient_quota', 'usage_limit'],
    ['authentication', 'unauthenticated'],
    ['unauthorized', 'unauthenticated'],
    ['invalid api key', 'unauthenticated'],
    ['invalid_api_key', 'unauthenticated'],
    ['invalid model', 'config'],
    ['unsupported model', 'config'],
    ['model not found', 'config'],
    ['model_not_found', 'config'],
    ['malformed config', 'config'],
    ['malformed configuration', 'config'],
    ['content filter', 'content_filter'],
    ['content_policy', 'content_filter'],
    ['forbidden', 'permission_denied'],
    ['provider_disabled', 'provider_disabled'],
    ['rate limit', 'rate_limit'],
    ['rate-limited', 'rate_limit'],
    ['rate_limit', 'rate_limit'],
    ['too many requests', 'rate_limit'],
    ['quota', 'usage_limit'],
    ['billing', 'usage_limit'],
    ['payment required', 'usage_limit'],
    ['overloaded', 'overloaded'],
    ['timeout', 'timeout'],
    ['timed out', 'timeout'],
    ['deadline exceeded', 'timeout'],
    ['unavailable', 'unavailable'],
    ['bad gateway', 'unavailable'],
    ['connection reset', 'transport'],
    ['connection refused', 'transport'],
    ['client conn', 'transport'],
    ['client connection', 'transport'],
    ['closed network connection', 'transport'],
    ['eof', 'transport'],
    ['broken pipe', 'transport'],
    ['goaway', 'transport'],
    ['socket hang up', 'transport'],
    ['stream has been aborted', 'transport'],
    ['http2: stream closed', 'transport'],
    ['received from peer', 'transport'],
    ['server error', 'internal'],
  ])('%s: %s', (words, kind) => {
    const expected = { kind, confidence: 'text', rule: expect.stringMatching(/^words "[^"]+"$/) };
    expect(classifyLLM(new Error(`It was ${words.toUpperCase()}, sadly`))).toMatchObject(expected);
    expect(classifyLLM(words)).toMatchObject(expected);
    expect(classifyLLM(new Error(`un${words}`)).kind).toBe('unknown');
    expect(classifyLLM(new Error(`${words}able`)).kind).toBe('unknown');
  });

  it('tells the code where the words are one', () => {
    expect(classifyLLM('insufficient_quota')).toMatchObject({
      code: 'insufficient_quota',
      rule: 'words "insufficient_quota"',
    });
    expect(classifyLLM('quota')).not.toHaveProperty('code');
  });

  it.each([
    ['status 503', 503],
    ['status code 503', 503],
    ['Status Code: 503', 503],
    ['status: 503', 503],
    ['status=503', 503],
    ['status = 503', 503],
    ['http/1.1 503', 503],
    ['HTTP/2 429', 429],
    ['http/2: 429', 429],
  ])('may spell a status out: %s', (text, status) => {
    expect(classifyLLM(`it answered ${text} today`)).toMatchObject({ status, confidence: 'text' });
  });

  it.each([
    'mystatus 503',
    'status 303',
    'status 5030',
    'status x503',
    'http/x 503',
    'http 503',
    'http/1.x 503',
    '503',
  ])('spells none out: %s', (text) => {
    expect(classifyLLM(text)).not.toHaveProperty('status');
  });

  it('is read up to 8,192 characters', () => {
    const words = 'overloaded';
    expect(classifyLLM(`${'x '.repeat(4_091)}${words}`).kind).toBe('overloaded');
    expect(classifyLLM(`${'x '.repeat(4_092)}${words}`).kind).toBe('unknown');
  });
});

describe('words beside a status', () => {
  const answer = (status: number, message: string): unknown => Object.assign(new Error(message), { status });

  it.each([500, 502, 503, 504])('name a full server better than %i does', (status) => {
    for (const [words, kind] of [
      ['overloaded', 'overloaded'],
      ['too many requests', 'rate_limit'],
    ] as const)
      expect(classifyLLM(answer(status, words))).toMatchObject({ kind, retryable: true, status });
  });

  it('say at 500, and there alone, what else may pass', () => {
    expect(classifyLLM(answer(500, 'connection reset')).kind).toBe('transport');
    expect(classifyLLM(answer(502, 'connection reset')).kind).toBe('unavailable');
    expect(classifyLLM(answer(503, 'it timed out')).kind).toBe('unavailable');
  });

  it.each([501, 505, 520, 529])('do not make a full server of %i', (status) => {
    expect(classifyLLM(answer(status, 'too many requests')).kind).not.toBe('rate_limit');
  });

  it('say that a server error will come again', () => {
    expect(classifyLLM(answer(500, 'invalid model'))).toMatchObject({ kind: 'config', retryable: false, status: 500 });
    expect(classifyLLM(answer(503, 'maximum context length'))).toMatchObject({
      kind: 'context_overflow',
      retryable: false,
    });
  });

  it('do not explain a 401, which explains itself', () => {
    expect(classifyLLM(answer(401, 'forbidden'))).toMatchObject({ kind: 'unauthenticated', status: 401 });
    expect(classifyLLM(answer(403, 'unauthorized'))).toMatchObject({ kind: 'unauthenticated', status: 403 });
  });
});

import { classifyLLM, userMessage } from '@octollm/errors/classify/llm';
import { describe, expect, it, test } from 'vitest';

const fail = (message: string, fields: object = {}): Error => Object.assign(new Error(message), fields);

/** An answer as OpenAI's client throws it. */
function answer(status: number, body: Readonly<Record<string, unknown>>): Error {
  return fail(`${status} ${body['message']}`, { status, error: body, code: body['code'], type: body['type'] });
}

describe('codes and types of the providers', () => {
  it.each([
    [429, { code: 'insufficient_quota' }, 'usage_limit', false, 'top_up'],
    [400, { code: 'billing_hard_limit_reached' }, 'usage_limit', false, 'top_up'],
    [503, { code: 'slow_down' }, 'overloaded', true, 'retry'],
    [429, { code: 'rate_limit_exceeded' }, 'rate_limit', true, 'retry'],
    [401, { code: 'invalid_api_key' }, 'unauthenticated', false, 'reauthenticate'],
    [400, { code: 'context_length_exceeded' }, 'context_overflow', false, 'compact_context'],
    [400, { code: 'content_filter' }, 'content_filter', false, 'fix_request'],
    [404, { code: 'model_not_found' }, 'config', false, 'report'],
    [404, { code: 'DeploymentNotFound' }, 'config', false, 'report'],
    [400, { code: 'previous_response_not_found' }, 'failed_precondition', true, 'replay_history'],
    [500, { type: 'server_error' }, 'internal', true, 'retry'],
    [529, { type: 'overloaded_error' }, 'overloaded', true, 'retry'],
    [403, { type: 'permission_error' }, 'permission_denied', false, 'report'],
    [504, { type: 'timeout_error' }, 'timeout', true, 'retry'],
    [413, { type: 'request_too_large' }, 'context_overflow', false, 'compact_context'],
    [400, { status: 'FAILED_PRECONDITION' }, 'failed_precondition', false, 'fix_request'],
    [
      400,
      { status: 'INVALID_ARGUMENT', details: [{}, { reason: 'API_KEY_INVALID' }] },
      'unauthenticated',
      false,
      'reauthenticate',
    ],
    [503, { code: 'provider_disabled' }, 'provider_disabled', false, 'failover'],
  ])('%i %o is %s', (status, body, kind, retryable, action) => {
    const expected = { kind, retryable, action, status, confidence: 'structured' };
    expect(classifyLLM(answer(status, body))).toMatchObject(expected);
  });

  it.each([
    ['ThrottlingException', 400, 'rate_limit', true],
    ['ModelNotReadyException', 429, 'unavailable', true],
    ['AccessDeniedException', 403, 'permission_denied', false],
    ['ModelStreamErrorException', 424, 'internal', true],
  ])('%s of Bedrock is the name of the error', (name, httpStatusCode, kind, retryable) => {
    const error = fail('failed', { name, $metadata: { httpStatusCode, requestId: 'aws-1' } });
    expect(classifyLLM(error)).toMatchObject({ kind, retryable, code: name, requestId: 'aws-1' });
  });

  it('are found in every place where clients keep the body', () => {
    const error = { type: 'overloaded_error', message: 'Overloaded' };
    const body = { type: 'error', error };
    const places = [
      body,
      fail('failed', { error: body }),
      fail('failed', { data: body }),
      fail('failed', { response: { data: body } }),
      fail('failed', { responseBody: JSON.stringify(body) }),
      fail(JSON.stringify(body)),
      fail(`POST "https://api.example.com/v1": 529 ${JSON.stringify(body)}`),
      JSON.stringify(body),
    ];
    for (const place of places) {
      expect(classifyLLM(place)).toMatchObject({ kind: 'overloaded', code: 'overloaded_error', detail: 'Overloaded' });
    }
  });
});

describe('statuses that only the body has', () => {
  test('L16: an error inside a stream that began with 200 is read from the event', () => {
    const openRouter = { error: { code: 502, message: 'Provider disconnected unexpectedly' } };
    expect(classifyLLM(openRouter)).toMatchObject({ kind: 'unavailable', retryable: true, status: 502 });
    const anthropic = { type: 'error', error: { type: 'overloaded_error', message: 'Overloaded' } };
    expect(classifyLLM(anthropic)).toMatchObject({ kind: 'overloaded', retryable: true });
    const openAI = { type: 'error', error: { type: 'server_error', code: 'rate_limit_exceeded', message: 'Slow' } };
    expect(classifyLLM(openAI)).toMatchObject({ kind: 'rate_limit', retryable: true });
  });
});

describe('waits', () => {
  const body = (fields: object): object => ({ error: { code: 429, message: 'Quota exceeded', ...fields } });

  it.each([
    ['RetryInfo of Google', body({ details: [{ reason: 'X' }, { retryDelay: '34s' }] }), 34_000],
    ['a fraction of a second', body({ details: [{ retryDelay: '0.2505s' }] }), 251],
    ['milliseconds in words', body({ message: 'Rate limit reached. Please try again in 634ms.' }), 634],
    ['minutes in words', body({ message: 'Please try again in 1m20.5s. Visit' }), 80_500],
  ])('%s', (_, thrown, retryAfterMs) => {
    expect(classifyLLM(thrown)).toMatchObject({ kind: 'rate_limit', action: 'wait', retryAfterMs });
  });

  it('may be the time at which a used-up limit is free again', () => {
    const headers = { 'x-ratelimit-reset-requests': '6m0s', 'x-ratelimit-remaining-requests': '0' };
    expect(classifyLLM(fail('slow down', { status: 429, headers }))).toMatchObject({ retryAfterMs: 360_000 });
    expect(classifyLLM(fail('bad request', { status: 400, headers }))).not.toHaveProperty('retryAfterMs');
  });

  it('in a header beats one in the body', () => {
    const error = answer(429, { message: 'try again in 20s' });
    expect(classifyLLM(Object.assign(error, { headers: { 'retry-after': '7' } })).retryAfterMs).toBe(7_000);
  });

  it('is unknown when nobody says, or says nonsense', () => {
    for (const said of ['try again in a while', 'try again in 1.2.3s', 'try again in 1e9s']) {
      expect(classifyLLM(answer(429, { message: said }))).not.toHaveProperty('retryAfterMs');
    }
    expect(classifyLLM(body({ details: [{ retryDelay: '-5s' }] }))).not.toHaveProperty('retryAfterMs');
  });
});

describe('K: what the seed gets wrong', () => {
  test('K1: a cancelled context in the words of a provider is not our cancellation', () => {
    const error = answer(500, { message: 'upstream: context canceled' });
    expect(classifyLLM(error)).toMatchObject({ kind: 'internal', retryable: true });
    expect(classifyLLM(fail('context canceled')).kind).not.toBe('canceled');
    const signal = AbortSignal.abort();
    expect(classifyLLM(signal.reason, { signal }).kind).toBe('canceled');
  });

  test('K2: a quota is neither a bad key nor, at 429, a quota', () => {
    const spent = { message: 'You exceeded your current quota', code: 'insufficient_quota' };
    expect(classifyLLM(answer(429, spent))).toMatchObject({ kind: 'usage_limit', action: 'top_up' });
    expect(classifyLLM(fail('billing account is closed'))).toMatchObject({ kind: 'usage_limit', retryable: false });
    const perMinute = { message: 'Quota exceeded for requests per minute. See billing.', status: 'RESOURCE_EXHAUSTED' };
    expect(classifyLLM(answer(429, perMinute))).toMatchObject({ kind: 'rate_limit', retryable: true });
    expect(classifyLLM(answer(429, { message: 'Add a payment method under billing' })).kind).toBe('rate_limit');
  });

  test('K3: words never make a refused request retryable, and count as whole words only', () => {
    const expected = { kind: 'invalid_argument', retryable: false };
    expect(classifyLLM(answer(400, { message: "tools.3.name 'set_timeout' is not allowed" }))).toMatchObject(expected);
    expect(classifyLLM(answer(400, { message: 'a timeout is not a server error' }))).toMatchObject(expected);
    expect(classifyLLM(answer(422, { message: 'overloaded operator' }))).toMatchObject(expected);
    expect(classifyLLM(fail('geofence lookup failed'))).toMatchObject({ kind: 'unknown', retryable: false });
    expect(classifyLLM(answer(400, { message: 'maximum context length is 8192' })).kind).toBe('context_overflow');
  });

  test('K4: a number is a status only after the words that say so', () => {
    const texts = ['max_tokens: 500 exceeds limit', '429 tokens over', 'http 20000 bytes', 'stream ID 503 was reset'];
    for (const text of [...texts, 'dial tcp 10.0.0.1:503', 'status 200 OK', 'status: 5031']) {
      expect(classifyLLM(fail(text)).kind).toBe('unknown');
    }
    expect(classifyLLM(fail('unexpected status code: 503'))).toMatchObject({ kind: 'unavailable', confidence: 'text' });
    expect(classifyLLM(fail('HTTP/1.1 429 from upstream'))).toMatchObject({ kind: 'rate_limit', status: 429 });
    expect(classifyLLM(fail('status=400: read timeout'))).toMatchObject({ kind: 'invalid_argument', retryable: false });
    expect(classifyLLM(fail('status 200 OK but stream returned status 503'))).toMatchObject({ status: 503 });
  });

  test('K5: an unavailable service, a lost connection and a timeout are three things', () => {
    expect([502, 503, 504].map((status) => classifyLLM(fail('failed', { status })).kind)).toEqual([
      'unavailable',
      'unavailable',
      'timeout',
    ]);
    expect(classifyLLM(fail('connect failed', { code: 'ECONNREFUSED' })).kind).toBe('transport');
    expect(classifyLLM(fail('unexpected EOF')).kind).toBe('transport');
    expect(classifyLLM(fail('request timed out')).kind).toBe('timeout');
  });

  test('K6: a deadline in the words of a provider is its own, so trying again can help', () => {
    const error = answer(504, { message: 'context deadline exceeded', status: 'DEADLINE_EXCEEDED' });
    expect(classifyLLM(error)).toMatchObject({ kind: 'timeout', retryable: true });
    const signal = AbortSignal.abort(new DOMException('too slow', 'TimeoutError'));
    expect(classifyLLM(signal.reason, { signal })).toMatchObject({ kind: 'deadline_exceeded', retryable: false });
  });

  test('K7: the sentence for people follows from kind and provider, so a hint cannot blank it', () => {
    const signal = AbortSignal.abort();
    const hinted = classifyLLM(signal.reason, { signal, provider: 'google' });
    expect(userMessage(hinted)).toBe('The request was cancelled before it completed.');
  });

  test('K8: a cancellation has a kind of its own', () => {
    expect(classifyLLM(fail('chat interrupted'))).toMatchObject({ kind: 'canceled', action: 'stop' });
  });

  test('K9: what can never succeed beats an overloaded server, and every status has a meaning', () => {
    expect(classifyLLM(answer(529, { message: 'invalid model' }))).toMatchObject({ kind: 'config', retryable: false });
    const kinds = [402, 409, 413, 425, 501, 522].map((status) => classifyLLM(fail('failed', { status })).kind);
    expect(kinds).toEqual(['usage_limit', 'conflict', 'context_overflow', 'unavailable', 'unimplemented', 'timeout']);
  });

  test('K10: the network failures of JavaScript are known', () => {
    const refused = new TypeError('fetch failed', { cause: fail('refused', { code: 'ECONNREFUSED' }) });
    expect(classifyLLM(refused)).toMatchObject({ kind: 'transport', retryable: true, sent: 'no' });
    const errors = [fail('x', { code: 'ECONNRESET' }), fail('x', { code: 'EAI_AGAIN' }), fail('socket hang up')];
    for (const error of [...errors, new TypeError('terminated'), new TypeError('fetch failed')]) {
      expect(classifyLLM(error)).toMatchObject({ kind: 'transport', retryable: true });
    }
  });

  test('K11: a spent balance, a full context and a filtered prompt are told apart at 400', () => {
    const kindOf = (message: string): string => classifyLLM(answer(400, { message })).kind;
    expect(kindOf('Your credit balance is too low to access the Anthropic API.')).toBe('usage_limit');
    expect(kindOf('prompt is too long: 210000 tokens > 200000 maximum')).toBe('context_overflow');
    expect(kindOf('The input token count (1048577) exceeds the maximum number of tokens allowed')).toBe(
      'context_overflow',
    );
    expect(
      kindOf("The response was filtered due to the prompt triggering Azure OpenAI's content management policy."),
    ).toBe('content_filter');
    expect(kindOf('API key not valid. Please pass a valid API key.')).toBe('unauthenticated');
  });

  test('K12: an error without words is still an error, and what a server says is redacted and capped', () => {
    expect(classifyLLM(fail(''))).toMatchObject({ kind: 'unknown', action: 'report' });
    const secret = answer(400, { message: 'bad key sk-abcdefghijklmnop1234 at https://x.test/?key=hunter2' });
    expect(classifyLLM(secret).detail).not.toMatch(/abcdefghijklmnop1234|hunter2/);
    const long = classifyLLM(answer(400, { message: '😀'.repeat(501) })).detail ?? '';
    expect([...long]).toHaveLength(500);
    expect(long.endsWith('😀…')).toBe(true);
    expect([...(classifyLLM(answer(400, { message: '😀'.repeat(500) })).detail ?? '')].at(-1)).toBe('😀');
  });

  test('K13: a wait is a plain number or a date, and 0 is a wait', () => {
    const waitOf = (value: string): number | undefined =>
      classifyLLM(fail('slow down', { status: 429, headers: { 'retry-after': value } })).retryAfterMs;
    expect(waitOf('0')).toBe(0);
    expect(['inf', '0x10', '-5', '1e3', 'NaN', '5, 6', ''].map(waitOf)).toEqual(Array(7).fill(undefined));
  });

  test('K14: the provider is who answered, not who is mentioned', () => {
    const mentioning = fail('prompt mentions claude and vertex, and openai', {
      url: 'https://openrouter.ai/api/v1/chat',
    });
    expect(classifyLLM(mentioning).provider).toBe('openrouter');
    expect(classifyLLM(mentioning, { provider: 'azure' }).provider).toBe('azure');
    expect(classifyLLM(fail('the claude of the vertex')).provider).toBeUndefined();
    expect(classifyLLM(fail('an openaikido master')).provider).toBeUndefined();
  });
});

describe('the provider', () => {
  it.each([
    ['https://api.openai.com/v1/responses', 'openai'],
    ['https://my.openai.azure.com/openai/deployments/x', 'azure'],
    ['https://api.anthropic.com/v1/messages', 'anthropic'],
    ['https://generativelanguage.googleapis.com/v1beta/models', 'google'],
    ['https://europe-west1-aiplatform.googleapis.com/v1', 'google'],
    ['https://bedrock-runtime.us-east-1.amazonaws.com/model/x/invoke', 'bedrock'],
    ['https://openrouter.ai/api/v1', 'openrouter'],
    ['https://ai-gateway.vercel.sh/v1/ai', 'vercel'],
    ['https://api.groq.com/openai/v1', 'openai-compatible'],
    ['https://api.openai.com.evil.test/v1', undefined],
    ['not a url', undefined],
  ])('%s: %s', (url, provider) => {
    for (const fields of [{ url }, { config: { url } }, { config: { baseURL: url } }, { response: { url } }]) {
      expect(classifyLLM(fail('failed', fields)).provider).toBe(provider);
    }
  });

  it('is told by headers of its own, then by a text that names it', () => {
    const headers = { 'anthropic-organization-id': 'org' };
    expect(classifyLLM(fail('openai failed', { headers })).provider).toBe('anthropic');
    expect(classifyLLM(fail('Azure OpenAI returned nothing')).provider).toBe('azure');
    expect(classifyLLM(fail('OpenAI-compatible server failed')).provider).toBe('openai-compatible');
  });
});

describe('L15: a spent quota', () => {
  it('is never retried as a rate limit, whatever client reports it', () => {
    const body = { error: { type: 'insufficient_quota', code: 'insufficient_quota', message: 'quota' } };
    const fields = [
      { status: 429, error: body.error },
      { statusCode: 429, isRetryable: true, data: body },
      { response: { status: 429, data: body } },
      { statusCode: 429, responseBody: JSON.stringify(body) },
    ];
    for (const field of fields) {
      expect(classifyLLM(fail('429', field))).toMatchObject({ kind: 'usage_limit', retryable: false, status: 429 });
    }
  });
});

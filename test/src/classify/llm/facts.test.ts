import { classifyLLM } from '@octollm/errors/classify/llm';
import { describe, expect, it } from 'vitest';

const answer = (status: number, fields: object): Error => Object.assign(new Error('failed'), { status, ...fields });

describe('the id of the request', () => {
  it.each([
    ['requestID of the error', { requestID: 'r1' }],
    ['request_id of the error', { request_id: 'r1' }],
    ['x-request-id', { headers: { 'x-request-id': 'r1' } }],
    ['request-id', { headers: new Headers({ 'Request-Id': 'r1' }) }],
    ['x-amzn-requestid', { response: { headers: { 'x-amzn-requestid': 'r1' } } }],
    ['apim-request-id', { headers: { 'apim-request-id': 'r1' } }],
    ['the metadata of AWS', { $metadata: { requestId: 'r1' } }],
    ['the body', { error: { type: 'error', request_id: 'r1' } }],
  ])('is read from %s', (_, fields) => {
    expect(classifyLLM(answer(500, fields)).requestId).toBe('r1');
    expect(classifyLLM(new Error('wrapped', { cause: answer(500, fields) })).requestId).toBe('r1');
  });

  it('is a text', () => {
    expect(classifyLLM(answer(500, { requestID: 7 }))).not.toHaveProperty('requestId');
  });
});

it('leaves out what nobody said', () => {
  expect(classifyLLM({ status: 503 })).toStrictEqual({
    kind: 'unavailable',
    retryable: true,
    action: 'retry',
    sent: 'yes',
    confidence: 'status',
    rule: '503',
    status: 503,
  });
});

describe('what was said', () => {
  it('is the message of the innermost body, without space around it', () => {
    const error = { message: 'outer', error: { message: '  inner\n' } };
    expect(classifyLLM(answer(400, { error })).detail).toBe('inner');
  });

  it('is that of the next one when it is blank', () => {
    expect(classifyLLM(answer(400, { error: { message: 'outer', error: { message: ' ' } } })).detail).toBe('outer');
  });

  it('may be all there is', () => {
    expect(classifyLLM(' the server is on fire ').detail).toBe('the server is on fire');
    expect(classifyLLM('   ')).not.toHaveProperty('detail');
  });

  it('is nothing where there is no body', () => {
    expect(classifyLLM({ status: 400, error: 'a text is no body', data: null })).not.toHaveProperty('detail');
  });
});

describe('the code', () => {
  it.each([
    ['code', { code: 'slow_down' }],
    ['type', { type: 'slow_down' }],
    ['status', { status: 'slow_down' }],
    ['reason', { reason: 'slow_down' }],
    ['the inner error of Azure', { innererror: { code: 'slow_down' } }],
    ['the first reason of Google', { details: [{ reason: 'slow_down' }] }],
    ['the fourth reason of Google', { details: [{}, {}, {}, { reason: 'slow_down' }] }],
  ])('is read from %s', (_, error) => {
    expect(classifyLLM(answer(400, { error }))).toMatchObject({ kind: 'overloaded', code: 'slow_down' });
  });

  it('of Amazon stands behind the name of its schema', () => {
    const expected = { kind: 'rate_limit', code: 'ThrottlingException' };
    expect(classifyLLM(answer(400, { error: { __type: 'com.amazon.coral#ThrottlingException' } }))).toMatchObject(
      expected,
    );
    expect(classifyLLM(answer(400, { name: 'ThrottlingException' }))).toMatchObject(expected);
  });

  it('is not the name that another client gave its class', () => {
    expect(classifyLLM(answer(401, { name: 'RateLimitError' })).kind).toBe('unauthenticated');
    expect(classifyLLM(answer(401, { error: { code: 'RateLimitError' } })).kind).toBe('rate_limit');
  });
});

describe('the status inside a stream', () => {
  it.each([
    ['code', { code: 503 }],
    ['status', { status: 503 }],
    ['status_code', { status_code: 503 }],
  ])('is read from %s', (_, error) => {
    const expected = { kind: 'unavailable', status: 503, confidence: 'structured' };
    expect(classifyLLM({ type: 'error', error })).toMatchObject(expected);
  });

  it.each([400, 599])('may be %i', (code) => {
    expect(classifyLLM({ type: 'error', error: { code } }).status).toBe(code);
  });

  it.each([200, 399, 600, '503'])('is not %o', (code) => {
    expect(classifyLLM({ type: 'error', error: { code } })).not.toHaveProperty('status');
  });
});

describe('a body in a text', () => {
  const body = '{"error":{"code":"slow_down","message":"Slow down"}}';

  it.each([body, `529 ${body}`, `${body} (see the log)`, `Error: 529 ${body}\n`])('is found: %s', (text) => {
    expect(classifyLLM(new Error(text))).toMatchObject({ code: 'slow_down', detail: 'Slow down' });
    expect(classifyLLM(text)).toMatchObject({ code: 'slow_down' });
  });

  it('is looked for in texts of up to 65,536 characters, since longer ones are pages', () => {
    const padded = (length: number): string => body.padEnd(length);
    expect(classifyLLM({ responseBody: padded(65_536) })).toMatchObject({ code: 'slow_down' });
    expect(classifyLLM({ responseBody: padded(65_537) })).not.toHaveProperty('code');
  });

  it('is none when it is not JSON', () => {
    expect(classifyLLM(new Error('{slow_down}'))).not.toHaveProperty('code');
  });
});

describe('a wait', () => {
  it('tells where it was read', () => {
    const details = [{ retryDelay: '5s' }];
    expect(classifyLLM(answer(429, { error: { details } })).retryAfterSource).toBe('retryDelay');
    expect(classifyLLM(answer(429, { error: { message: 'try again in 5s' } })).retryAfterSource).toBe('message');
  });

  it('is not read from a delay that goes on', () => {
    expect(classifyLLM(answer(429, { error: { details: [{ retryDelay: '5s or so' }] } }))).not.toHaveProperty(
      'retryAfterMs',
    );
  });
});

import {
  AuthenticationError,
  BulkheadFullError,
  CircuitOpenError,
  DatabaseError,
  LLMAPIError,
  NetworkError,
  RateLimitError,
  SystemError,
  TimeoutError,
} from '@octollm/errors/errors';
import { classifyStructure, withClassification } from '@octollm/errors/classify';
import { describe, expect, it, test } from 'vitest';

const withCode = (code: string, more?: object): Error => Object.assign(new Error('failed'), { code, ...more });
const withStatus = (status: number): Error => Object.assign(new Error('failed'), { status });

describe('the HTTP status', () => {
  it.each([
    [400, 'invalid_argument', false],
    [401, 'unauthenticated', false],
    [402, 'usage_limit', false],
    [403, 'permission_denied', false],
    [404, 'not_found', false],
    [407, 'unauthenticated', false],
    [408, 'timeout', true],
    [409, 'conflict', false],
    [410, 'not_found', false],
    [412, 'failed_precondition', false],
    [413, 'invalid_argument', false],
    [415, 'invalid_argument', false],
    [422, 'invalid_argument', false],
    [425, 'unavailable', true],
    [428, 'failed_precondition', false],
    [429, 'rate_limit', true],
    [499, 'canceled', false],
    [500, 'internal', true],
    [502, 'unavailable', true],
    [503, 'unavailable', true],
    [504, 'timeout', true],
    [520, 'unavailable', true],
    [522, 'timeout', true],
    [524, 'timeout', true],
    [529, 'overloaded', true],
    [599, 'unavailable', true],
  ])('%i is %s', (status, kind, retryable) => {
    expect(classifyStructure(withStatus(status))).toMatchObject({ kind, retryable, status, confidence: 'status' });
  });

  test('T3: 501, 505 and 511 stay as they are, however often one asks', () => {
    for (const status of [501, 505, 511]) {
      expect(classifyStructure(withStatus(status))).toMatchObject({ kind: 'unimplemented', retryable: false });
    }
  });

  it('says that nothing was carried out only where the server has not begun', () => {
    const sent = (status: number): string => classifyStructure(withStatus(status)).sent;
    expect([425, 429, 529].map(sent)).toEqual(['no', 'no', 'no']);
    expect([400, 500, 503].map(sent)).toEqual(['yes', 'yes', 'yes']);
  });

  it.each([
    ['statusCode', { statusCode: 503 }],
    ['the response', { response: { status: 503 } }],
    ['the response of got', { response: { statusCode: 503 } }],
    ['status_code', { status_code: 503 }],
    ['the metadata of AWS', { $metadata: { httpStatusCode: 503 } }],
  ])('is read from %s', (_, fields) => {
    expect(classifyStructure(Object.assign(new Error('failed'), fields)).status).toBe(503);
  });

  it.each([200, 302, 399, 600, '503', NaN, 503n, null])('is not read from %s', (status) => {
    expect(classifyStructure({ status }).kind).toBe('unknown');
  });
});

describe('the code of the system', () => {
  test('T2: what failed before anything was sent is the safest of all to try again', () => {
    const codes = ['ECONNREFUSED', 'ENOTFOUND', 'EAI_AGAIN', 'EHOSTUNREACH', 'ENETUNREACH', 'ConnectionRefused'];
    for (const code of [...codes, 'FailedToOpenSocket']) {
      expect(classifyStructure(withCode(code))).toMatchObject({ kind: 'transport', retryable: true, sent: 'no', code });
    }
    const connecting = withCode('ETIMEDOUT', { syscall: 'connect' });
    expect(classifyStructure(connecting)).toMatchObject({ kind: 'timeout', retryable: true, sent: 'no' });
    expect(classifyStructure(withCode('UND_ERR_CONNECT_TIMEOUT'))).toMatchObject({ kind: 'timeout', sent: 'no' });
  });

  test('T2: a certificate that does not fit never passes by itself', () => {
    const codes = ['CERT_HAS_EXPIRED', 'DEPTH_ZERO_SELF_SIGNED_CERT', 'ERR_TLS_CERT_ALTNAME_INVALID'];
    for (const code of [...codes, 'UNABLE_TO_VERIFY_LEAF_SIGNATURE', 'SELF_SIGNED_CERT_IN_CHAIN']) {
      expect(classifyStructure(withCode(code))).toMatchObject({ kind: 'config', retryable: false });
    }
  });

  it.each([
    ['ECONNRESET', 'transport'],
    ['ERR_SOCKET_CLOSED', 'transport'],
    ['SocketClosed', 'transport'],
    ['ERR_TIMED_OUT', 'timeout'],
    ['TimeoutError', 'timeout'],
    ['EPIPE', 'transport'],
    ['ECONNABORTED', 'timeout'],
    ['UND_ERR_SOCKET', 'transport'],
    ['ERR_STREAM_PREMATURE_CLOSE', 'transport'],
    ['ConnectionClosed', 'transport'],
    ['ETIMEDOUT', 'timeout'],
    ['UND_ERR_HEADERS_TIMEOUT', 'timeout'],
    ['UND_ERR_BODY_TIMEOUT', 'timeout'],
  ])('%s may have been sent', (code, kind) => {
    expect(classifyStructure(withCode(code))).toMatchObject({ kind, retryable: true, sent: 'maybe' });
  });

  it.each([
    ['EMFILE', 'unavailable', true],
    ['ENFILE', 'unavailable', true],
    ['ERR_INVALID_URL', 'invalid_argument', false],
    ['ERR_INVALID_ARG_TYPE', 'invalid_argument', false],
    ['UND_ERR_INVALID_ARG', 'invalid_argument', false],
    ['ERR_CANCELED', 'canceled', false],
    ['ABORT_ERR', 'canceled', false],
    ['AbortError', 'canceled', false],
    ['ERR_ABORTED', 'canceled', false],
    ['USERABORT', 'canceled', false],
    ['ERR_SSL_WRONG_VERSION_NUMBER', 'config', false],
    ['UND_ERR_ABORTED', 'canceled', false],
  ])('%s is %s', (code, kind, retryable) => {
    expect(classifyStructure(withCode(code))).toMatchObject({ kind, retryable });
  });

  it('gives way to a status, and a code that nobody knows says nothing', () => {
    expect(classifyStructure(withCode('ECONNRESET', { status: 400 })).kind).toBe('invalid_argument');
    expect(classifyStructure(withCode('E_MY_OWN')).kind).toBe('unknown');
  });

  it.each([
    'MY_ECONNABORTED_TOO',
    'MY_ECONNRESET',
    'EUNREACHABLE',
    'LostConnection',
    'MyFailedToOpen',
    'MySocketClosed',
    'MyClientOffline',
    'EMFILES',
    'MY_EMFILE',
    'AN_ABORT_ERR',
    'NOT_UNABLE_TO_VERIFY',
  ])('is not known from a part of it: %s', (code) => {
    expect(classifyStructure(withCode(code)).kind).toBe('unknown');
  });

  it('may be the name of the error, or of its class', () => {
    class ConnectionTimeoutError extends Error {}
    class ClientOfflineError extends Error {}
    expect(classifyStructure({ name: 'ConnectionClosed' })).toMatchObject({
      kind: 'transport',
      code: 'ConnectionClosed',
    });
    expect(classifyStructure(new ConnectionTimeoutError()).kind).toBe('timeout');
    expect(classifyStructure(new ClientOfflineError())).toMatchObject({ kind: 'transport', sent: 'no' });
  });
});

describe('an ended signal', () => {
  it('is a cancellation, or a timeout when the time ended it', () => {
    expect(classifyStructure(AbortSignal.abort().reason)).toMatchObject({ kind: 'canceled', retryable: false });
    const timeout = new DOMException('too slow', 'TimeoutError');
    expect(classifyStructure(timeout)).toMatchObject({ kind: 'timeout', retryable: true });
  });
});

describe('our own classes', () => {
  it('know their kind', () => {
    expect(classifyStructure(new TimeoutError('slow'))).toMatchObject({ kind: 'timeout', retryable: true });
    expect(classifyStructure(new AuthenticationError('who?'))).toMatchObject({
      kind: 'unauthenticated',
      retryable: false,
    });
  });

  it('bring their wait along, also one of 0', () => {
    const error = RateLimitError.exceeded({ limit: 1, windowSeconds: 1, retryAfterMs: 0 });
    expect(classifyStructure(error)).toMatchObject({ kind: 'rate_limit', retryAfterMs: 0, sent: 'no' });
  });

  it('refuse before they begin when a policy made them', () => {
    expect(classifyStructure(new CircuitOpenError('open'))).toMatchObject({ retryable: true, sent: 'no' });
    expect(classifyStructure(new BulkheadFullError('full'))).toMatchObject({ kind: 'overloaded', sent: 'no' });
  });

  it('refuse on their own account, whatever failed before them', () => {
    const open = new CircuitOpenError('open', { cause: withStatus(401), retryAfterMs: 900 });
    const expected = { kind: 'unavailable', retryable: true, sent: 'no', retryAfterMs: 900, retryAfterSource: 'error' };
    expect(classifyStructure(open)).toMatchObject(expected);
    expect(classifyStructure(new Error('step 2 failed', { cause: open }))).toMatchObject(expected);
  });

  it('keep their wait when the cause decides', () => {
    const error = new DatabaseError('query failed', { cause: withStatus(503), retryAfterMs: 70 });
    expect(classifyStructure(error)).toMatchObject({ kind: 'unavailable', status: 503, retryAfterMs: 70 });
  });

  it('say what the upstream answered, not what we answer', () => {
    const refused = LLMAPIError.fromProvider('openai', { statusCode: 401 });
    expect(classifyStructure(refused)).toMatchObject({ kind: 'unauthenticated', retryable: false, status: 401 });
  });

  it('leave it to the cause when they depend on it', () => {
    const refused = new DatabaseError('query failed', { cause: withCode('ECONNREFUSED') });
    expect(classifyStructure(refused)).toMatchObject({ kind: 'transport', retryable: true, sent: 'no' });
    expect(classifyStructure(new NetworkError('no route'))).toMatchObject({ kind: 'transport', retryable: true });
    expect(classifyStructure(new SystemError('bug'))).toMatchObject({ kind: 'internal', retryable: false });
  });

  it('beat the cause when the caller decided', () => {
    const decided = new DatabaseError('query failed', { cause: withCode('ECONNREFUSED'), retryable: false });
    expect(classifyStructure(decided).retryable).toBe(false);
  });
});

describe('the wait that the server asked for', () => {
  it('is read wherever the client keeps the headers', () => {
    const headers = { 'retry-after': '2' };
    const errors = [{ headers: new Headers(headers) }, { responseHeaders: headers }, { response: { headers } }];
    for (const fields of errors) {
      const error = Object.assign(withStatus(429), fields);
      expect(classifyStructure(error)).toMatchObject({ retryAfterMs: 2_000, retryAfterSource: 'retry-after' });
    }
  });
});

describe('what the server orders about another attempt', () => {
  it('beats the status, but not our own classes', () => {
    const headers = { 'x-should-retry': 'false' };
    expect(classifyStructure(Object.assign(withStatus(503), { headers })).retryable).toBe(false);
    expect(classifyStructure(Object.assign(new TimeoutError('slow'), { headers })).retryable).toBe(true);
  });
});

describe('what is wrapped', () => {
  it('is found through causes and aggregates', () => {
    const refused = withCode('ECONNREFUSED');
    const wrapped = new Error('outer', { cause: new AggregateError([new Error('other'), refused]) });
    expect(classifyStructure(wrapped)).toMatchObject({ kind: 'transport', sent: 'no' });
  });

  it('counts less than what wraps it, and a mark counts most', () => {
    const inner = withStatus(400);
    const outer = Object.assign(new Error('outer', { cause: inner }), { status: 503 });
    expect(classifyStructure(outer).status).toBe(503);
    withClassification(inner, { kind: 'conflict' });
    expect(classifyStructure(outer).kind).toBe('conflict');
  });

  it('may wrap itself, or thousands', () => {
    const cyclic = new Error('cyclic');
    cyclic.cause = cyclic;
    expect(classifyStructure(cyclic).kind).toBe('unknown');
    const many = new AggregateError(Array.from({ length: 10_000 }, () => new Error('one')));
    expect(classifyStructure(many).kind).toBe('unknown');
  });

  it('is looked at up to 32 errors deep or wide', () => {
    const deep = (depth: number): unknown =>
      depth === 0 ? withStatus(503) : new Error('outer', { cause: deep(depth - 1) });
    expect(classifyStructure(deep(31)).kind).toBe('unavailable');
    expect(classifyStructure(deep(32)).kind).toBe('unknown');
    const wide = (before: number): unknown => ({
      errors: [...Array(before).keys()].map(() => ({})).concat(withStatus(503)),
    });
    expect(classifyStructure(wide(30)).kind).toBe('unavailable');
    expect(classifyStructure(wide(31)).kind).toBe('unknown');
  });
});

describe('what says nothing', () => {
  it.each([undefined, null, 0, '', 'failed', Symbol('s'), {}, [], () => 1, new Error('failed'), Object.create(null)])(
    'is unknown, not retryable, and somebody is told: %o',
    (thrown) => {
      const expected = { kind: 'unknown', retryable: false, action: 'report', sent: 'maybe', confidence: 'none' };
      expect(classifyStructure(thrown)).toEqual({ ...expected, rule: 'unknown' });
    },
  );

  it('may be hostile', () => {
    const hostile = new Proxy(new Error('x'), {
      get: () => {
        throw new Error('no');
      },
    });
    const { proxy, revoke } = Proxy.revocable({}, {});
    revoke();
    for (const thrown of [hostile, proxy, { errors: { length: Infinity } }, { errors: proxy, cause: hostile }]) {
      expect(classifyStructure(thrown).kind).toBe('unknown');
    }
  });
});

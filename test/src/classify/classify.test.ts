import { classifyLLM } from '@octollm/errors/classify/llm';
import { LLMAPIError, RateLimitError } from '@octollm/errors/errors';
import {
  classify,
  classifyStructure,
  createClassifier,
  withClassification,
  withProvider,
  type Classification,
  type Rule,
} from '@octollm/errors/classify';
import { describe, expect, it, test } from 'vitest';

const fail = (fields: object): Error => Object.assign(new Error('failed'), fields);

/** A signal that has ended with a reason. */
function ended(reason?: unknown): AbortSignal {
  return AbortSignal.abort(reason);
}

describe('what to do', () => {
  it.each([
    [400, 'fix_request'],
    [401, 'reauthenticate'],
    [402, 'top_up'],
    [403, 'report'],
    [404, 'fix_request'],
    [409, 'report'],
    [429, 'retry'],
    [500, 'retry'],
    [501, 'report'],
  ])('%i: %s', (status, action) => {
    expect(classify(fail({ status })).action).toBe(action);
  });

  it('is to wait when the server says how long, and to retry at once when it says 0', () => {
    const limited = (seconds: string): unknown => fail({ status: 429, headers: { 'retry-after': seconds } });
    expect(classify(limited('20'))).toMatchObject({ action: 'wait', retryAfterMs: 20_000 });
    expect(classify(limited('0'))).toMatchObject({ action: 'retry', retryAfterMs: 0 });
  });
});

describe('the signal that ended the call', () => {
  it('is a cancellation when the caller ended it', () => {
    const signal = ended();
    const expected = { kind: 'canceled', retryable: false, action: 'stop', rule: 'caller signal', confidence: 'typed' };
    expect(classify(signal.reason, { signal })).toMatchObject(expected);
    expect(classify(new Error('request failed', { cause: signal.reason }), { signal })).toMatchObject(expected);
  });

  it('may have any reason', () => {
    const signal = ended('user closed the tab');
    expect(classify('user closed the tab', { signal }).kind).toBe('canceled');
    const quit = fail({ status: 503 });
    expect(classify(quit, { signal: ended(quit) }).kind).toBe('canceled');
  });

  it('is the end of all attempts when the caller ran out of time', () => {
    const signal = ended(new DOMException('too slow', 'TimeoutError'));
    expect(classify(signal.reason, { signal })).toMatchObject({ kind: 'deadline_exceeded', retryable: false });
  });

  it('is a timeout of one attempt when only that ran out of time', () => {
    const options = { signal: new AbortController().signal, attemptSignal: ended() };
    const expected = { kind: 'timeout', retryable: true, rule: 'attempt signal', confidence: 'typed' };
    expect(classify(options.attemptSignal.reason, options)).toMatchObject(expected);
  });

  it('is a lost connection when both signals are alive', () => {
    const { signal } = new AbortController();
    const expected = { kind: 'transport', retryable: true, sent: 'maybe', rule: 'foreign abort', confidence: 'typed' };
    expect(classify(ended().reason, { signal })).toMatchObject(expected);
    expect(classify(ended().reason, { attemptSignal: signal })).toMatchObject(expected);
    expect(classify(new Error('failed'), { signal }).kind).toBe('unknown');
  });

  it('is a cancellation, too, when a client words its end in an abort of its own', () => {
    const own = new Error('request failed', { cause: new DOMException('The operation was aborted', 'AbortError') });
    expect(classify(own, { signal: ended('user closed the tab') })).toMatchObject({
      kind: 'canceled',
      rule: 'caller signal',
    });
  });

  it('need not be known: an abort is a cancellation', () => {
    expect(classify(ended().reason)).toMatchObject({ kind: 'canceled', action: 'stop', confidence: 'system' });
  });

  it('does not explain a failure that came before it', () => {
    expect(classify(fail({ status: 400 }), { signal: ended() }).kind).toBe('invalid_argument');
  });
});

describe('an order about another attempt', () => {
  it('of the server beats the status', () => {
    const headers = new Headers({ 'x-should-retry': 'true' });
    expect(classify(fail({ status: 409, headers }))).toMatchObject({ kind: 'conflict', retryable: true });
    headers.set('x-should-retry', 'false');
    expect(classify(fail({ status: 503, headers }))).toMatchObject({ kind: 'unavailable', retryable: false });
    headers.set('x-should-retry', 'perhaps');
    expect(classify(fail({ status: 503, headers })).retryable).toBe(true);
  });

  it.each([
    ['the AI SDK', { status: 503, isRetryable: false }, false],
    ['Temporal', { status: 503, nonRetryable: true }, false],
    ['LangChain', { status: 400, [Symbol.for('langchain.errors.retryable')]: true }, true],
    ['AWS', { status: 400, $retryable: { throttling: true } }, true],
  ])('of %s counts', (_, fields, retryable) => {
    expect(classify(fail(fields)).retryable).toBe(retryable);
  });

  it('that a client derived from the status says nothing new', () => {
    expect(classify(fail({ statusCode: 501, isRetryable: true })).retryable).toBe(false);
  });
});

describe('a 403', () => {
  it('that names a time or an exhausted limit is a rate limit', () => {
    const byTime = fail({ status: 403, headers: { 'retry-after': '60' } });
    expect(classify(byTime)).toMatchObject({ kind: 'rate_limit', retryable: true, retryAfterMs: 60_000, sent: 'no' });
    expect(classify(byTime)).toMatchObject({ status: 403, confidence: 'structured', rule: 'limited access' });
    const byLimit = fail({ status: 403, response: { headers: { 'x-ratelimit-remaining': '0' } } });
    expect(classify(byLimit)).toMatchObject({ kind: 'rate_limit', retryable: true, status: 403 });
    const plain = fail({ status: 403, headers: { 'x-ratelimit-remaining': '12' } });
    expect(classify(plain)).toMatchObject({ kind: 'permission_denied', retryable: false });
  });
});

describe('L13: the message of a TypeError', () => {
  const messages = [
    'fetch failed',
    'Failed to fetch',
    'NetworkError when attempting to fetch resource.',
    'Load failed',
    'network error',
    'Network request failed',
    'The Internet connection appears to be offline.',
    'terminated',
    'error sending request for url',
  ];

  it.each(messages)('%s: there is no connection', (message) => {
    const expected = { kind: 'transport', retryable: true, sent: 'maybe', rule: 'no connection', confidence: 'system' };
    expect(classify(new TypeError(message))).toMatchObject(expected);
    expect(classify(new Error('request failed', { cause: new TypeError(message) }))).toMatchObject(expected);
  });

  it('means a bug when it says anything else', () => {
    expect(classify(new TypeError("Cannot read properties of undefined (reading 'then')")).retryable).toBe(false);
    expect(classify(new TypeError('Failed to parse URL from fetch failed')).retryable).toBe(false);
    expect(classify(new TypeError('terminated by a bug')).retryable).toBe(false);
    expect(classify({ name: 'TypeError', message: ['fetch failed'] }).kind).toBe('unknown');
  });

  it('counts on a TypeError only', () => {
    expect(classify(new Error('Load failed')).kind).toBe('unknown');
  });
});

describe('words', () => {
  it('do not count without the tables of the providers', () => {
    expect(classify(new Error('503 service overloaded, rate limit')).kind).toBe('unknown');
  });
});

describe('a mark', () => {
  it('is what every classifier returns, completed', () => {
    const error = withClassification(Object.freeze(fail({ status: 400 })), { kind: 'rate_limit', retryAfterMs: 50 });
    const expected = { kind: 'rate_limit', retryable: true, action: 'wait', rule: 'mark', confidence: 'typed' };
    expect(classify(error)).toMatchObject(expected);
    expect(classify(new Error('wrapped', { cause: error }))).toMatchObject(expected);
  });

  it('gives back the same error, and leaves primitives alone', () => {
    const error = new Error('failed');
    expect(withClassification(error, { kind: 'conflict' })).toBe(error);
    expect(Reflect.ownKeys(error)).toEqual(Reflect.ownKeys(new Error('failed')));
    expect(withClassification('failed', { kind: 'conflict' })).toBe('failed');
    expect(classify('failed').kind).toBe('unknown');
  });
});

describe('a classifier of your own', () => {
  const byCode: Rule = (error) =>
    error instanceof Error && error.message.startsWith('E42')
      ? { kind: 'conflict', retryable: true, confidence: 'structured', code: 'E42' }
      : undefined;

  it('asks your rules before the status and the codes', () => {
    const mine = createClassifier({ rules: [byCode] });
    const error = Object.assign(new Error('E42: busy'), { status: 400 });
    expect(mine(error)).toMatchObject({ kind: 'conflict', retryable: true, code: 'E42', rule: 'E42', status: 400 });
    expect(classify(error).kind).toBe('invalid_argument');
    expect(mine(fail({ status: 404 })).kind).toBe('not_found');
  });

  it('asks them after marks, our own classes and signals', () => {
    const mine = createClassifier({ rules: [() => ({ kind: 'conflict', confidence: 'text' })] });
    expect(mine(new RateLimitError('slow down')).kind).toBe('rate_limit');
    expect(mine(withClassification(new Error('x'), { kind: 'data_loss' })).kind).toBe('data_loss');
    expect(mine('gone', { signal: ended('gone') }).kind).toBe('canceled');
  });

  it('refines what was found, and adds facts', () => {
    const mine = createClassifier({
      refine: (_, found) => (found?.status === 404 ? { ...found, kind: 'config' } : undefined),
      readFacts: () => ({ requestId: 'r1' }),
    });
    expect(mine(fail({ status: 404 }))).toMatchObject({ kind: 'config', status: 404, requestId: 'r1' });
    expect(mine(fail({ status: 503 }))).toMatchObject({ kind: 'unavailable', requestId: 'r1' });
  });

  it('answers as if a function that throws had nothing to say, and reports what it threw', () => {
    const reported: unknown[] = [];
    const throwing = (bug: string) => (): never => {
      throw bug;
    };
    const mine = createClassifier({
      rules: [throwing('rule'), byCode],
      refine: throwing('refine'),
      readFacts: throwing('facts'),
      onHookError: (error) => {
        reported.push(error);
        throw new Error('nor does this one work');
      },
    });

    expect(mine(new Error('E42: busy'))).toMatchObject({ kind: 'conflict', code: 'E42' });
    expect(reported).toEqual(['facts', 'rule']);
    expect(mine(fail({ status: 404 })).kind).toBe('not_found');
    expect(reported).toEqual(['facts', 'rule', 'facts', 'rule', 'refine']);
  });
});

describe('the wait that an error of ours holds', () => {
  const statuses = [400, 403, 404, 408, 425, 429, 500, 501, 503, 529];

  it.each(statuses)('outlives what its upstream answered: %i', (status_code) => {
    const error = new LLMAPIError('openai API error', { details: { status_code }, retryAfterMs: 700 });
    const wrapped = new Error('could not answer', { cause: error });

    for (const classifier of [classify, classifyStructure, classifyLLM]) {
      expect(classifier(error)).toMatchObject({ status: status_code, retryAfterMs: 700, retryAfterSource: 'error' });
      expect(classifier(wrapped)).toMatchObject({ status: status_code, retryAfterMs: 700 });
    }
  });

  it('outlives a mark that knows of none', () => {
    const error = new LLMAPIError('openai API error', { retryAfterMs: 700 });

    expect(classify(withClassification(error, { kind: 'overloaded' }))).toMatchObject({ retryAfterMs: 700 });
    expect(classifyStructure(error)).toMatchObject({ kind: 'overloaded', retryAfterMs: 700 });
  });
});

describe('the provider', () => {
  it('is what the caller says', () => {
    expect(classify(fail({ status: 500 }), { provider: 'openai' }).provider).toBe('openai');
    expect(classify(fail({ status: 500 }))).not.toHaveProperty('provider');
  });

  it('may belong to the classifier', () => {
    const mine = createClassifier({ provider: 'azure' });
    expect(mine(fail({ status: 500 })).provider).toBe('azure');
    expect(mine(fail({ status: 500 }), { provider: 'openai' }).provider).toBe('openai');
  });

  test('K7: adding one changes nothing else', () => {
    const canceled: Classification = classify(ended().reason, { signal: ended() });
    expect(withProvider(canceled, ' OpenAI ')).toEqual({ ...canceled, provider: 'openai' });
    expect(withProvider(canceled, ' ')).toBe(canceled);
  });
});

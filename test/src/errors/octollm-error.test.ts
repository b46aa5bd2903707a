import { inspect } from 'node:util';

import { AuthenticationError, DatabaseError, OctoLLMError, RateLimitError } from '@octollm/errors/errors';
import { describe, expect, it } from 'vitest';

describe('OctoLLMError', () => {
  it('is an error with a message and a stack that starts where it was built', () => {
    const error = new OctoLLMError('Could not load the order');

    expect(error).toBeInstanceOf(Error);
    expect(error.message).toBe('Could not load the order');
    expect(error.stack).toMatch(/^OctoLLMError: Could not load the order\n\s+at .*octollm-error\.test\.ts/);
  });

  it('names a subclass in its stack and leaves no constructor frames there', () => {
    const { stack } = new RateLimitError('Too many');

    expect(stack).toMatch(/^RateLimitError: Too many\n\s+at .*octollm-error\.test\.ts/);
  });

  it('takes code, kind, status, severity and retryable from its class', () => {
    const error = new RateLimitError('Too many');

    expect(error).toMatchObject({
      code: 'RATE_LIMIT_EXCEEDED',
      kind: 'rate_limit',
      status: 429,
      severity: 'warning',
      retryable: true,
    });
    expect(Object.keys(error)).toEqual([]);
  });

  it('lets one error differ from its class and leaves the class alone', () => {
    const odd = new DatabaseError('Down', { status: 503, kind: 'unavailable', severity: 'critical', retryable: true });

    expect(odd).toMatchObject({ status: 503, kind: 'unavailable', severity: 'critical', retryable: true });
    expect(new DatabaseError('Broken')).toMatchObject({ status: 500, kind: 'internal', severity: 'error' });
    expect(new DatabaseError('Broken').retryable).toBeUndefined();
  });

  it('treats an option that is undefined as absent', () => {
    const error = new RateLimitError('Too many', { retryable: undefined, status: undefined, details: undefined });

    expect(error).toMatchObject({ retryable: true, status: 429, details: {} });
    expect(Object.keys(error)).toEqual([]);
  });

  it('has empty details that nobody can fill for all other errors', () => {
    const details: Record<string, unknown> = new OctoLLMError('a').details;

    expect(() => (details['leak'] = true)).toThrow(TypeError);
    expect(new OctoLLMError('b').details).toEqual({});
  });

  it('stays open to loggers that write on the errors they are given', () => {
    const error = new OctoLLMError('Failed', { details: { id: 1 } });

    expect(Object.isExtensible(error)).toBe(true);
    expect(() => Object.assign(error, { logged: true })).not.toThrow();
  });

  it('shows its constants to loggers that walk an error with for in', () => {
    const seen: string[] = [];
    for (const key in new RateLimitError('Too many', { context: { tenant: 't1' } })) seen.push(key);

    expect(seen).toEqual(expect.arrayContaining(['code', 'kind', 'status', 'severity', 'context']));
  });

  it('prints context and cause where developers look', () => {
    const error = new OctoLLMError('Failed', { cause: new Error('socket closed'), context: { tenant: 't1' } });

    expect(inspect(error)).toContain("context: { tenant: 't1' }");
    expect(inspect(error)).toContain('[cause]: Error: socket closed');
  });
});

describe('P14: the cause is the caught value itself', () => {
  it('keeps the object, as an own property that is not enumerable', () => {
    const cause = new Error('socket closed');
    const error = new DatabaseError('Could not load the order', { cause });

    expect(error.cause).toBe(cause);
    expect(Object.getOwnPropertyDescriptor(error, 'cause')).toMatchObject({ enumerable: false, writable: true });
  });

  it('has no cause where none was given', () => {
    expect(Object.hasOwn(new DatabaseError('Failed'), 'cause')).toBe(false);
    expect(Object.hasOwn(new DatabaseError('Failed', {}), 'cause')).toBe(false);
  });

  it('keeps falsy and odd causes as they are', () => {
    for (const cause of [0, '', null, false, Symbol.iterator]) {
      expect(new OctoLLMError('Failed', { cause }).cause).toBe(cause);
    }
  });

  it('survives being its own cause', () => {
    const error = new AuthenticationError('Bad token');
    error.cause = error;

    expect(JSON.parse(JSON.stringify(error))).toMatchObject({ message: 'Bad token' });
  });
});

describe('P12: severity is attached, never implied', () => {
  it('comes with the class and can differ for one error', () => {
    expect(new AuthenticationError('Bad token').severity).toBe('warning');
    expect(new AuthenticationError('Bad token', { severity: 'critical' }).severity).toBe('critical');
    expect(new OctoLLMError('Failed').severity).toBe('error');
  });
});

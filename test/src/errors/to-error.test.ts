import vm from 'node:vm';

import { OctoLLMError, TimeoutError, isError, toError } from '@octollm/errors/errors';
import { describe, expect, it } from 'vitest';

import { createHostileValues } from './strangers.ts';

describe('toError', () => {
  it('returns an error as it is', () => {
    for (const error of [new Error('x'), new TypeError('x'), new TimeoutError('x'), new AggregateError([])]) {
      expect(toError(error)).toBe(error);
    }
  });

  it('returns a DOMException as it is', () => {
    const error = AbortSignal.abort().reason;

    expect(toError(error)).toBe(error);
  });

  it('returns an error of another realm as it is', () => {
    for (const code of ['new Error("x")', 'new RangeError("x")', 'new (class extends Error {})("x")']) {
      const foreign: unknown = vm.runInNewContext(code);

      expect(foreign instanceof Error).toBe(false);
      expect(toError(foreign)).toBe(foreign);
    }
  });

  it('returns a frozen error as it is and unchanged', () => {
    const error = Object.freeze(new Error('x'));

    expect(toError(error)).toBe(error);
  });

  it.each<[unknown, string]>([
    ['boom', 'boom'],
    ['', ''],
    [404, '404'],
    [0n, '0'],
    [undefined, 'undefined'],
    [null, 'null'],
    [false, 'false'],
    [{ message: 'quota exceeded', code: 7 }, 'quota exceeded'],
    [{ status: 503 }, '{"status":503}'],
    [['a', 'b'], '["a","b"]'],
  ])('turns %o into an error with a message, and keeps it as the cause', (thrown, message) => {
    const error = toError(thrown);

    expect(error).toBeInstanceOf(Error);
    expect(error.message).toBe(message);
    expect(error.cause).toBe(thrown);
  });

  it('does not change what it is given', () => {
    const thrown = Object.freeze({ message: 'frozen' });

    expect(toError(thrown).cause).toBe(thrown);
    expect(thrown).toEqual({ message: 'frozen' });
  });

  it.each([...createHostileValues()])('never throws: %s', (_, thrown) => {
    const error = toError(thrown);

    expect(error).toBeInstanceOf(Error);
    expect(typeof error.message).toBe('string');
    expect(error.cause).toBe(thrown);
  });
});

describe('isError', () => {
  it('is not deceived by an object that calls itself an error', () => {
    expect(isError({ [Symbol.toStringTag]: 'Error', message: 'x' })).toBe(false);
    expect(isError({ name: 'Error', message: 'x', stack: 'Error: x' })).toBe(false);
  });

  it('knows an error behind a proxy that lets it through', () => {
    expect(isError(new Proxy(new OctoLLMError('x'), {}))).toBe(true);
  });

  it.each([...createHostileValues()])('says no to: %s', (_, value) => {
    expect(isError(value)).toBe(false);
  });
});

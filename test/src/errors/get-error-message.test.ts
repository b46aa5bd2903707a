import { DatabaseError, getErrorMessage } from '@octollm/errors/errors';
import { describe, expect, it } from 'vitest';

import { createHostileValues } from './strangers.ts';

describe('getErrorMessage', () => {
  it('gives the message of an error', () => {
    expect(getErrorMessage(new Error('socket closed'))).toBe('socket closed');
  });

  it('gives a text as it is', () => {
    expect(getErrorMessage('socket closed')).toBe('socket closed');
  });

  it('gives the name of an error without a message', () => {
    expect(getErrorMessage(new TypeError())).toBe('TypeError');
  });

  it('gives a short JSON form of an object without one', () => {
    expect(getErrorMessage({ status: 503 })).toBe('{"status":503}');
    expect(getErrorMessage({ body: 'x'.repeat(5_000) })).toHaveLength(200);
  });

  it.each([...createHostileValues()])('never throws: %s', (_, thrown) => {
    expect(typeof getErrorMessage(thrown)).toBe('string');
    expect(typeof getErrorMessage(thrown, { withCauses: true })).toBe('string');
  });
});

describe('P14: the walk along the causes ends', () => {
  const withCauses = { withCauses: true };

  it('joins the messages, outermost first', () => {
    const error = new DatabaseError('Could not load the order', {
      cause: new Error('query failed', { cause: 'socket closed' }),
    });

    expect(getErrorMessage(error, withCauses)).toBe('Could not load the order: query failed: socket closed');
    expect(getErrorMessage(error)).toBe('Could not load the order');
  });

  it('meets each error of a cycle once', () => {
    const first = new Error('first');
    const second = new Error('second', { cause: first });
    first.cause = second;

    expect(getErrorMessage(first, withCauses)).toBe('first: second');
    first.cause = first;
    expect(getErrorMessage(first, withCauses)).toBe('first');
  });

  it('stops after eight causes', () => {
    let error = new Error('0');
    for (let depth = 1; depth <= 1_000; depth++) error = new Error(String(depth), { cause: error });

    expect(getErrorMessage(error, withCauses).split(': ')).toHaveLength(9);
  });

  it('stops at a cause that grows as it is read', () => {
    const endless = (): object => Object.defineProperty(new Error('more'), 'cause', { get: endless });

    expect(getErrorMessage(endless(), withCauses).split(': ')).toHaveLength(9);
  });
});

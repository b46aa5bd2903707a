import { toPlain } from '@octollm/errors/serialize';
import { describe, expect, it } from 'vitest';

import { createHostileValues } from '../errors/strangers.ts';

describe('toPlain', () => {
  it('copies what JSON knows', () => {
    const value = { text: 'a', count: 0, open: false, nothing: null, list: [1, [2]], inner: { a: {} } };

    expect(toPlain(value)).toEqual(value);
    expect(toPlain(value)).not.toBe(value);
  });

  it('gives a form to what JSON does not know', () => {
    expect(
      toPlain({
        big: 10n,
        odd: NaN,
        endless: -Infinity,
        symbol: Symbol('s'),
        date: new Date(0),
        url: new URL('https://a.example/'),
        map: new Map([['a', 1]]),
        set: new Set([1, 2]),
        bytes: new Uint8Array(3),
        error: new RangeError('too far'),
      }),
    ).toEqual({
      big: '10',
      odd: 'NaN',
      endless: '-Infinity',
      symbol: 'Symbol(s)',
      date: '1970-01-01T00:00:00.000Z',
      url: 'https://a.example/',
      map: { a: 1 },
      set: [1, 2],
      bytes: '[3 bytes]',
      error: 'RangeError: too far',
    });
  });

  it('leaves out functions and what is undefined, but keeps the places of a list', () => {
    expect(toPlain({ call: () => 1, none: undefined })).toEqual({});
    expect(toPlain([undefined, () => 1, 2])).toEqual([null, null, 2]);
  });

  it('hides secrets at any depth, also in what stands for itself as a text', () => {
    const value = {
      headers: { authorization: 'Bearer x' },
      lines: ['password=hunter2'],
      url: new URL('https://u:hunter2@a.example/'),
      error: new Error('password=hunter2'),
    };

    expect(toPlain(value)).toEqual({
      headers: { authorization: '[redacted]' },
      lines: ['password=[redacted]'],
      url: 'https://[redacted]@a.example/',
      error: 'Error: password=[redacted]',
    });
  });

  it('takes another redactor', () => {
    const redact = (value: unknown, name: string): unknown => (name === 'iban' ? '***' : value);

    expect(toPlain({ iban: 'DE00', password: 'x' }, { redact })).toEqual({ iban: '***', password: 'x' });
  });

  it('cuts cycles, and only cycles', () => {
    const shared = { a: 1 };
    const cyclic: Record<string, unknown> = { first: shared, second: shared };
    cyclic['self'] = [cyclic];

    expect(toPlain(cyclic)).toEqual({ first: { a: 1 }, second: { a: 1 }, self: ['[circular]'] });
  });

  it('cuts depth', () => {
    expect(toPlain({ a: { b: { c: 1 } } }, { maxDepth: 2 })).toEqual({ a: { b: '[truncated]' } });
  });

  it('cuts width, also where shared references branch at every level', () => {
    let value: unknown = 'leaf';
    for (let level = 0; level < 7; level++) value = Array.from({ length: 40 }, () => value);

    expect(JSON.stringify(toPlain(value)).length).toBeLessThan(400_000);
    expect(toPlain(Array.from({ length: 20_000 }, () => 1))).toHaveLength(10_001);
  });

  it('takes over no name that could change a prototype', () => {
    const copied = toPlain(JSON.parse('{"__proto__":{"admin":true},"constructor":1,"a":{"__proto__":{"admin":true}}}'));

    expect(copied).toEqual({ a: {} });
    expect(Object.hasOwn(Object(copied), '__proto__')).toBe(false);
    expect(Reflect.get(Object(copied), 'admin')).toBeUndefined();
  });

  it('skips a getter that throws and keeps its neighbours', () => {
    const value = {
      before: 1,
      get broken(): never {
        throw new Error('Hands off');
      },
      after: 2,
    };

    expect(toPlain(value)).toEqual({ before: 1, after: 2 });
  });

  it.each([...createHostileValues()])('survives %s', (_, value) => {
    expect(() => JSON.stringify(toPlain({ value }))).not.toThrow();
  });
});

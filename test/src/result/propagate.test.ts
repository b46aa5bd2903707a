import { err, isErr, ok, orReturn, propagate, type Result } from '@octollm/errors/result';
import { describe, expect, expectTypeOf, test } from 'vitest';

const parse = (text: string): Result<number, 'not a number'> => {
  const value = Number(text);
  return Number.isNaN(value) ? err('not a number') : ok(value);
};
const invert = (value: number): Result<number, 'zero'> => (value === 0 ? err('zero') : ok(1 / value));

describe('propagate', () => {
  test('returns the value of a body whose steps all succeed', () => {
    const result = propagate(function* () {
      const value = yield* orReturn(parse('4'));
      return yield* orReturn(invert(value));
    });

    expect(result).toEqual(ok(0.25));
  });

  test('stops at the first failure and unites the error types', () => {
    const reached: string[] = [];
    const run = (text: string) =>
      propagate(function* () {
        const value = yield* orReturn(parse(text));
        reached.push(text);
        return yield* orReturn(invert(value));
      });

    expect(run('four')).toEqual(err('not a number'));
    expect(run('0')).toEqual(err('zero'));
    expect(reached).toEqual(['0']);
    expectTypeOf(run('')).toEqualTypeOf<Result<number, 'not a number' | 'zero'>>();
  });

  test('needs no step at all', () => {
    expect(
      propagate(function* () {
        return 1;
      }),
    ).toEqual(ok(1));
  });

  test('waits in an async body', async () => {
    const run = (text: string) =>
      propagate(async function* () {
        const value = yield* orReturn(await Promise.resolve(parse(text)));
        return value + 1;
      });

    expect(await run('1')).toEqual(ok(2));
    expect(await run('one')).toEqual(err('not a number'));
    expectTypeOf(run('')).toEqualTypeOf<Promise<Result<number, 'not a number'>>>();
  });

  test('closes what the body opened', async () => {
    const closed: string[] = [];

    propagate(function* () {
      try {
        yield* orReturn(parse('one'));
      } finally {
        closed.push('sync');
      }
    });
    await propagate(async function* () {
      try {
        yield* orReturn(parse('one'));
      } finally {
        await Promise.resolve();
        closed.push('async');
      }
    });

    expect(closed).toEqual(['sync', 'async']);
  });

  test('is not caught by a catch in between', () => {
    const result = propagate(function* () {
      try {
        return yield* orReturn(parse('one'));
      } catch (caught) {
        return expect.unreachable(String(caught));
      }
    });

    expect(isErr(result)).toBe(true);
  });

  test('lets an exception through: it is a bug, not a result', async () => {
    const bug = new TypeError('bug');

    expect(() =>
      propagate(function* (): Generator<never, number, never> {
        yield* [];
        throw bug;
      }),
    ).toThrow(bug);
    await expect(
      propagate(async function* (): AsyncGenerator<never, number, never> {
        yield* [];
        throw bug;
      }),
    ).rejects.toBe(bug);
  });

  test('orReturn outside of it says so', () => {
    const steps = orReturn(parse('one'));

    expect(steps.next().value).toEqual(err('not a number'));
    expect(() => steps.next()).toThrow('run the generator with `propagate`');
  });
});

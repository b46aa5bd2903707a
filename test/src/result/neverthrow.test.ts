import * as ours from '@octollm/errors/result';
import * as neverthrow from 'neverthrow';
import { describe, expect, expectTypeOf, test } from 'vitest';

const count = (text: string): neverthrow.Result<number, 'broken'> =>
  text ? neverthrow.ok(text.length) : neverthrow.err('broken');
const success = count('ab');
const failure = count('');

describe('a result of neverthrow is accepted where ours is', () => {
  test('by its type', () => {
    const mine: readonly ours.Result<number, 'broken'>[] = [success, failure];

    expect(mine.map(ours.isOk)).toEqual([true, false]);
  });

  test('by every step', () => {
    expect([ours.isOk(success), ours.isErr(failure)]).toEqual([true, true]);
    expect(ours.map(success, (value) => value + 1)).toEqual(ours.ok(3));
    expect(ours.orElse(failure, () => ours.ok(0))).toEqual(ours.ok(0));
    expect(ours.unwrapOr(failure, 7)).toBe(7);
    expect(ours.all([success, ours.ok('x')])).toEqual(ours.ok([2, 'x']));
    expect(ours.context(failure, 'Failed to count')).toMatchObject({ error: { cause: 'broken' } });
  });

  test('by propagate, with orReturn and without', () => {
    const add = (second: neverthrow.Result<number, 'broken'>) =>
      ours.propagate(function* () {
        const first = yield* success;
        return first + (yield* ours.orReturn(second));
      });

    expect(add(success)).toEqual(ours.ok(4));
    expect(add(failure)).toMatchObject({ error: 'broken' });
    expectTypeOf(add(success)).toEqualTypeOf<ours.Result<number, 'broken'>>();
  });

  test('by propagate from a ResultAsync', async () => {
    const result = await ours.propagate(async function* () {
      return yield* neverthrow.errAsync<number, 'broken'>('broken');
    });

    expect(result).toMatchObject({ error: 'broken' });
  });
});

test('ours becomes one of neverthrow with its constructors', () => {
  const convert = (result: ours.Result<number, 'broken'>): neverthrow.Result<number, 'broken'> =>
    ours.match<number, 'broken', neverthrow.Result<number, 'broken'>, neverthrow.Result<number, 'broken'>>(
      result,
      neverthrow.ok,
      neverthrow.err,
    );

  expect(convert(ours.ok(2)).isOk()).toBe(true);
  expect(convert(ours.err('broken')).isErr()).toBe(true);
});

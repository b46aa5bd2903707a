import { TaskNotFoundError } from '@octollm/errors/errors';
import {
  all,
  andThen,
  err,
  fromPromise,
  fromThrowable,
  isErr,
  isOk,
  map,
  mapErr,
  match,
  ok,
  orElse,
  type Result,
  unwrap,
  unwrapOr,
} from '@octollm/errors/result';
import { describe, expect, expectTypeOf, test } from 'vitest';

const count = (text: string): Result<number, 'broken'> => (text ? ok(text.length) : err('broken'));
const success = count('ab');
const failure = count('');

describe('a result', () => {
  test('is a success or a failure', () => {
    expect([isOk(success), isErr(success)]).toEqual([true, false]);
    expect([isOk(failure), isErr(failure)]).toEqual([false, true]);
  });

  test('is a plain object, so it survives JSON and structured clone', () => {
    expect(JSON.stringify([success, failure])).toBe('[{"value":2},{"error":"broken"}]');
    expect(isErr(structuredClone(failure))).toBe(true);
  });

  test('may hold nothing: a success without a value, a failure with undefined', () => {
    expect(isOk(ok())).toBe(true);
    expect(isErr(err(undefined))).toBe(true);
  });

  test('narrows, and keeps literal errors', () => {
    expectTypeOf(err('broken')).toEqualTypeOf<{ readonly error: 'broken' }>();
    if (isOk(failure)) {
      expectTypeOf(failure.value).toEqualTypeOf<number>();
      expect.unreachable();
    }
    expectTypeOf(failure.error).toEqualTypeOf<'broken'>();
    expect(failure.error).toBe('broken');
  });
});

describe('one step', () => {
  test('map changes a value and leaves a failure alone', () => {
    expect(map(success, (value) => value * 2)).toEqual(ok(4));
    expect(map(failure, (value) => value * 2)).toBe(failure);
  });

  test('mapErr changes an error and leaves a success alone', () => {
    expect(mapErr(failure, (error) => error.length)).toEqual(err(6));
    expect(mapErr(success, (error) => error.length)).toBe(success);
  });

  test('andThen continues only after a success', () => {
    const halve = (value: number): Result<number, 'odd'> => (value % 2 ? err('odd') : ok(value / 2));

    expect(andThen(success, halve)).toEqual(ok(1));
    expect(andThen(ok(3), halve)).toEqual(err('odd'));
    expect(andThen(failure, halve)).toBe(failure);
    expectTypeOf(andThen(success, halve)).toExtend<Result<number, 'broken' | 'odd'>>();
  });

  test('orElse recovers only from a failure', () => {
    expect(orElse(failure, () => ok('spare'))).toEqual(ok('spare'));
    expect(orElse(success, () => ok('spare'))).toBe(success);
  });

  test('unwrapOr, unwrap and match leave the world of results', () => {
    expect(unwrapOr(success, 0)).toBe(2);
    expect(unwrapOr(failure, 0)).toBe(0);
    expect(unwrap(success)).toBe(2);
    expect(match(failure, String, (error) => `is ${error}`)).toBe('is broken');
    expect(match(success, String, (error) => `is ${error}`)).toBe('2');
  });

  test('unwrap throws the very error', () => {
    const error = TaskNotFoundError.forTask('7');

    expect(() => unwrap(err(error))).toThrow(error);
  });
});

describe('several results', () => {
  test('all keeps the values in their order, each with its type', () => {
    const both = all([ok(1), ok('two')]);

    expect(both).toEqual(ok([1, 'two']));
    expectTypeOf(both).toExtend<Result<readonly [number, string], never>>();
  });

  test('all returns the first failure', () => {
    expect(all([ok(1), err('first'), err('second')])).toEqual(err('first'));
    expect(all([])).toEqual(ok([]));
  });
});

describe('what throws or rejects', () => {
  const broken = new Error('broken');

  test('fromPromise', async () => {
    expect(await fromPromise(Promise.resolve(1))).toEqual(ok(1));
    expect(await fromPromise(Promise.reject(broken))).toEqual(err(broken));
    expect(await fromPromise(Promise.reject(broken), () => 'mine')).toEqual(err('mine'));
  });

  test('fromThrowable keeps the parameters', () => {
    const parse = fromThrowable(
      (text: string): unknown => JSON.parse(text),
      () => 'malformed' as const,
    );

    expect(parse('[1]')).toEqual(ok([1]));
    expect(parse('[1')).toEqual(err('malformed'));
  });

  test('fromThrowable without a conversion has an unknown error, whatever was thrown', () => {
    const fail = fromThrowable((thrown: unknown): number => {
      throw thrown;
    });

    expect(fail('a text')).toEqual(err('a text'));
    expectTypeOf(fail(1)).toEqualTypeOf<Result<number, unknown>>();
  });

  test('fromThrowable of an async function gives a promise that never rejects', async () => {
    const load = fromThrowable(async (id: number) => {
      if (id < 0) throw broken;
      return id;
    });

    expect(await load(1)).toEqual(ok(1));
    expect(await load(-1)).toEqual(err(broken));
  });
});

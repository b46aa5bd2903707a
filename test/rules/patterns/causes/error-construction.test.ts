import { describe, expect, test } from 'vitest';
import {
  findConstructions,
  isBuiltInConstruction,
  isNamedAsError,
} from '../../../../rules/patterns/causes/error-construction.ts';
import { readSource } from '../../../support/read-source.ts';
import { readArgument } from '../read-handlers.ts';

function readConstructions(code: string): string[] {
  const source = readSource(code);
  return findConstructions(source, readArgument(source, 'use')).map((construction) => {
    const marks = [
      isBuiltInConstruction(source, construction) ? 'built-in' : '',
      construction.isFactory ? 'factory' : '',
      isNamedAsError(construction) ? '' : 'unnamed',
    ];
    return [construction.className, ...marks.filter(Boolean)].join(' ');
  });
}

describe('one construction', () => {
  test.each([
    ['use(new Error("m"));', 'Error built-in'],
    ['use(Error("m"));', 'Error built-in'],
    ['use(new TypeError);', 'TypeError built-in'],
    ['use(new globalThis.Error("m"));', 'Error built-in'],
    ['use(new window.RangeError("m"));', 'RangeError built-in'],
    ['use(new AggregateError([]));', 'AggregateError built-in'],
    ['use(new SuppressedError(a, b));', 'SuppressedError built-in'],
    ['use(new (Error)("m"));', 'Error built-in'],
    ['use((new Error("m")) as Failure);', 'Error built-in'],
    ['use(new LoadError("m"));', 'LoadError'],
    ['use(new errors.LoadError("m"));', 'LoadError'],
    ['use(new HttpException(404));', 'HttpException'],
    ['use(new Problem(404));', 'Problem unnamed'],
    ['use(createError(404));', 'createError factory'],
    ['use(http.createHttpError(404));', 'createHttpError factory'],
    ['use(Object.assign(new LoadError("m"), { id }));', 'LoadError'],
    ['const e = new Error("m"); use(e);', 'Error built-in'],
    ['const e = new Error("m"); const f = e; use(f);', 'Error built-in'],
    ['let e; e = new Error("m"); use(e);', 'Error built-in'],
    ['let e; use(e = new Error("m"));', 'Error built-in'],
    ['use((count(), new Error("m")));', 'Error built-in'],
    ['use(other ?? new Error("m"));', 'Error built-in'],
    ['use(isBad ? other : new Error("m"));', 'Error built-in'],
    ['class Error {} use(new Error("m"));', 'Error'],
    ['import { Error } from "lib"; use(Error("m"));', 'Error'],
    ['use(new lib.Error("m"));', 'Error'],
  ])('%s', (code, construction) => {
    expect(readConstructions(code)).toEqual([construction]);
  });
});

test('both arms of a choice', () => {
  expect(readConstructions('use(isBad ? new AError() : isWorse ? new BError() : new CError());')).toEqual([
    'AError',
    'BError',
    'CError',
  ]);
});

describe('none', () => {
  test.each([
    'use(error);',
    'use("m");',
    'use({ message: "m" });',
    'use(new Response("m"));',
    'use(new Map());',
    'use(redirect("/"));',
    'use(toError(e));',
    'use(getError());',
    'use(isError(e));',
    'use(parseError(e));',
    'let e = new AError(); e = new BError(); use(e);',
    'function f(e = new AError()) { use(e); }',
    'const { e } = new AError(); use(e);',
    'const a = b; const b = a; use(a);',
  ])('%s', (code) => {
    expect(readConstructions(code)).toEqual([]);
  });
});

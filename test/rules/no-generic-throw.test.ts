import noGenericThrow from '../../rules/no-generic-throw.ts';
import { testRule } from '../support/rule-tester.ts';

const generic = ['generic'];

testRule('no-generic-throw', noGenericThrow, {
  valid: [
    // A class that says what failed.
    'throw new NotFoundError("m");',
    'throw new errors.NotFoundError("m");',
    'throw new TypeError("m");',
    'throw new RangeError("m");',
    'throw new AggregateError([], "m");',
    'throw createHttpError(404);',
    'throw error;',
    'throw "m";',
    'try { load(); } catch (e) { throw e; }',

    // Another class of that name.
    'import { Error } from "./errors.js"; throw new Error("m");',
    'class Error {} throw new Error("m");',
    'function f(Error) { throw new Error("m"); }',
    'const { Error } = lib; throw new Error("m");',
    'throw new lib.Error("m");',

    // The error does not leave.
    'const error = new Error("m");',
    'new Error("m");',
    'const { stack } = new Error();',
    'log(new Error("m").stack);',
    'logger.error(new Error("m"));',
    'class AppError extends Error { constructor(m) { super(m); } }',
    'class EmptyError extends Error {}',
    'errors.push(new Error("m"));',
    'use(new Error("m"));',
    'function f() { return new Error("m"); }',
    'let error; error = new Error("a"); error = find(); throw error;',

    // Code that correct programs never reach.
    'function f(kind) { switch (kind) { case 1: return 2; default: throw new Error("unreachable"); } }',
    'function assertNever(value: never): never { throw new Error(`unexpected ${value}`); }',
    'function invariant(condition, message) { if (!condition) throw new Error(message); }',
    'class Base { run() { throw new Error("not implemented"); } }',
    'throw new Error("this should never happen");',
    'throw new Error("invariant: no owner");',

    // Tests.
    { code: 'throw new Error("m");', filename: 'src/load.test.ts' },
    { code: 'throw new Error("m");', filename: 'src/__tests__/load.ts' },
    { code: 'expect(() => { throw new Error("m"); }).toThrow();', filename: 'src/load.spec.js' },
    { code: 'throw new Error("m");', filename: 'fakes/load.ts', settings: { testGlobs: ['fakes/**'] } },

    // Options.
    { code: 'throw new Error("m");', options: [{ generic: [] }] },
    { code: 'throw new Error("m");', options: [{ generic: ['TypeError'] }] },
    { code: 'Promise.reject(new Error("m"));', options: [{ channels: ['throw'] }] },
  ],
  invalid: [
    {
      name: 'what is reported',
      code: 'throw new Error("name is required");',
      errors: [
        {
          messageId: 'generic',
          line: 1,
          column: 7,
          endColumn: 36,
          data: {
            name: 'Error',
            suggested: 'InvalidInputError',
            reason: 'message says “is required”',
            channel: 'throw',
            outcome: 'generic',
          },
        },
      ],
    },
    { code: 'throw Error("m");', errors: generic },
    { code: 'throw new Error;', errors: generic },
    { code: 'throw (new Error("m")) as AppError;', errors: generic },
    { code: 'throw new globalThis.Error("m");', errors: generic },
    { code: 'throw new Error(`no ${id}`, { cause });', errors: generic },
    { code: 'throw Object.assign(new Error("m"), { code });', errors: generic },
    { code: 'throw isBad ? new Error("a") : new Error("b");', errors: ['generic', 'generic'] },
    { code: 'throw error ?? new Error("m");', errors: generic },
    { code: 'const error = new Error("m"); error.code = 4; throw error;', errors: generic },
    {
      name: 'once, however often it is thrown',
      code: 'const error = new Error("m"); if (a) throw error; Promise.reject(error);',
      errors: generic,
    },

    // Other channels than `throw`.
    { code: 'Promise.reject(new Error("m"));', errors: generic },
    { code: 'new Promise((resolve, reject) => reject(new Error("m")));', errors: generic },
    { code: 'function f(callback) { callback(new Error("m")); }', errors: generic },
    { code: 'function f(next) { next(new Error("m")); }', errors: generic },
    { code: 'emitter.emit("error", new Error("m"));', errors: generic },
    { code: 'controller.abort(new Error("m"));', errors: generic },
    { code: 'stream.destroy(new Error("m"));', errors: generic },
    { code: 'iterator.throw(new Error("m"));', errors: generic },
    { code: 'deferred.reject(new Error("m"));', errors: generic },
    { code: 'import { err } from "neverthrow"; err(new Error("m"));', errors: generic },

    // Places.
    { code: 'class A { static { throw new Error("m"); } }', errors: generic },
    { code: 'class A { field = (() => { throw new Error("m"); })(); }', errors: generic },
    { code: 'async function* f() { throw new Error("m"); }', errors: generic },
    { code: 'outer: for (const a of b) { throw new Error("m"); }', errors: generic },
    {
      name: 'three deep',
      code: 'try { a(); } catch (e) { try { b(); } catch (f) { try { c(); } catch (g) { throw new Error("m"); } } }',
      errors: generic,
    },
    { code: 'throw new Error("m");', filename: 'src/view.tsx', errors: generic },

    // Options.
    {
      code: 'throw new TypeError("m");',
      options: [{ generic: ['Error', 'TypeError'] }],
      errors: [{ messageId: 'generic', data: { name: 'TypeError', suggested: 'InternalError' } }],
    },
    { code: 'throw new Error("m");', options: [{ channels: ['throw'] }], errors: generic },
    { code: 'throw new Error("unreachable");', options: [{ allowUnreachable: false }], errors: generic },
    {
      code: 'throw new Error("m");',
      options: [{ allowInTests: false }],
      filename: 'src/load.test.ts',
      errors: generic,
    },
    {
      code: 'throw new Error("m");',
      options: [{ maxSuggestions: 0 }],
      errors: [{ messageId: 'generic', suggestions: [] }],
    },
    {
      name: 'a hierarchy without a fitting class',
      code: 'throw new Error("m");',
      settings: { catalog: [] },
      errors: [{ messageId: 'genericUnknown', suggestions: [] }],
    },
    {
      name: 'CRLF and a byte order mark',
      code: '\uFEFFfunction f() {\r\n  throw new Error("m");\r\n}\r\n',
      errors: [{ messageId: 'generic', line: 2, column: 9 }],
    },
  ],
});

import noUnthrownError from '../../rules/no-unthrown-error.ts';
import { testRule, type ExpectedError } from '../support/rule-tester.ts';

const mended = (messageId: string, output: string): ExpectedError[] => [
  { messageId, suggestions: [{ messageId: 'throw', output }] },
];
const bare = (messageId: string): ExpectedError[] => [{ messageId, suggestions: [] }];

testRule('no-unthrown-error', noUnthrownError, {
  valid: [
    'throw new Error("m");',
    'throw Error("m");',
    'function f() { return new Error("m"); }',
    'const f = () => new Error("m");',
    'function* f() { yield new Error("m"); }',
    'reject(new Error("m"));',
    'Promise.reject(new NotFoundError("m"));',
    'callback(new Error("m"));',
    'emitter.emit("error", new Error("m"));',
    'this.error = new Error("m");',
    'errors.push(new Error("m"));',
    'result = new Error("m");',
    'last ??= new Error("m");',
    'const { stack } = new Error("m");',
    'const [first] = [new Error("m")];',
    'new Error("m").stack;',
    'log(new Error().stack);',
    'new Error("m").throw();',
    'const error = new Error("m"); throw error;',
    'let error = new Error("m"); function f() { log(error); }',
    'export const error = new Error("m");',
    'const error = new Error("m"); export { error };',
    'const error = new Error("m"); error.code = 1; throw error;',
    'class A { error = new Error("m"); }',
    'function f(error = new Error("m")) {}',
    'isBad && fail(new Error("m"));',
    'const error = isBad && new Error("m"); if (error) throw error;',
    'new Error("m") ? a() : b();',
    'new Error("m") && a();',
    { name: 'said to be on purpose', code: 'void new Error("m");' },
    'items.map((item) => new Error(item));',
    'source.pipe(map(() => new Error("m")));',
    'load().catch(() => new Error("m"));',
    'throwError(() => new Error("m"));',
    'expect(() => new RangeError("m")).not.toThrow();',
    'cache.forEach((item) => { item.error = new Error("m"); });',

    // Other classes.
    'new Promise(run);',
    'new ErrorReporter();',
    'new Errors();',
    'new Failure(view);',
    'create_error("m");',
    'makeError("m");',
    'class TimeoutError extends Widget {} new TimeoutError(view);',
    'class CustomError {} new CustomError(view);',
    'import { Error } from "./views"; new Error(view); Error(view);',
    'function Error() {} Error("m"); new Error("m");',
    { name: 'a constructor that does something', code: 'new ViewError(view);', options: [{ allow: ['ViewError'] }] },
    { code: 'new errors.ViewError(view);', options: [{ allow: ['errors.*'] }] },
    { name: 'a test of the constructor', code: 'new NotFoundError("m");', filename: 'src/errors.test.ts' },
  ],
  invalid: [
    {
      code: 'new Error("m");',
      errors: [
        {
          messageId: 'unthrown',
          line: 1,
          column: 1,
          data: { name: 'Error' },
          suggestions: [{ messageId: 'throw', output: 'throw new Error("m");' }],
        },
      ],
    },
    { code: 'Error("m");', errors: mended('unthrown', 'throw Error("m");') },
    { code: 'new NotFoundError(id)', errors: mended('unthrown', 'throw new NotFoundError(id)') },
    { code: 'new errors.NotFound.Error(id);', errors: mended('unthrown', 'throw new errors.NotFound.Error(id);') },
    { code: 'new IllegalStateException("m");', errors: ['unthrown'] },
    { code: 'new globalThis.Error("m");', errors: ['unthrown'] },
    { code: 'new AggregateError([], "m");', errors: ['unthrown'] },
    { code: '(new Error("m"));', errors: mended('unthrown', 'throw (new Error("m"));') },
    { code: 'new Error("m") as never;', errors: mended('unthrown', 'throw new Error("m") as never;') },
    {
      code: 'if (isBad) new Error("m"); else a();',
      errors: mended('unthrown', 'if (isBad) throw new Error("m"); else a();'),
    },
    { code: 'if (isBad) { /*a*/ new Error(/*b*/ "m") /*c*/; // d\n}', errors: ['unthrown'] },
    { code: 'switch (kind) { case 1: break; default: new Error(`m ${kind}`); }', errors: ['unthrown'] },
    { code: 'label: new Error("m");', errors: ['unthrown'] },
    { code: 'class A { static { new Error("m"); } }', errors: ['unthrown'] },
    { code: 'async function* f() { for await (const x of y) new Error("m"); }', errors: ['unthrown'] },
    { code: 'try { a(); } catch (e) { new Error("m", { cause: e }); }', errors: ['unthrown'] },
    { code: 'const f = () => { new Error("m"); };', errors: ['unthrown'] },
    {
      name: 'tests are checked when asked for',
      code: 'new Error("m");',
      filename: 'src/a.test.ts',
      options: [{ allowInTests: false }],
      errors: ['unthrown'],
    },

    // As the last value of an expression that nobody reads.
    { code: 'isBad && new Error("m");', errors: mended('unthrown', 'if (isBad) throw new Error("m");') },
    { code: '(a || b) && new Error("m");', errors: mended('unthrown', 'if ((a || b)) throw new Error("m");') },
    { code: 'isGood || new Error("m");', errors: mended('unthrown', 'if (!(isGood)) throw new Error("m");') },
    { code: 'value ?? new Error("m");', errors: bare('unthrown') },
    { code: '(isBad && new Error("m"));', errors: bare('unthrown') },
    { code: 'isBad && (new Error("m"));', errors: bare('unthrown') },
    { code: 'isBad /* why */ && new Error("m");', errors: bare('unthrown') },
    { code: 'isBad ? new Error("m") : a();', errors: bare('unthrown') },
    { code: 'count(), new Error("m");', errors: bare('unthrown') },
    { code: 'a && b && new Error("m");', errors: mended('unthrown', 'if (a && b) throw new Error("m");') },

    // In a variable that nothing reads.
    { code: 'function f() { const error = isBad ? new LoadError("m") : undefined; }', errors: bare('unused') },
    { code: 'function f() { const error = isBad && new LoadError("m"); }', errors: bare('unused') },
    {
      code: 'function f() { const error = new Error("m"); }',
      errors: mended('unused', 'function f() { throw new Error("m"); }'),
    },
    {
      code: 'function f() { const error: Error = new GoneError("m"); }',
      errors: mended('unused', 'function f() { throw new GoneError("m"); }'),
    },
    { code: 'import "a"; let error = new Error("m");', errors: ['unused'] },
    { code: 'function f() { const /* a */ error = new Error("m"); }', errors: bare('unused') },
    { code: 'function f() { const error = (new Error("m")); }', errors: bare('unused') },
    { code: 'function f() { const a = 1, error = new Error("m"); return a; }', errors: bare('unused') },
    { code: 'for (let error = new Error("m"); ;) a();', errors: bare('unused') },
    {
      name: 'written, but never read',
      code: 'function f() { let error = new Error("m"); error = null; }',
      errors: ['unused'],
    },

    // As the result of a callback that nobody asks for it.
    {
      code: 'items.forEach((item) => new Error(item));',
      errors: mended('returned', 'items.forEach((item) => { throw new Error(item); });'),
    },
    {
      code: 'setTimeout(() => new TimeoutError("m"), 100);',
      errors: [{ messageId: 'returned', data: { name: 'TimeoutError', callee: 'setTimeout' } }],
    },
    { code: 'setTimeout(() => (new Error("m")));', errors: bare('returned') },
    { code: 'socket.on("close", () => new Error("m"));', errors: ['returned'] },
    { code: 'load().finally(() => new Error("m"));', errors: ['returned'] },

    // Classes of the file are known by what they extend.
    {
      code: 'class Boom extends Error {} new Boom();',
      errors: mended('unthrown', 'class Boom extends Error {} throw new Boom();'),
    },
    { code: 'class Base extends TypeError {} const Gone = class extends Base {}; new Gone();', errors: ['unthrown'] },
    { code: 'class Gone extends HttpError {} new Gone();', errors: ['unthrown'] },
  ],
});

import onlyThrowErrors from '../../rules/only-throw-errors.ts';
import { testRule, type ExpectedError } from '../support/rule-tester.ts';

const notAnError = ['notAnError'];
const nothing = ['nothing'];
const described = (what: string): ExpectedError[] => [{ messageId: 'notAnError', data: { what } }];
const wrapped = (output: string): ExpectedError[] => [
  { messageId: 'notAnError', suggestions: [{ messageId: 'wrap', output }] },
];
const bare = (messageId = 'notAnError'): ExpectedError[] => [{ messageId, suggestions: [] }];

testRule('only-throw-errors', onlyThrowErrors, {
  valid: [
    // Errors.
    'throw new Error("m");',
    'throw Error("m");',
    'throw new NotFoundError(id);',
    'const error = new Error("m"); throw error;',
    'throw createError(404);',
    'throwError(() => new Error("m"));',
    'throwError("m");',
    'throw Object.assign(new Error("m"), { code });',

    // What may be an error, as far as the text tells.
    'throw error;',
    'throw this.error;',
    'throw errors[code];',
    'throw response?.error;',
    'throw await failure;',
    'function* f() { throw yield 1; }',
    'throw tag`m`;',
    'class A { #error; fail() { throw this.#error; } }',
    'throw (cache = new Error("m"));',
    'throw (last ??= "m");',
    'throw (last ||= "m");',
    'throw (count(), new Error("m"));',
    'throw "m" && new Error("m");',
    'throw error || "unknown";',
    'throw error ?? "unknown";',
    'throw isBad ? error : "m";',
    'let text = "m"; text = find(); throw text;',
    'function fail(text) { throw text; }',
    'throw error as any;',

    // A caught value goes on as it came.
    'try { load(); } catch (e) { throw e; }',
    'load().catch((e) => Promise.reject(e));',
    'read(path, (err, data) => { if (err) return done(err); done(null, data); });',
    'signal.throwIfAborted(); throw signal.reason;',
    'new Promise((resolve, reject) => { signal.addEventListener("abort", () => reject(signal.reason)); });',

    // Who is told of an error may take a text, and some say so.
    'function resolve(items, onError) { onError("Keys must be unique"); }',
    'function parse(text, onError) { onError(`No value for ${text}`); }',
    {
      code: 'function parse(fail: unknown, done: (message: string) => void) { done("Keys must be unique"); }',
      filename: 'a.ts',
    },

    // Frameworks that steer by throwing.
    'throw redirect("/login");',
    'throw new Response("gone", { status: 410 });',
    'throw json({ missing: id }, { status: 404 });',
    'throw error(404, "gone");',
    'throw notFound();',
    'throw promise;',

    // Rejections.
    'Promise.reject(new Error("m"));',
    'Promise.reject(reason);',
    'new Promise((resolve, reject) => reject(new TypeError("m")));',
    'new Promise((resolve, { reject }) => reject);',
    'new Promise((resolve, reject) => { resolve(5, reject); });',
    'Promise.resolve("m");',
    'store.reject("m");',
    'class A { #reject; fail() { Promise.#reject("m"); } }',
    'items.reject((item) => item.done);',
    'job.reject({ requeue: true });',
    {
      name: 'bound to something else',
      code: 'new Promise((resolve, reject) => { { const reject = drop; reject("m"); } });',
    },

    // Callbacks.
    'function f(callback) { callback(null, data); }',
    'function f(callback) { callback(undefined, data); }',
    'function f(callback) { callback(); }',
    'function f(next) { next("route"); }',
    'function f(done) { done("x"); }',
    'test("a", (done) => { done(); });',
    'function f(cb) { cb(true); }',
    'import { callback } from "views"; callback("no failure: could not load");',
    'function f(fn) { fn({ id: 1 }); }',

    // Events, aborts, streams, generators.
    'emitter.emit("error", new Error("m"));',
    'emitter.emit("data", "m");',
    'emitter.emit("error");',
    'controller.abort();',
    'controller.abort(new Error("m"));',
    'controller.abort(null);',
    'map.abort("m");',
    'stream.destroy();',
    'stream.destroy(error);',
    'stream.destroy(undefined);',
    'iterator.throw(new Error("m"));',
    'dice.throw(6);',
    { name: 'results are values, which an option can ask for', code: 'import { err } from "neverthrow"; err("m");' },
    'Result.err("m");',

    // Options.
    { code: 'Promise.reject();', options: [{ allowEmptyReject: true }] },
    { code: 'new Promise((resolve, reject) => reject());', options: [{ allowEmptyReject: true }] },
    { code: 'Promise.reject("m");', options: [{ channels: ['throw'] }] },
    { code: 'throw goTo("/login").toString();', options: [{ allow: ['*.toString'] }] },
    { code: 'try { load(); } catch (e) { throw wrap(e); }', options: [{ allowRethrow: false }] },
    { code: 'try { load(); } catch (e) { throw new Error("m", { cause: e }); }', options: [{ allowRethrow: false }] },
  ],
  invalid: [
    // Text: wrapped as it is.
    { code: 'throw "m";', errors: wrapped('throw new Error("m");') },
    { code: "throw 'm'", errors: wrapped("throw new Error('m')") },
    { code: 'throw `cannot load ${id}`;', errors: wrapped('throw new Error(`cannot load ${id}`);') },
    { code: 'throw "cannot load " + id;', errors: wrapped('throw new Error("cannot load " + id);') },
    { code: 'throw ("m");', errors: wrapped('throw (new Error("m"));') },
    { code: 'throw /*a*/ "m" /*b*/; // c', errors: wrapped('throw /*a*/ new Error("m") /*b*/; // c') },
    { code: 'throw (\n\t// why\n\t`m`\n)', errors: wrapped('throw (\n\t// why\n\tnew Error(`m`)\n)') },
    { code: '\uFEFFthrow "m";\r\n', errors: wrapped('\uFEFFthrow new Error("m");\r\n') },
    { name: 'a comment inside', code: 'throw "m" /*a*/ + id;', errors: wrapped('throw new Error("m" /*a*/ + id);') },

    // Other values: nothing can be offered.
    {
      code: 'throw 404;',
      errors: [{ messageId: 'notAnError', data: { what: 'A number' }, line: 1, column: 1, suggestions: [] }],
    },
    { code: 'throw 4n;', errors: described('A number') },
    { code: 'throw true;', errors: described('A primitive value') },
    { code: 'throw null;', errors: described('`null`') },
    { code: 'throw undefined;', errors: described('`undefined`') },
    { code: 'throw void 0;', errors: described('`undefined`') },
    { code: 'throw /x/;', errors: described('A regular expression') },
    { code: 'throw { code: 4 };', errors: described('A plain object') },
    { code: 'throw [];', errors: described('An array') },
    { code: 'throw () => error;', errors: described('A function') },
    { code: 'throw class extends Error {};', errors: described('A function') },
    { code: 'throw !error;', errors: described('A primitive value') },
    { code: 'throw typeof error;', errors: described('A primitive value') },
    { code: 'throw count++;', errors: described('A primitive value') },
    { code: 'throw error + "";', errors: notAnError },
    { code: 'throw String(error);', errors: notAnError },
    { code: 'throw error.toString();', errors: notAnError },
    { code: 'throw JSON.stringify(body);', errors: notAnError },
    { code: 'throw parts.join(", ");', errors: notAnError },
    { code: 'throw "m" as any;', errors: bare() },
    { code: 'throw <Error>{ message: "m" };', errors: bare() },
    { code: 'throw { message: "m" } as Error;', errors: bare() },

    // Through operators.
    { code: 'throw (cache = "m");', errors: notAnError },
    { code: 'throw (count += error);', errors: notAnError },
    { code: 'throw (last &&= "m");', errors: notAnError },
    { code: 'throw (new Error("m"), "m");', errors: notAnError },
    { code: 'throw error && "m";', errors: notAnError },
    { code: 'throw "a" || "b";', errors: notAnError },
    { code: 'throw isBad ? "a" : { b };', errors: notAnError },
    { code: 'const text = "m"; throw text;', errors: bare() },
    { code: 'const text = "m"; const copy = text; throw copy;', errors: notAnError },
    { code: 'const a = b; const b = a; throw "m";', errors: notAnError },

    // Rejections.
    { code: 'Promise.reject("m");', errors: wrapped('Promise.reject(new Error("m"));') },
    { code: 'Promise.reject("m", other);', errors: wrapped('Promise.reject(new Error("m"), other);') },
    { code: 'Promise.reject({ code: 4 });', errors: notAnError },
    { code: 'Promise.reject?.(4);', errors: notAnError },
    { code: '(Promise?.reject)(4);', errors: notAnError },
    { code: 'Promise["reject"](4);', errors: notAnError },
    { code: 'Promise.reject();', errors: bare('nothing') },
    { code: 'Promise.reject(undefined);', errors: nothing },
    { code: 'Promise.reject(void 0);', errors: nothing },
    {
      code: 'new Promise((resolve, reject) => reject("m"));',
      errors: wrapped('new Promise((resolve, reject) => reject(new Error("m")));'),
    },
    { code: 'new Promise((resolve, reject) => { reject(); });', errors: nothing },
    { code: 'new Promise(function (yes, no) { no("m"); });', errors: notAnError },
    { code: 'new Promise(({}, no) => no("m"));', errors: notAnError },
    { code: 'new Promise((resolve, no = other) => no("m"));', errors: notAnError },
    {
      code: 'let fail; new Promise((resolve, reject) => { fail = reject; }); fail("cannot load");',
      errors: notAnError,
    },
    { code: 'new Promise((resolve, reject) => { setTimeout(() => reject("timeout"), 10); });', errors: notAnError },
    {
      code: 'new Promise((resolve, reject) => { read(path, (err) => { if (err) reject("cannot read"); }); });',
      errors: notAnError,
    },
    { code: 'throwError(() => "m");', errors: wrapped('throwError(() => new Error("m"));') },
    { code: 'deferred.reject("m");', errors: notAnError },
    { code: 'this.pending.reject("m");', errors: notAnError },
    { code: 'pending.reject({ code });', errors: notAnError },
    { code: 'job.reject("m");', errors: notAnError },
    { code: 'const { promise, reject } = Promise.withResolvers(); reject("m");', errors: notAnError },

    // Callbacks.
    {
      code: 'function f(callback) { callback("could not load"); }',
      errors: wrapped('function f(callback) { callback(new Error("could not load")); }'),
    },
    { code: 'function f(cb) { cb(`no ${id}`); }', errors: notAnError },
    { code: 'function f(next) { next("bad " + id); }', errors: notAnError },
    { code: 'function f(done) { done("failed"); }', errors: notAnError },

    // Events, aborts, streams, generators, results.
    { code: 'emitter.emit("error", "m");', errors: wrapped('emitter.emit("error", new Error("m"));') },
    { code: 'this.emit("error", { code: 4 });', errors: notAnError },
    { code: 'controller.abort("stopped");', errors: notAnError },
    { code: 'abortController.abort({ code: 4 });', errors: notAnError },
    { code: 'stream.destroy("m");', errors: notAnError },
    { code: 'iterator.throw("m");', errors: notAnError },
    { code: 'import { err } from "neverthrow"; err("m");', options: [{ channels: ['result'] }], errors: notAnError },
    { code: 'Result.err("m");', options: [{ channels: ['result'] }], errors: notAnError },

    // Options.
    { code: 'Promise.reject(undefined);', options: [{ allowEmptyReject: true }], errors: nothing },
    { code: 'throw redirect("/login").toString();', options: [{ allow: [] }], errors: notAnError },
    {
      code: 'try { load(); } catch (e) { throw e; }',
      options: [{ allowRethrow: false }],
      errors: described('A caught value'),
    },
    { code: 'load().catch((e) => Promise.reject(e));', options: [{ allowRethrow: false }], errors: notAnError },
    { code: 'throw signal.reason;', options: [{ allowRethrow: false }], errors: notAnError },
    {
      name: 'what is reported',
      code: 'function f(callback) { callback("could not load"); }',
      errors: [{ messageId: 'notAnError', data: { what: 'A string', channel: 'callback', outcome: 'non-error' } }],
    },
    {
      name: 'three deep',
      code: 'try { a(); } catch { try { b(); } catch { try { c(); } catch { throw "m"; } } }',
      errors: notAnError,
    },
  ],
});

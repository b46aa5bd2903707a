import noErrorMutation from '../../rules/no-error-mutation.ts';
import { testRule, type ExpectedError } from '../support/rule-tester.ts';

const inCatch = (body: string, name = 'e'): string => `try { load(); } catch (${name}) { ${body} }`;
const wrapped = (output: string): ExpectedError[] => [
  { messageId: 'mutated', suggestions: [{ messageId: 'wrap', output }] },
];
const bare: ExpectedError[] = [{ messageId: 'mutated', suggestions: [] }];

testRule('no-error-mutation', noErrorMutation, {
  valid: [
    // The caught error stays as it is.
    inCatch('throw e;'),
    inCatch('throw new Error(`Could not load: ${e.message}`, { cause: e });'),
    inCatch('const failure = new Error("m"); failure.message = e.message; failure.cause = e; throw failure;'),
    inCatch('state.message = e.message; throw e;'),
    inCatch('message = e.message; throw e;'),
    inCatch('e = new Error("m", { cause: e }); throw e;'),
    inCatch('const { message } = e; throw e;'),
    inCatch('delete e.config; throw e;'),
    inCatch('e.withContext({ id }); throw e;'),
    inCatch('Error.captureStackTrace(e); throw e;'),

    // Other properties identify nothing.
    inCatch('e.statusCode ??= 500; throw e;'),
    inCatch('e.status = 500; next(e);'),
    inCatch('e.context = { id }; throw e;'),
    inCatch('e.response.message = "m"; throw e;'),
    inCatch('e.details.code = 1; throw e;'),
    inCatch('e[key] = "m"; throw e;'),
    inCatch('Object.assign(e, { id, attempt: 2 }); throw e;'),
    inCatch('Object.defineProperty(e, "id", { value: id }); throw e;'),
    inCatch('Object.defineProperty(e, key, { value: id }); throw e;'),
    inCatch('Object.assign(target, e); throw e;'),
    inCatch('Object.assign(new Error("m"), { code: 1, cause: e }); throw e;'),

    // Filling in and adding to hides nothing.
    inCatch('e.code ??= "UNKNOWN"; throw e;'),
    inCatch('e.message ||= "Could not load"; throw e;'),
    inCatch('e.stack += asyncStack; throw e;'),
    inCatch('e.stack = `${e.stack}\\n${asyncStack}`; throw e;'),
    inCatch('e.stack = clean(e.stack); throw e;'),

    // It never leaves the handler.
    'app.use((err, req, res, next) => { err.code = Number(err.code) || 500; log(err); res.status(err.code).json(view(err)); });',
    inCatch('e.message = `Could not load: ${e.message}`; console.error(e);'),
    inCatch('e.message = "m";'),

    // Classes of the project may be completed.
    `class LoadError extends Error {} ${inCatch('if (e instanceof LoadError) e.message = "m"; throw e;')}`,
    `import { LoadError } from './errors'; ${inCatch('if (e instanceof LoadError && isOpen) { e.code = "OPEN"; } throw e;')}`,
    `import * as errors from '@/errors'; ${inCatch('if (!(e instanceof errors.LoadError)) throw e; e.code = "OPEN"; throw e;')}`,
    `import { LoadError } from '#errors'; ${inCatch('e instanceof LoadError && (e.code = "OPEN"); throw e;')}`,
    inCatch('if (e instanceof TaskNotFoundError) e.message = "m"; throw e;'),

    // Other variables of the name.
    inCatch('list.forEach((e) => { e.message = "m"; }); throw e;'),
    'function fail(error) { error.message = "m"; throw error; }',
    'for (const result of results) if (result.status === "rejected") { result.reason = null; throw result; }',

    // Options.
    { code: inCatch('e.code = "LOAD"; throw e;'), options: [{ allowProps: ['code'] }] },
    { code: 'load().catch((e) => { e.message = "m"; throw e; });', options: [{ kinds: ['catch-clause'] }] },
  ],
  invalid: [
    {
      code: inCatch('e.message = `Could not load: ${e.message}`; throw e;'),
      errors: [
        {
          messageId: 'mutated',
          line: 1,
          column: 29,
          data: { name: 'e', property: 'message', handlerKind: 'catch-clause', outcome: 'rethrown' },
          suggestions: [
            {
              messageId: 'wrap',
              output: inCatch('throw new Error(`Could not load: ${e.message}`, { cause: e });'),
            },
          ],
        },
      ],
    },
    {
      code: inCatch('e.message += " (while loading)"; throw e;'),
      errors: wrapped(inCatch('throw new Error(e.message + " (while loading)", { cause: e });')),
    },
    {
      code: 'try {\n  load();\n} catch (error) {\n  error.message = "Could not load"\n  throw error\n}\n',
      errors: wrapped(
        'try {\n  load();\n} catch (error) {\n  throw new Error("Could not load", { cause: error })\n}\n',
      ),
    },
    {
      code: 'try { load(); } catch (e) { (e as Error).message = `Could not load: ${(e as Error).message}`; throw e; }',
      errors: wrapped(
        'try { load(); } catch (e) { throw new Error(`Could not load: ${(e as Error).message}`, { cause: e }); }',
      ),
    },
    { name: 'a comment would be lost', code: inCatch('e.message = "m"; /* as it came */ throw e;'), errors: bare },
    { name: 'a comment would be lost', code: inCatch('e.message = /* for people */ "m"; throw e;'), errors: bare },
    { name: 'something stands between', code: inCatch('e.message = "m"; close(); throw e;'), errors: bare },
    { code: inCatch('if (isOpen) e.message = "m"; throw e;'), errors: bare },
    { code: inCatch('e.message = (count(), "m"); throw e;'), errors: ['mutated'] },
    { code: inCatch('e.name = "LoadError"; throw e;'), errors: bare },
    { code: inCatch('e.code = "LOAD"; throw e;'), errors: bare },
    { code: inCatch('e["code"] = "LOAD"; throw e;'), errors: bare },
    { code: inCatch('e.cause = other; throw e;'), errors: bare },
    { code: inCatch('e.stack = ""; throw e;'), errors: bare },
    {
      code: inCatch('e!.message = "m"; return reject(e);').replace('try', 'function f(reject) { try') + ' }',
      errors: bare,
    },
    { code: inCatch('Object.assign(e, { message: "m" }); throw e;'), errors: bare },
    { code: inCatch('throw Object.assign(e, { id, code: "LOAD" });'), errors: bare },
    { code: inCatch('delete e.stack; throw e;'), errors: bare },
    { code: 'app.use((err, req, res, next) => { err.code = Number(err.code) || 500; next(err); });', errors: bare },
    { code: inCatch('delete (e as Error).cause; throw e;'), errors: bare },
    {
      code: inCatch('throw Object.assign(e, details);'),
      errors: [
        { messageId: 'mutated', data: { name: 'e', property: '*', handlerKind: 'catch-clause', outcome: 'rethrown' } },
      ],
    },
    { code: inCatch('throw Object.assign(e, { id, ...details });'), errors: bare },
    { code: inCatch('Object.defineProperty(e, "message", { value: "m" }); throw e;'), errors: bare },
    { code: inCatch('Reflect.set(e, "code", 1); throw e;'), errors: bare },
    { name: 'an alias', code: inCatch('const error = e; error.message = "m"; throw error;'), errors: ['mutated'] },
    {
      name: 'an alias that is an error for sure',
      code: inCatch('const error = toError(e); error.code = "LOAD"; throw error;'),
      errors: bare,
    },
    {
      name: 'both, one after the other',
      code: inCatch('e.name = "A"; e.message = "m"; throw e;'),
      errors: ['mutated', 'mutated'],
    },
    { code: inCatch('if (e instanceof Error) { e.message = "m"; } throw e;'), errors: bare },
    { code: inCatch('if (e.code === "ENOENT") { e.message = "m"; } throw e;'), errors: bare },
    {
      name: 'the class of a package',
      code: `import { HTTPError } from 'got'; ${inCatch('if (e instanceof HTTPError) e.message = "m"; throw e;')}`,
      errors: bare,
    },
    {
      name: 'the class is known elsewhere only',
      code: `import { LoadError } from './errors'; ${inCatch('if (e instanceof LoadError) log(e); else e.code = 1; throw e;')}`,
      errors: bare,
    },
    {
      code: `class LoadError extends Error {} ${inCatch('if (e instanceof LoadError) e.message = "m"; throw e;')}`,
      options: [{ allowOwnErrors: false }],
      errors: bare,
    },

    // Every kind of handler.
    {
      code: 'load().catch((e) => { e.message = "m"; throw e; });',
      errors: wrapped('load().catch((e) => { throw new Error("m", { cause: e }); });'),
    },
    { code: 'load().then(use, (e) => { e.code = 1; return Promise.reject(e); });', errors: bare },
    {
      code: 'read(path, (err, data) => { if (err) { err.message = "m"; return done(err); } done(null, data); });',
      errors: bare,
    },
    { code: 'socket.on("error", (error) => { error.message = "m"; this.emit("error", error); });', errors: bare },
    { code: 'app.use((err, req, res, next) => { err.message = "m"; next(err); });', errors: bare },
    {
      code: 'async function f() { try { return await load(); } catch (e) { e.message = "m"; return { error: e }; } }',
      errors: bare,
    },
    { code: 'class A { static { try { load(); } catch (e) { e.message = "m"; throw e; } } }', errors: ['mutated'] },
    { code: 'async function* f() { try { yield* load(); } catch (e) { e.message = "m"; yield e; } }', errors: bare },
    {
      code: 'outer: for (const x of y) { try { using z = open(x); } catch (e) { e.message = "m"; errors.push(e); continue outer; } }',
      errors: bare,
    },
  ],
});

import requireCause from '../../rules/require-cause.ts';
import { testRule } from '../support/rule-tester.ts';

const missing = [{ messageId: 'missing' }];

testRule('require-cause', requireCause, {
  valid: [
    // No error is made.
    'load().pipe(catchError((e) => throwError(() => e)));',
    'load().pipe(catchError((e) => throwError(() => new LoadError("m", { cause: e }))));',
    'try { load(); } catch (e) { throw e; }',
    'try { load(); } catch (e) { console.error(e); }',
    'throw new Error("outside every handler");',
    'try { throw new Error("in the guarded block"); } catch (e) { throw e; }',
    'try { load(); } catch (e) { throw toError(e); }',
    'try { load(); } catch (e) { done(e); } finally { throw new Error("finally knows of no error"); }',
    { name: 'after the handler has ended', code: 'try { load(); } catch (e) { note(e); }\nthrow new Error("later");' },

    // The cause is there.
    'try { load(); } catch (e) { throw new Error("Cannot load.", { cause: e }); }',
    'try { load(); } catch (e) { throw Error("Cannot load.", { cause: e }); }',
    'try { load(); } catch (cause) { throw new Error("Cannot load.", { cause }); }',
    "try { load(); } catch (e) { throw new TypeError('Cannot load.', { 'cause': e, retryable: true }); }",
    "try { load(); } catch (e) { throw new Error('Cannot load.', { ['cause']: e }); }",
    'try { load(); } catch (e) { throw new Error("m", { cause: other, cause: e }); }',
    'try { load(); } catch (e) { throw (new Error("m", ({ cause: (e) }))); }',
    'try { load(); } catch (e) { throw new globalThis.Error("m", { cause: e }); }',

    // It is the same error under a cast, a normaliser, an alias or a choice.
    'try { load(); } catch (e) { throw new Error("m", { cause: e as Error }); }',
    'try { load(); } catch (e) { throw new Error("m", { cause: <Error>e }); }',
    'try { load(); } catch (e) { throw new Error("m", { cause: (e as any)! }); }',
    'try { load(); } catch (e) { throw new Error("m", { cause: toError(e) }); }',
    'try { load(); } catch (e) { const err = e as Error; throw new Error(err.message, { cause: err }); }',
    'try { load(); } catch (e) { throw new Error("m", { cause: e instanceof Error ? e : undefined }); }',
    'try { load(); } catch (e) { throw new Error("m", { cause: e ?? new Error("unknown") }); }',
    'try { load(); } catch (e) { throw new Error("m", { cause: { error: e, orderId } }); }',
    'let cause; try { load(); } catch (e) { if (e instanceof Error) cause = e; throw new Error("m", { cause }); }',

    // What is no error yet becomes one.
    'try { load(); } catch (e) { throw e instanceof Error ? e : new Error(String(e)); }',
    'try { load(); } catch (e) { show(e instanceof Error ? e : new Error("It failed")); }',
    'try { load(); } catch (e) { const error = typeof e === "string" ? new Error(e) : e; throw error; }',
    'try { load(); } catch (e) { if (typeof e === "string") throw new Error(e); throw e; }',
    'try { load(); } catch (e) { const pretty = createErrorFromString(e, map); throw new BuildError(pretty); }',

    'open(path, (err, file) => { if (err || !file) reject(err || new Error("It is empty")); });',
    'try { load(); } catch (e) { throw e ?? new Error("Nothing was thrown"); }',

    // An event of the web says nothing more to who does not ask it.
    'image.onerror = () => reject(new Error("It did not load"));',
    'xhr.addEventListener("error", () => reject(new UploadError("Network error")));',
    'reader.onerror = () => reject(reader.error ?? new Error("Cannot read"));',
    'request.onerror = (event) => reject(new DatabaseError(action, event.target.error));',
    'request.onerror = (event) => { const error = (event.target as IDBRequest).error!; reject(new DatabaseError(action, error)); };',

    // The new error goes by its stack.
    'try { load(); } catch (e) { const { message, stack } = e; throw LoadError.NotFound({ message, stack, data }); }',
    'try { load(); } catch (e) { throw new LoadError({ message: e.message, stack: e.stack }); }',

    // It is in another slot.
    'try { load(); } catch (e) { throw new AppError("m", e); }',
    'try { load(); } catch (e) { throw new AppError({ message: "m", cause: e }); }',
    'try { load(); } catch (e) { throw new AppError("m", 500, { originalError: e }); }',
    'try { load(); } catch (e) { throw AppError.from(e, "m"); }',
    'try { load(); } catch (e) { throw wrap(e, "m"); }',
    'try { load(); } catch (e) { throw new AppError("m").causedBy(e).build(); }',
    'try { load(); } catch (e) { throw Object.assign(new Error("m"), { cause: e }); }',
    'try { load(); } catch (e) { const error = new Error("m"); error.cause = e; throw error; }',
    'try { load(); } catch (e) { const error = new Error("m"); (error as any).cause = e; throw error; }',
    'try { load(); } catch (e) { const error = new ListError("m"); error.errors.push(e); throw error; }',
    'try { load(); } catch (e) { throw new AggregateError([e], "m"); }',
    'try { load(); } catch (e) { throw new AggregateError([first, e], "m"); }',
    'try { load(); } catch (e) { throw new AggregateError([], "m", { cause: e }); }',
    'try { load(); } catch (e) { throw new SuppressedError(e, pending, "m"); }',
    'try { load(); } catch (e) { throw new SuppressedError(pending, e, "m"); }',
    'try { load(); } catch (e) { const inner = new Error("m"); inner.cause = e; throw new AppError("m", { cause: inner }); }',
    'try { load(); } catch (e) { throw new AppError("m", { cause: new Error("m", { cause: e }) }); }',
    'try { load(); } catch (e) { const options = { cause: e }; throw new Error("m", options); }',

    // What the text cannot tell is not reported.
    'try { load(); } catch (e) { const options = { cause: e }; throw new Error("m", { ...options }); }',
    'try { load(); } catch (e) { throw new Error("m", { ...defaults }); }',
    'try { load(); } catch (e) { throw new Error(...args); }',
    'try { load(); } catch (e) { throw new Error("m", ...rest); }',
    'function rethrow(options) { try { load(); } catch (e) { throw new AppError("m", options); } }',
    'try { load(); } catch (e) { throw new Error("m", getOptions(id)); }',

    // The throw leaves another function than the handler.
    'try { load(); } catch (e) { onRetry(() => { throw new Error("a callback that runs later"); }); note(e); }',
    'try { load(); } catch (e) { note(e); return { run() { throw new Error("m"); } }; }',
    'try { load(); } catch (e) { note(e); class Local { field = fail(); method() { throw new Error("m"); } } }',

    // An inner handler may keep the error of the outer one.
    'try { load(); } catch (e) { try { undo(); } catch (inner) { note(inner); throw new Error("m", { cause: e }); } }',
    'try { a(); } catch (e) { try { b(); } catch (f) { try { c(); } catch (g) { throw new AppError("m", [e, f, g]); } } }',

    // A comment says why there is none.
    'try { load(); } catch (e) {\n  // no-cause: the parser error quotes the secret\n  throw new Error("m");\n}',
    'try { load(); } catch (e) {\n  throw new Error("m"); // no-cause: quotes the secret\n}',
    'try { load(); } catch (e) { throw new Error(/* no-cause: quotes the secret */ "m"); }',
    { code: 'try { load(); } catch {\n  // no-cause: any failure means absent\n  throw new NotFoundError("m");\n}' },

    // Classes that take no cause.
    'try { load(); } catch (e) { throw new DOMException("m", "AbortError"); }',
    'try { load(); } catch (e) { throw new AssertionError({ message: "m" }); }',

    // Other handlers.
    'load().catch((e) => { throw new Error("m", { cause: e }); });',
    'load().then(use, (e) => Promise.reject(new Error("m", { cause: e })));',
    'fs.readFile(path, (err, data) => { if (err) return done(new Error("m", { cause: err })); done(null, data); });',
    {
      name: 'without an error',
      code: 'read(path, (err, data) => { if (!data) return done(new Error("no data")); use(err); });',
    },
    {
      name: 'the error went before',
      code: 'read(path, (err, data) => { if (err) return done(err); if (!data) done(new Error("none")); });',
    },
    'stream.on("error", (e) => { reject(new Error("m", { cause: e })); });',
    'stream.on("data", (e) => { reject(new Error("no error event")); });',
    'for (const result of results) if (result.status === "rejected") throw new Error("m", { cause: result.reason });',
    'if (results[0].status === "rejected") throw new Error("m", { cause: results[0].reason });',
    'source.subscribe({ error: (e) => { reject(new Error("m", { cause: e })); } });',
    'try { load(); } catch (e) { return next(new Error("m", { cause: e })); }',

    // Not a failure channel, or not an error.
    'try { load(); } catch (e) { const copy = new Error("m"); log(e, copy.stack); }',
    'try { load(); } catch (e) { note(e); throw redirect("/login"); }',
    'try { load(); } catch (e) { note(e); throw new Response("gone", { status: 410 }); }',
    'try { load(); } catch (e) { next("route"); }',
    {
      name: 'made before',
      code: 'const early = new Error("early"); try { load(); } catch (e) { note(e); throw early; }',
    },

    // Options.
    { code: 'try { load(); } catch (e) { throw new AppError("m"); }', options: [{ checkClasses: 'built-in' }] },
    { code: 'try { load(); } catch { throw new Error("m"); }', options: [{ requireBinding: false }] },
    { code: 'load().catch((e) => { throw new Error("m"); });', options: [{ kinds: ['catch-clause'] }] },
    {
      code: 'try { load(); } catch (e) { throw new HttpException("m", 400); }',
      options: [{ exempt: ['HttpException'] }],
    },
    {
      code: 'try { load(); } catch (e) { throw new MyError("m", data, { cause: e }); }',
      options: [{ classes: [{ name: 'MyError', position: 2 }] }],
    },
    {
      code: 'try { load(); } catch (e) { throw new MyError(e); }',
      options: [{ checkClasses: 'built-in', classes: [{ name: 'MyError', position: 0 }] }],
    },
    { code: 'try { load(); } catch (e) { throw fromFailure("m", e); }', settings: { errorFactories: ['fromFailure'] } },
    {
      code: 'try { load(); } catch (e) { throw new Error("m", { cause: clean(e) }); }',
      settings: { normalizers: ['clean'] },
    },
  ],
  invalid: [
    {
      code: 'try { load(); } catch (e) { throw new LoadError({ message: e.message, stack: trace }); }',
      errors: ['missing'],
    },
    {
      name: 'a stream of RxJS',
      code: 'load().pipe(catchError((e) => throwError(() => new LoadError("m"))));',
      errors: ['missing'],
    },
    {
      name: 'an event that was asked for',
      code: 'ws.onerror = (event) => reject(new Error("m"));',
      errors: ['missing'],
    },
    { name: 'an error of Node', code: 'child.on("error", () => reject(new Error("m")));', errors: ['missing'] },
    { code: 'request.onerror = (event) => reject(new DatabaseError(event.target.result));', errors: ['missing'] },
    {
      name: 'a text of an error is none',
      code: 'try { load(); } catch (e) { throw new LoadError(toErrorString(e)); }',
      errors: ['missing'],
    },
    {
      name: 'neither arm is the error',
      code: 'try { load(); } catch (e) { throw e instanceof Error ? new LoadError("m") : e; }',
      errors: ['missing'],
    },
    {
      name: 'once, though a helper marks it',
      code: 'try { load(); } catch (e) { done(markAssetError(new Error("m"))); }',
      errors: ['missing'],
    },
    { code: 'load().pipe(catchError((e) => { return throwError(new LoadError("m")); }));', errors: ['missing'] },
    {
      code: 'try { load(); } catch (e) { throw new Error("m"); }',
      errors: [{ messageId: 'missing', line: 1, column: 35, endColumn: 49 }],
    },
    { code: 'try { load(); } catch (e) { throw Error("m"); }', errors: missing },
    { code: 'try { load(); } catch (e) { throw new Error; }', errors: missing },
    { code: 'try { load(); } catch (e) { throw new (Error)("m"); }', errors: missing },
    { code: 'try { load(); } catch (e) { throw new window.Error("m"); }', errors: missing },
    { code: 'try { load(); } catch (e) { throw (new Error("m")) as AppError; }', errors: missing },
    { code: 'try { load(); } catch (e) { throw new NotFoundError(id); }', errors: missing },
    { code: 'try { load(); } catch (e) { throw new errors.NotFoundError(id); }', errors: missing },
    { code: 'try { load(); } catch (e) { throw createHttpError(404); }', errors: missing },
    {
      code: 'try { load(); } catch (e) { if (e.code === 1) throw new Error("a"); throw new TypeError("b"); }',
      errors: ['missing', 'missing'],
    },
    {
      code: 'try { load(); } catch (e) { switch (e.code) { case 1: while (x) { if (y) throw new Error("m"); } } }',
      errors: missing,
    },
    { code: 'try { load(); } catch (e) { label: throw new Error("m"); }', errors: missing },

    // Only text of it, or something else, is kept.
    { code: 'try { load(); } catch (e) { throw new Error(e.message); }', errors: missing },
    {
      name: 'interpolation keeps text',
      code: 'try { load(); } catch (e) { throw new AppError(`cannot load: ${e}`); }',
      errors: missing,
    },
    { code: 'try { load(); } catch (e) { throw new Error("m: " + e.message); }', errors: missing },
    { code: 'try { load(); } catch ({ message }) { throw new Error(message); }', errors: missing },
    { code: 'try { load(); } catch ({ ...e }) { throw new Error(e.message); }', errors: missing },
    { code: 'try { load(); } catch ({ message }) { throw new Error("m", { cause: message }); }', errors: ['lossy'] },
    { code: 'try { load(); } catch (e) { throw new Error("m", { cause: e.message }); }', errors: ['lossy'] },
    { code: 'try { load(); } catch (e) { throw new Error("m", { cause: String(e) }); }', errors: ['lossy'] },
    { code: 'try { load(); } catch (e) { throw new AppError("m", { cause: `${e}` }); }', errors: ['lossy'] },
    {
      code: 'try { load(); } catch (e) { const { message } = e; throw new Error("m", { cause: message }); }',
      errors: ['lossy'],
    },
    { code: 'try { load(); } catch (e) { throw new Error("m", { cause: other }); }', errors: ['wrong'] },
    { code: 'try { load(); } catch (e) { throw new Error("m", { cause: new Error("other") }); }', errors: ['wrong'] },
    { code: 'try { load(); } catch (e) { throw new Error("m", { cause }); }', errors: ['wrong'] },
    {
      code: 'try { load(); } catch (e) { const other = new Error("m"); throw new Error("m", { cause: other }); }',
      errors: ['wrong'],
    },
    {
      name: 'shadowed',
      code: 'try { load(); } catch (e) { { const e = other; throw new Error("m", { cause: e }); } }',
      errors: ['wrong'],
    },
    {
      name: 'the last one counts',
      code: 'try { load(); } catch (e) { throw new Error("m", { cause: e, cause: other }); }',
      errors: ['wrong'],
    },
    { code: 'try { load(); } catch (e) { throw new Error("m", { cause() {} }); }', errors: ['wrong'] },
    { code: 'try { load(); } catch (e) { throw new Error("m", { [cause]: 1 }); }', errors: missing },
    { code: 'try { load(); } catch (e) { throw new Error("m", { cuase: e }); }', errors: missing },
    { code: 'try { load(); } catch (e) { throw new Error("m", {}); }', errors: missing },
    { code: 'try { load(); } catch (e) { throw new AggregateError([], "m"); }', errors: missing },
    {
      code: 'try { load(); } catch (e) { throw Object.assign(new AppError("m"), { detail: e.message }); }',
      errors: missing,
    },

    // The error is not even bound.
    { code: 'try { load(); } catch { throw new Error("m"); }', errors: ['unbound'] },
    { code: 'load().catch(() => { throw new Error("m"); });', errors: missing },

    // The new error leaves by another channel than `throw`.
    { code: 'try { load(); } catch (e) { reject(new Error("m")); }', errors: missing },
    { code: 'function f() { try { load(); } catch (e) { return Promise.reject(new Error("m")); } }', errors: missing },
    { code: 'function f(callback) { try { load(); } catch (e) { callback(new Error("m")); } }', errors: missing },
    { code: 'try { load(); } catch (e) { this.emit("error", new Error("m")); }', errors: missing },
    { code: 'try { load(); } catch (e) { controller.abort(new Error("m")); }', errors: missing },
    {
      code: 'import { err } from "neverthrow"; try { load(); } catch (e) { done(err(new ParseError("m"))); }',
      errors: missing,
    },
    { code: 'try { load(); } catch (e) { const error = new Error("m"); throw error; }', errors: missing },
    {
      code: 'try { load(); } catch (e) { const error = new Error("m"); error.code = 4; throw error; }',
      errors: missing,
    },
    { code: 'try { load(); } catch (e) { throw isBad ? new Error("a") : e; }', errors: missing },
    {
      code: 'try { load(); } catch (e) { throw isBad ? new Error("a") : new TypeError("b"); }',
      errors: ['missing', 'missing'],
    },

    // Every kind of handler.
    { code: 'load().catch((e) => { throw new Error("m"); });', errors: missing },
    { code: 'load().catch(function (e) { throw new Error("m"); });', errors: missing },
    { code: 'load()?.catch((e) => { throw new Error("m"); });', errors: missing },
    { code: 'load().then(use, (e) => { throw new Error("m"); });', errors: missing },
    { code: 'load().then(null, (e) => Promise.reject(new Error("m")));', errors: missing },
    { code: 'function fail(e) { throw new Error("m"); } load().catch(fail);', errors: missing },
    { code: 'read(path, (err, data) => { if (err) throw new Error("m"); use(data); });', errors: missing },
    {
      code: 'function f(done) { read(path, (err, data) => { if (err) return done(new Error("m")); use(data); }); }',
      errors: missing,
    },
    { code: 'stream.on("error", (e) => { reject(new Error("m")); });', errors: missing },
    { code: 'socket.onerror = (e) => { reject(new Error("m")); };', errors: missing },
    { code: 'source.pipe(catchError((e) => { throw new Error("m"); }));', errors: missing },
    { code: 'app.use((err, req, res, next) => { next(new Error("m")); });', errors: missing },
    { code: 'for (const result of results) if (result.status === "rejected") throw new Error("m");', errors: missing },
    {
      name: 'in a class static block',
      code: 'class A { static { try { load(); } catch (e) { throw new Error("m"); } } }',
      errors: missing,
    },
    {
      name: 'in an async generator',
      code: 'async function* f() { try { yield load(); } catch (e) { throw new Error("m"); } }',
      errors: missing,
    },
    {
      name: 'the innermost handler decides',
      code: 'try { a(); } catch (e) { try { b(); } catch (f) { throw new Error("m"); } }',
      errors: missing,
    },

    // A comment that gives no reason.
    { code: 'try { load(); } catch (e) {\n  // no-cause: TODO\n  throw new Error("m");\n}', errors: missing },
    {
      code: 'try { load(); } catch (e) {\n  // the parser error quotes the secret\n  throw new Error("m");\n}',
      errors: missing,
    },

    // Options.
    {
      code: 'try { load(); } catch (e) {\n  // no-cause: the parser error quotes the secret\n  throw new Error("m");\n}',
      options: [{ allowNoCauseComment: false }],
      errors: missing,
    },
    {
      code: 'try { load(); } catch (e) { throw new Error("m"); }',
      options: [{ checkClasses: 'built-in' }],
      errors: missing,
    },
    { code: 'try { load(); } catch (e) { throw new DOMException("m"); }', options: [{ exempt: [] }], errors: missing },
    {
      code: 'try { load(); } catch (e) { throw new MyError(e.message, e); }',
      options: [{ classes: [{ name: 'MyError', position: 2 }] }],
      errors: missing,
    },
    {
      code: 'try { load(); } catch (e) { throw new MyError("m"); }',
      options: [{ checkClasses: 'built-in', classes: [{ name: 'MyError', position: 1 }] }],
      errors: missing,
    },
    {
      name: 'what is reported',
      code: 'load().catch((problem) => { throw new Error("m"); });',
      errors: [
        {
          messageId: 'missing',
          data: {
            name: 'problem',
            className: 'Error',
            handlerKind: 'promise-catch',
            outcome: 'cause-lost',
            channel: 'throw',
          },
        },
      ],
    },
    {
      name: 'CRLF and a byte order mark',
      code: '\uFEFFtry {\r\n  load();\r\n} catch (e) {\r\n  throw new Error("m");\r\n}\r\n',
      errors: [{ messageId: 'missing', line: 4, column: 9 }],
    },
  ],
});

import rule from '../../rules/error-logging.ts';
import { testRule } from '../support/rule-tester.ts';

const errors = ['logged'];
const beforeThrow = [{ when: 'before-throw' }];
const unlogged = ['unlogged'];

testRule('error-logging', rule, {
  valid: [
    // One of both.
    'try { load(); } catch (e) { throw e; }',
    'try { load(); } catch (e) { console.error(e); }',
    'try { load(); } catch (e) { console.error(e); return null; }',
    'try { load(); } catch (e) { throw new LoadError("Cannot load.", { cause: e }); }',
    'load().catch((e) => { console.error(e); });',

    // Each on its own way.
    'try { load(); } catch (e) { if (e.code === "ENOENT") throw e; console.error(e); }',
    'try { load(); } catch (e) { if (isLast) { throw e; } console.warn(e); }',
    'try { load(); } catch (e) { if (isLast) { throw e; } else { console.warn(e); } }',
    'try { load(); } catch (e) { console.warn("failed", e); if (attempt === 3) throw e; }',
    'function f() { try { load(); } catch (e) { if (quiet) { console.error(e); return; } throw e; } }',
    'for (const id of ids) { try { load(id); } catch (e) { if (isMissing(e)) { console.error(e); continue; } throw e; } }',

    // A helper does one of both, or each on its own way.
    'function fail(e) { throw e; } try { load(); } catch (e) { fail(e); }',
    'function note(e) { console.error(e); } try { load(); } catch (e) { note(e); }',
    'function fail(e) { if (isQuiet) throw e; console.error(e); } try { load(); } catch (e) { fail(e); }',
    'function fail(e) { debug(e); throw e; } try { load(); } catch (e) { fail(e); }',
    'function fail(text, e) { console.error(text); throw e; } try { load(); } catch (e) { fail("m", e); }',

    // It is no log line of the error.
    'try { load(); } catch (e) { console.error("failed"); throw e; }',
    'try { load(); } catch (e) { logger.error({ id }, "failed"); throw e; }',
    'try { load(); } catch (e) { metrics.increment("failed"); throw e; }',
    'try { load(); } catch (e) { span.recordException(e); throw e; }',
    'try { load(); } catch (e) { span.setStatus({ code: 2, message: e.message }); throw e; }',
    'try { load(); } catch (e) { this.emit("error", e); throw e; }',

    'try { load(); } catch (e) { captureException(e, { mechanism: { handled: false } }); throw e; }',

    // A comment says why.
    'try { load(); }\n// Logged here, because the worker boundary swallows the message.\ncatch (e) { console.error(e); throw e; }',
    'try { load(); } catch (e) {\n// Log the cause, as code higher up\n// abstracts it.\nlogger.error(e); throw e; }',

    // It is for those who debug.
    'try { load(); } catch (e) { logger.debug(e); throw e; }',
    'try { load(); } catch (e) { logger.trace("failed", e); throw e; }',
    'try { load(); } catch (e) { debug("failed %o", e); throw e; }',
    'try { load(); } catch (e) { debugError(e); throw e; }',
    'try { load(); } catch (e) { log("failed", e); throw e; }',
    'try { load(); } catch (e) { logger.info("failed", e); throw e; }',
    'try { load(); } catch (e) { if (options.verbose) console.error(e); throw e; }',

    // The log line is the only trace of it.
    'try { load(); } catch (e) { logger.error("failed", e); throw new PublicError("Try again later."); }',

    // Nobody prints it there.
    'timer = setInterval(async () => { try { await load(); } catch (e) { console.error(e); throw e; } }, 1000);',
    'queue.on("job", async (job) => { try { await run(job); } catch (e) { logger.error(e); throw e; } });',

    // The callback is told that all went well, or of something else.
    'app.get("/", async (req, res, next) => { try { await load(); } catch (e) { console.error(e); next(); } });',
    'try { load(); } catch (e) { console.error(e); callback(null, []); }',
    'readFile(path, (err, text) => { if (err) return callback(err); console.log(text); callback(null, text); });',
    'socket.on("error", (e) => { console.error(e); close(); });',

    // By reason, place and options.
    'try { load(); } catch (e) {\n  // expected: nobody waits for this promise\n  console.error(e);\n  throw e;\n}',
    { filename: 'src/load.test.ts', code: 'try { load(); } catch (e) { console.error(e); throw e; }' },
    { options: [{ levels: ['error'] }], code: 'try { load(); } catch (e) { console.warn(e); throw e; }' },
    {
      options: [{ levels: ['error', 'warn'] }],
      code: 'try { load(); } catch (e) { Sentry.captureException(e); throw e; }',
    },
    {
      options: [{ allowWrapped: true }],
      code: 'try { load(); } catch (e) { console.error(e); throw new LoadError("Cannot load.", { cause: e }); }',
    },
    { options: [{ kinds: ['promise-catch'] }], code: 'try { load(); } catch (e) { console.error(e); throw e; }' },

    // Before a throw.
    {
      options: beforeThrow,
      code: 'try { load(); } catch (e) { logger.error("failed", { error: e }); throw new LoadError("Cannot load.", { cause: e }); }',
    },
    {
      options: beforeThrow,
      code: 'try { load(); } catch (e) { logger.error({ err: e, id }, "failed"); throw new LoadError("Cannot load.", { cause: e }); }',
    },
    {
      options: beforeThrow,
      code: 'try { load(); } catch (e) { logger.error("failed", { error: String(e) }); throw new LoadError("Cannot load.", { cause: e }); }',
    },
    {
      options: beforeThrow,
      code: 'try { load(); } catch (e) { console.error("failed", e); throw new LoadError("Cannot load.", { cause: e }); }',
    },
    {
      options: beforeThrow,
      code: 'try { load(); } catch (e) { Sentry.captureException(e); throw new LoadError("Cannot load."); }',
    },
    {
      options: beforeThrow,
      code: 'try { load(); } catch (e) { logger.warn("failed", e); if (isMissing(e)) { throw new NotFoundError(id, { cause: e }); } throw e; }',
    },
    { options: beforeThrow, code: 'try { load(); } catch (e) { throw e; }' },
    { options: beforeThrow, code: 'try { load(); } catch (e) { return null; }' },
    { options: beforeThrow, code: 'throw new LoadError("outside every handler");' },
    { options: beforeThrow, code: 'try { load(); } catch (e) { items.map(() => { throw new LoadError("later"); }); }' },
    {
      options: beforeThrow,
      code: 'try { load(); } catch (e) {\n  // expected: the boundary logs every cause\n  throw new LoadError("Cannot load.", { cause: e });\n}',
    },
    { options: beforeThrow, code: 'try { load(); } catch (e) { console.error(e); throw e; }' },

    // Strange, and silent.
    {
      name: 'a log line that runs later',
      code: 'try { load(); } catch (e) { later(() => console.error(e)); throw e; }',
    },
    {
      name: 'another error',
      code: 'try { load(); } catch (e) { try { undo(); } catch (f) { console.error(f); } throw e; }',
    },
    {
      name: 'a variable of that name',
      code: 'try { load(); } catch (e) { items.forEach((e) => console.error(e)); throw e; }',
    },
    'try { load(); } catch (e) { outer: for (;;) { console.error(e); break outer; } }',
  ],

  invalid: [
    {
      code: 'try { load(); } catch (e) { console.error(e); throw e; }',
      errors: [
        {
          messageId: 'logged',
          column: 29,
          endColumn: 45,
          data: { name: 'console.error', handlerKind: 'catch-clause', outcome: 'rethrown' },
          suggestions: [{ messageId: 'removeLog', output: 'try { load(); } catch (e) { throw e; }' }],
        },
      ],
    },
    { code: 'try { load(); } catch (e) { console.error(e); next(e); }', errors },
    { code: 'try { load(); } catch (e) { /* Log the error and rethrow. */ console.error(e); throw e; }', errors },
    { code: 'try { load(); } catch (e) { /* The file is lost. */ console.error(e); throw e; }', errors },
    {
      code: 'read(path, (err, data) => { if (err) { console.error(err); return callback(err); } use(data); });',
      errors,
    },
    {
      code: 'new Promise((resolve, reject) => { server.once("error", (e) => { console.error(e); reject(e); }); });',
      errors,
    },
    {
      code: 'try {\n  load();\n} catch (error) {\n  logger.error(`Cannot load ${id}: `, error);\n  throw error; // up\n}',
      errors: [
        {
          messageId: 'logged',
          line: 4,
          suggestions: [
            { messageId: 'removeLog', output: 'try {\n  load();\n} catch (error) {\n  throw error; // up\n}' },
            {
              messageId: 'moveText',
              output:
                'try {\n  load();\n} catch (error) {\n  throw new Error(`Cannot load ${id}`, { cause: error }); // up\n}',
            },
          ],
        },
      ],
    },
    { code: 'load().catch((e) => { log.error(e); throw e; });', errors },
    {
      name: 'a helper does both, for others too',
      code: 'function fail(e) { console.error(e); throw e; } try { load(); } catch (e) { fail(e); }',
      errors: [{ messageId: 'logged', column: 77, data: { name: 'fail', outcome: 'rethrown' }, suggestions: [] }],
    },
    {
      code: 'class A { run() { try { load(); } catch (e) { this.#fail(e); } } #fail(e) { log.error(e); throw new LoadError("m", { cause: e }); } }',
      errors,
    },
    { code: 'load().catch((e) => { console.error("failed", e); return Promise.reject(e); });', errors },
    { code: 'load().then(show, (e) => { this.logger.warn(e); throw e; });', errors },
    {
      code: 'new Promise((resolve, reject) => { try { resolve(load()); } catch (e) { console.error(e); reject(e); } });',
      errors,
    },
    { code: 'try { load(); } catch (e) { console.log(e); throw e; }', errors },
    { code: 'try { load(); } catch (e) { logError(e); throw e; }', errors },
    { code: 'try { load(); } catch (e) { logger.error(e.message); throw e; }', errors },
    { code: 'try { load(); } catch (e) { logger.error({ err: e, id }, "failed"); throw e; }', errors },
    { code: 'try { load(); } catch (e) { await_(); logger.fatal(`failed: ${e}`); undo(); throw e; }', errors },
    { code: 'try { load(); } catch (e) { Sentry.captureException(e); throw e; }', errors },
    { code: 'async () => { try { await load(); } catch (e) { await logger.error(e); throw e; } };', errors },

    // A new error that carries it.
    {
      code: 'try { load(); } catch (e) { console.error(e); throw new LoadError("Cannot load.", { cause: e }); }',
      errors: [
        { messageId: 'logged', data: { name: 'console.error', handlerKind: 'catch-clause', outcome: 'wrapped' } },
      ],
    },
    { code: 'try { load(); } catch (e) { console.error(e); throw wrapError(e, "Cannot load."); }', errors },

    // The throw is not beside it, but always behind it.
    { code: 'try { load(); } catch (e) { if (e instanceof HttpError) { console.error(e); } throw e; }', errors },
    { code: 'try { load(); } catch (e) { if (isFatal(e)) { console.error(e); throw e; } retry(); }', errors },
    {
      code: 'try { load(); } catch (e) { switch (e.code) { case "A": console.error(e); throw e; default: return_(); } }',
      errors,
    },
    {
      name: 'one report a handler',
      code: 'try { load(); } catch (e) { console.error("failed"); console.error(e); console.warn(e.stack); throw e; }',
      errors,
    },
    {
      name: 'a function that several promises are given',
      code: 'load().catch(fail); save().catch(fail); function fail(e) { console.error(e); throw e; }',
      errors,
    },

    // Options.
    { options: [{ levels: ['debug'] }], code: 'try { load(); } catch (e) { logger.debug(e); throw e; }', errors },
    { options: [{ levels: ['info'] }], code: 'try { load(); } catch (e) { logger.info(e); throw e; }', errors },
    {
      options: [{ allowAtBoundary: false }],
      code: 'queue.on("job", async (job) => { try { await run(job); } catch (e) { logger.error(e); throw e; } });',
      errors,
    },
    {
      options: [{ allowInTests: false }],
      filename: 'src/load.test.ts',
      code: 'try { load(); } catch (e) { console.error(e); throw e; }',
      errors,
    },
    {
      options: [{ allowWithReason: false }],
      code: 'try { load(); } catch (e) {\n  // expected: nobody waits for this promise\n  console.error(e);\n  throw e;\n}',
      errors,
    },

    // Comments and places that no edit may touch.
    {
      code: 'try { load(); } catch (e) { console.error(/* all of it */ e); throw e; }',
      errors: [{ messageId: 'logged', suggestions: [] }],
    },
    {
      code: 'try { load(); } catch (e) { if (isOdd(e)) console.error(e); throw e; }',
      errors: [{ messageId: 'logged', suggestions: [] }],
    },
    {
      code: 'const Error = Failure; try { load(); } catch (e) { console.error("failed", e); throw e; }',
      errors: [
        {
          messageId: 'logged',
          suggestions: [
            { messageId: 'removeLog', output: 'const Error = Failure; try { load(); } catch (e) { throw e; }' },
          ],
        },
      ],
    },
    {
      name: 'CRLF',
      code: 'try {\r\n\tload();\r\n} catch (e) {\r\n\tconsole.error(e);\r\n\tthrow e;\r\n}',
      errors: [
        {
          messageId: 'logged',
          suggestions: [{ messageId: 'removeLog', output: 'try {\r\n\tload();\r\n} catch (e) {\r\n\tthrow e;\r\n}' }],
        },
      ],
    },

    // Before a throw.
    {
      options: beforeThrow,
      code: 'const logger = create();\ntry {\n  load();\n} catch (e) {\n  // up\n  throw new LoadError("Cannot load.", { cause: e });\n}',
      errors: [
        {
          messageId: 'unlogged',
          line: 6,
          data: { name: 'LoadError', handlerKind: 'catch-clause', outcome: 'not-logged' },
          suggestions: [
            {
              messageId: 'addLog',
              output:
                'const logger = create();\ntry {\n  load();\n} catch (e) {\n  // up\n  logger.error("Cannot load.", { error: e });\n  throw new LoadError("Cannot load.", { cause: e });\n}',
            },
          ],
        },
      ],
    },
    {
      options: beforeThrow,
      name: 'the edit binds the error',
      code: 'import { log } from "./log"; try { load(); } catch { throw new LoadError("Cannot load."); }',
      errors: [
        {
          messageId: 'unlogged',
          suggestions: [
            {
              messageId: 'addLog',
              output:
                'import { log } from "./log"; try { load(); } catch (error) { log.error("Cannot load.", { error: error }); throw new LoadError("Cannot load."); }',
            },
          ],
        },
      ],
    },
    {
      options: beforeThrow,
      code: 'try { load(); } catch (e) { throw new LoadError("Cannot load.", { cause: e }); }',
      errors: [{ messageId: 'unlogged', suggestions: [] }],
    },
    {
      options: beforeThrow,
      code: 'load().catch((e) => { throw new LoadError("Cannot load.", { cause: e }); });',
      errors: unlogged,
    },
    {
      options: beforeThrow,
      code: 'load().catch((e) => { return Promise.reject(new LoadError("Cannot load.", { cause: e })); });',
      errors: unlogged,
    },
    {
      options: beforeThrow,
      code: 'try { load(); } catch (e) { logger.error("failed"); throw new LoadError("Cannot load.", { cause: e }); }',
      errors: unlogged,
    },
    {
      options: beforeThrow,
      code: 'try { load(); } catch (e) { if (verbose) { logger.error("failed", e); } throw new LoadError("Cannot load.", { cause: e }); }',
      errors: unlogged,
    },
    {
      options: beforeThrow,
      code: 'try { load(); } catch (e) { if (isMissing(e)) throw new NotFoundError(id); logger.error(e); throw e; }',
      errors: unlogged,
    },
    {
      options: beforeThrow,
      code: 'try { load(); } catch (e) { logger.error(`failed: ${e.message}`); throw new LoadError("Cannot load.", { cause: e }); }',
      errors: ['textOnly'],
    },

    // Strange.
    { code: 'class A { static { try { load(); } catch (e) { console.error(e); throw e; } } }', errors },
    { code: 'function* g() { try { yield load(); } catch (e) { console.error(e); throw e; } }', errors },
    {
      code: 'class A { #logger = create(); run() { try { load(); } catch (e) { this.#logger.error(e); throw e; } } }',
      errors,
    },
    { code: 'class A { @Bound() run() { try { load(); } catch (e) { this.logger?.error(e); throw e; } } }', errors },
    { code: 'here: { try { load(); } catch (e) { { console.error(e); } throw e; } }', errors },
    { code: 'try { load(); } catch (e) { const err = e as Error; console.error(err.stack); throw err; }', errors },
  ],
});

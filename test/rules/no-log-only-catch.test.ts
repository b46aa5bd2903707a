import noLogOnlyCatch from '../../rules/no-log-only-catch.ts';
import { testRule } from '../support/rule-tester.ts';

const logOnly = ['logOnly'];
const logBlind = ['logBlind'];

testRule('no-log-only-catch', noLogOnlyCatch, {
  valid: [
    'async function f() { try { await waitForCondition(isReady); } catch { log.warn("Not ready in time, going on anyway."); } show(); }',
    // Nothing is logged, or more is done than logging.
    'function f() { try { return load(); } catch {} return 1; }',
    'function f() { try { return load(); } catch (e) { throw e; } }',
    'function f() { try { return load(); } catch (e) { console.error(e); throw e; } }',
    'function f() { try { return load(); } catch (e) { console.error(e); throw new LoadError("m", { cause: e }); } }',
    'function f() { try { return load(); } catch (e) { console.error(e); process.exit(1); } }',
    'function f() { try { return load(); } catch (e) { console.error(e); return { ok: false }; } }',
    'function f() { try { return load(); } catch (e) { console.error(e); return { error: e }; } }',
    'function f(done) { try { return load(); } catch (e) { console.error(e); done(e); } }',
    'function f() { try { return load(); } catch (e) { console.error(e); return readReplica(id); } }',
    'function f() { try { return load(); } catch (e) { console.error(e); failures += 1; } return 1; }',
    'function f() { try { return load(); } catch (e) { console.error(e); this.error = e; } return 1; }',
    'function f(res) { try { return load(); } catch (e) { console.error(e); return res.status(500).end(); } }',
    'load().catch((e) => { console.error(e); throw e; });',
    'async function f() { return load().catch((e) => { console.error(e); return Promise.reject(e); }); }',
    {
      name: 'one branch throws',
      code: 'function f(strict) { try { return load(); } catch (e) { console.error(e); if (strict) throw e; } return 1; }',
    },

    'async function upgrade(socket) { try { await open(socket); } catch (e) { console.error(e); socket.destroy(); } return 1; }',

    // Told beside the work.
    'async function f() { try { await telemetry.send(1); } catch (e) { console.error(e); } return 1; }',
    'async function f() { await sendTelemetry(1).catch((e) => console.error(e)); return 1; }',

    // Only expected errors are logged and dropped.
    'function f() { try { return load(); } catch (e) { if (e.code === "ENOENT") { logger.info("none"); return []; } throw e; } }',

    // A monitoring service was told.
    'function f() { try { return load(); } catch (e) { Sentry.captureException(e); return []; } }',
    'function f() { try { return load(); } catch (e) { console.error(e); Sentry.captureException(e); return []; } }',
    'function f() { try { return load(); } catch (e) { span.recordException(e); return []; } }',

    // The outer edge of a program.
    'main().catch((e) => { console.error(e); process.exitCode = 1; });',
    'main().catch(console.error);',
    'load().then(use).catch((e) => console.error(e));',
    'try { main(); } catch (e) { console.error(e); }',
    'async function main() { try { return await load(); } catch (e) { console.error(e); return 1; } }',
    '(async () => { try { await load(); return use(); } catch (e) { console.error(e); } })();',

    // A command answers with a code.
    'async function build() { try { await load(); return 0; } catch (e) { console.error(e); return 1; } }',
    'async function build(argv) { if (argv.help) return 0; try { await load(); } catch (e) { console.error(e); return 2; } return 0; }',

    // Nobody waits for the promise.
    'function f() { void load().catch((e) => console.error(e)); return 1; }',
    'function f() { load().catch(console.error); return 1; }',
    'function f() { load().catch((e) => console.error(e)).finally(close); return 1; }',

    // An event loop or a framework calls, and takes no answer.
    'server.on("request", (request) => { try { use(request); } catch (e) { console.error(e); } rest(); });',
    'setInterval(() => { try { load(); } catch (e) { console.error(e); } rest(); }, 10);',
    'useEffect(() => { try { load(); } catch (e) { console.error(e); } rest(); });',
    'class View { onClick() { try { load(); } catch (e) { console.error(e); } this.rest(); } }',
    'const handleSubmit = () => { try { load(); } catch (e) { console.error(e); } rest(); };',

    // The last step of a function that returns nothing.
    'function refresh() { try { load(); } catch (e) { console.error(e); } }',

    // Cleanup, and listeners, which have no caller.
    'async function f() { try { await socket.close(); } catch (e) { console.error(e); } return 1; }',
    'emitter.on("error", (e) => { console.error(e); });',
    'process.on("uncaughtException", (e) => { console.error(e); });',
    'read(path, (err, data) => { if (err) console.error(err); use(data); });',
    'app.use((err, req, res, next) => { console.error(err); });',

    // A directive says why.
    'function f() {\n  try {\n    return load();\n  } catch (e) {\n    // expected: a cold cache is filled later\n    console.warn(e);\n  }\n  return [];\n}',

    // Options.
    {
      code: 'function f() { try { return load(); } catch (e) { console.error(e); } return 1; }',
      options: [{ check: ['logBlind'] }],
    },
    {
      code: 'function f() { try { return load(); } catch { console.error("m"); } return 1; }',
      options: [{ check: ['logOnly'] }],
    },
    {
      code: 'function f() { try { return load(); } catch (e) { console.error(e); } return 1; }',
      options: [{ allowKinds: ['catch-clause'] }],
    },
    {
      code: 'function f() { try { return load(); } catch (e) { tell(e); return []; } }',
      options: [{ reporters: ['tell'] }],
    },
    {
      code: 'function f() {\n  try {\n    return load();\n  } catch (e) {\n    // A cold cache is filled later.\n    console.warn(e);\n  }\n  return [];\n}',
      options: [{ requireDirective: false }],
    },
  ],
  invalid: [
    {
      code: 'async function f() { try { telemetry.send(1); await save(); } catch (e) { console.error(e); } return 1; }',
      errors: ['logOnly'],
    },
    // Logged, and the caller sees success.
    {
      code: 'function f() {\n  try {\n    return load();\n  } catch (e) {\n    console.error(e);\n  }\n  return [];\n}',
      errors: [
        {
          messageId: 'logOnly',
          line: 4,
          column: 5,
          endColumn: 14,
          data: { name: 'e', handlerKind: 'catch-clause', outcome: 'logged' },
          suggestions: [
            {
              messageId: 'rethrow',
              output:
                'function f() {\n  try {\n    return load();\n  } catch (e) {\n    console.error(e);\n    throw e;\n  }\n  return [];\n}',
            },
          ],
        },
      ],
    },
    {
      code: 'function f() { try { return load(); } catch (e) { console.error(e); return []; } }',
      errors: [{ messageId: 'logOnly', suggestions: [] }],
    },
    {
      code: 'function f() { try { return load(); } catch (e) { console.log("failed", e); return null; } }',
      errors: logOnly,
    },
    {
      code: 'function f() { try { return load(); } catch (e) { console.error(`failed: ${e}`); return null; } }',
      errors: logOnly,
    },
    {
      code: 'function f() { try { return load(); } catch (e) { console.error(e.message); return null; } }',
      errors: logOnly,
    },
    {
      code: 'function f() { try { return load(); } catch (e) { this.logger.warn({ err: e }, "failed"); return null; } }',
      errors: logOnly,
    },
    { code: 'function f() { try { return load(); } catch (e) { log.error(e); return null; } }', errors: logOnly },
    { code: 'function f() { try { return load(); } catch (e) { winston.error(e); return null; } }', errors: logOnly },
    { code: 'function f() { try { return load(); } catch (e) { logError(e); return null; } }', errors: logOnly },
    {
      code: 'function f() { try { return load(); } catch (e) { process.stderr.write(String(e)); return null; } }',
      errors: logOnly,
    },
    {
      code: 'function f() { try { return load(); } catch (e) { const text = String(e); console.error(text); return null; } }',
      errors: logOnly,
    },
    {
      code: 'function f() { try { return load(); } catch (e) { if (isDebug) console.error(e); return null; } }',
      errors: logOnly,
    },
    {
      code: 'function f() { for (const item of items) { try { total += load(item); } catch (e) { console.error(e); continue; } use(item); } return total; }',
      errors: logOnly,
    },
    {
      code: 'async function f() { const rows = await load().catch((e) => { console.error(e); return []; }); return rows; }',
      errors: logOnly,
    },
    {
      code: 'async function f() { const rows = await load().catch((e) => console.error(e)); return rows; }',
      errors: [{ messageId: 'logOnly', suggestions: [] }],
    },
    {
      code: 'async function f() { return load().catch(console.error); }',
      errors: [{ messageId: 'logOnly', suggestions: [] }],
    },
    { code: 'async function f() { return load().catch(console.error.bind(console)); }', errors: logOnly },
    { code: 'async function f() { return load().then(use, (e) => { logger.error(e); }); }', errors: logOnly },

    // Logged without the error.
    {
      code: 'function f() { try { return load(); } catch (e) { console.error("failed"); } return []; }',
      errors: [
        {
          messageId: 'logBlind',
          data: { name: 'e' },
          suggestions: [
            {
              messageId: 'logError',
              output: 'function f() { try { return load(); } catch (e) { console.error("failed", e); } return []; }',
            },
            {
              messageId: 'rethrow',
              output:
                'function f() { try { return load(); } catch (e) { console.error("failed"); throw e; } return []; }',
            },
          ],
        },
      ],
    },
    {
      code: 'function f() { try { return load(); } catch { logger.warn("retrying", id /* the item */); return []; } }',
      errors: [
        {
          messageId: 'logBlind',
          data: { name: 'error' },
          suggestions: [
            {
              messageId: 'logError',
              output:
                'function f() { try { return load(); } catch (error) { logger.warn("retrying", id, error /* the item */); return []; } }',
            },
          ],
        },
      ],
    },
    { code: 'async function f() { return load().catch(() => { console.warn("failed"); }); }', errors: logBlind },
    {
      code: 'async function f() { try { await load(); } catch { log.warn("No rows yet, going on anyway."); } show(); }',
      errors: logBlind,
    },
    { code: 'async function f() { return load().catch(() => console.warn("failed")); }', errors: logBlind },
    {
      code: 'function f() { try { return load(); } catch { console.error(); return []; } }',
      errors: [{ messageId: 'logBlind', suggestions: [] }],
    },
    {
      code: 'function f() { try { return load(); } catch { console.error(...parts); return []; } }',
      errors: [{ messageId: 'logBlind', suggestions: [] }],
    },
    {
      code: 'function f() {\r\n\ttry {\r\n\t\treturn load();\r\n\t} catch {\r\n\t\tlogger.warn("failed");\r\n\t}\r\n\treturn [];\r\n}',
      errors: [
        {
          messageId: 'logBlind',
          suggestions: [
            {
              messageId: 'logError',
              output:
                'function f() {\r\n\ttry {\r\n\t\treturn load();\r\n\t} catch (error) {\r\n\t\tlogger.warn("failed", error);\r\n\t}\r\n\treturn [];\r\n}',
            },
            {
              messageId: 'rethrow',
              output:
                'function f() {\r\n\ttry {\r\n\t\treturn load();\r\n\t} catch (error) {\r\n\t\tlogger.warn("failed");\r\n\t\tthrow error;\r\n\t}\r\n\treturn [];\r\n}',
            },
          ],
        },
      ],
    },

    // A comment beside a log line says what happens, not why the caller may go on.
    {
      code: 'function f() {\n  try {\n    return load();\n  } catch (e) {\n    // A cold cache is filled later.\n    console.warn(e);\n  }\n  return [];\n}',
      errors: logOnly,
    },

    // Options.
    {
      code: 'function f() { try { return load(); } catch (e) { note(e.text, e); return []; } }',
      options: [{ loggers: ['note'] }],
      errors: logOnly,
    },
    {
      code: 'function f() { try { return load(); } catch (e) { note(e); return []; } }',
      settings: { loggers: ['note'] },
      errors: logOnly,
    },
    {
      code: 'function f() { try { return load(); } catch (e) { Sentry.captureException(e); return []; } }',
      options: [{ allowReporters: false }],
      errors: logOnly,
    },
    {
      code: 'async function main() { try { return await load(); } catch (e) { console.error(e); return 1; } }',
      options: [{ allowInEntryPoints: false, allowWithoutCaller: false }],
      errors: logOnly,
    },
    {
      name: 'a number among others is no code',
      code: 'async function count() { try { return await load(); } catch (e) { console.error(e); return 1; } }',
      errors: logOnly,
    },
    {
      code: 'async function count() { if (isEmpty) return 0; try { return await load(); } catch (e) { console.error(e); return 1; } }',
      errors: logOnly,
    },
    {
      code: 'async function count() { try { await load(); return 1; } catch (e) { console.error(e); return 0; } }',
      errors: logOnly,
    },
    {
      code: 'function f() { void load().catch((e) => console.error(e)); return 1; }',
      options: [{ allowVoidFireAndForget: false, allowLastStep: false }],
      errors: logOnly,
    },
    {
      code: 'setInterval(() => { try { load(); } catch (e) { console.error(e); } rest(); }, 10);',
      options: [{ allowWithoutCaller: false }],
      errors: logOnly,
    },
    {
      code: 'function refresh() { try { load(); } catch (e) { console.error(e); } }',
      options: [{ allowLastStep: false }],
      errors: logOnly,
    },
    {
      code: 'emitter.on("error", (e) => { console.error(e); });',
      options: [{ allowKinds: [], allowWithoutCaller: false, allowLastStep: false, allowInEntryPoints: false }],
      errors: logOnly,
    },
    {
      code: 'function f() {\n  try {\n    return load();\n  } catch (e) {\n    // expected: a cold cache\n    console.warn(e);\n  }\n  return [];\n}',
      options: [{ allowWithReason: false }],
      errors: logOnly,
    },
    {
      name: 'three deep',
      code: 'function f() { try { return a(id); } catch (e) { try { return b(id); } catch (g) { throw g; } } } function h() { return () => () => { try { return c(); } catch (e) { console.error(e); return 1; } }; }',
      errors: logOnly,
    },
  ],
});

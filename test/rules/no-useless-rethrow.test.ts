import rule from '../../rules/no-useless-rethrow.ts';
import { testRule } from '../support/rule-tester.ts';

const unwrapped = (output: string): { messageId: string; suggestions: { messageId: string; output: string }[] }[] => [
  { messageId: 'rethrow', suggestions: [{ messageId: 'unwrap', output }] },
];
const unmended = [{ messageId: 'rethrow', suggestions: [] }];

testRule('no-useless-rethrow', rule, {
  valid: [
    // More than a rethrow.
    'try { load(); } catch (e) { console.error(e); throw e; }',
    'try { load(); } catch (e) { undo(); throw e; } finally { close(); }',
    'try { load(); } catch (e) { debugger; throw e; }',
    'try { load(); } catch (e) { if (e.code !== "ENOENT") throw e; }',
    'try { load(); } catch (e) { if (strict) { throw e; } }',
    'try { load(); } catch (e) { e.path = path; throw e; }',
    'load().catch((e) => { note(e); throw e; });',
    'try { load(); } catch (e) { if (isMissing(e)) throw e; throw e; }',
    'try { load(); } catch (e) { if (e.code === "ENOENT") throw e; throw new LoadError("m", { cause: e }); }',
    'try { load(); } catch (e) { if (e.code === "ENOENT") throw e; }',
    'try { load(); } catch (e) { const failure = toError(e); throw failure; }',
    'try { load(); } catch (e) { let failure = e; failure = other; throw failure; }',

    // Something else is thrown.
    'try { load(); } catch (e) { throw toError(e); }',
    'try { load(); } catch (e) { throw e.cause; }',
    'try { load(); } catch (e) { throw new LoadError("Cannot load.", { cause: e }); }',
    'try { load(); } catch (e) { throw e instanceof Error ? e : new Error(String(e)); }',
    'try { load(); } catch (e) { throw other; }',
    'try { load(); } catch { throw new Error("Cannot load."); }',
    'try { load(); } catch ({ cause }) { throw cause; }',
    'load().catch((e) => Promise.reject(toError(e)));',
    'load().catch((e) => e);',
    'load().catch((e) => { return e; });',
    'load().then(show, (e) => Promise.resolve(e));',

    // The copy adds something.
    'try { load(); } catch (e) { throw new Error(`Cannot load: ${e.message}`, { cause: e }); }',
    'try { load(); } catch (e) { throw new LoadError(e.message, { cause: e }); }',
    'try { load(); } catch (e) { throw new Error(e.message, { cause: e, code: "E_LOAD" }); }',
    'import { Error } from "./errors"; try { load(); } catch (e) { throw new Error(e.message, { cause: e }); }',
    {
      name: 'a lost cause is a matter of require-cause',
      code: 'try { load(); } catch (e) { throw new Error(e.message); }',
    },

    // A rejection is made of a throw.
    'function load() { try { return start(); } catch (e) { return Promise.reject(e); } }',
    'async function* load() { try { yield start(); } catch (e) { return Promise.reject(e); } }',

    // It says why.
    'try { load(); } catch (e) {\n  // a breakpoint stops here in development\n  throw e;\n}',
    'load().catch((e) => {\n  /* keeps the stack of this place */\n  throw e;\n});',

    // Other kinds of handlers.
    'socket.on("error", (e) => { throw e; });',
    'readFile(path, (err) => { throw err; });',
    'stream.pipe(catchError((e) => { throw e; }));',

    // Strange, and silent.
    { name: 'another variable of that name', code: 'try { load(); } catch (e) { throw ((e) => e)(1); }' },
    'try { load(); } catch (e) { { undo(); throw e; } }',
    'try { load(); } catch (e) { for (;;) throw e; }',
    'z.string().catch((e) => { throw e; });',
    'cache.catch();',
    'load().catch(fail); function fail(e) { report(e); throw e; }',
  ],

  invalid: [
    {
      name: 'under another name',
      code: 'try { load(); } catch (e) { const failure = e; throw failure; }',
      errors: unwrapped('load();'),
    },
    {
      name: 'on two ways',
      code: 'try { load(); } catch (e) { if (e instanceof LoadError) { throw e; } throw e; }',
      errors: unwrapped('load();'),
    },
    {
      code: 'try { load(); } catch (e) { if (e.code === "ENOENT") throw e; else throw e; }',
      errors: unwrapped('load();'),
    },
    {
      code: 'try { load(); } catch (e) { throw e; }',
      errors: [
        {
          messageId: 'rethrow',
          column: 17,
          endColumn: 26,
          data: { name: 'e', handlerKind: 'catch-clause', outcome: 'rethrown' },
          suggestions: [{ messageId: 'unwrap', output: 'load();' }],
        },
      ],
    },
    {
      name: 'what is guarded stays as it is, comments included',
      code: 'async () => {\n  try {\n    // first\n    await load();\n    show();\n  } catch (e) {\n    throw e;\n  }\n};',
      errors: [
        {
          messageId: 'rethrow',
          suggestions: [
            {
              messageId: 'unwrap',
              output: 'async () => {\n  {\n    // first\n    await load();\n    show();\n  }\n};',
            },
          ],
        },
      ],
    },
    {
      code: 'async () => {\n  try {\n    await load();\n    show();\n  } catch (e) {\n    throw e;\n  }\n};',
      errors: unwrapped('async () => {\n  await load();\n    show();\n};'),
    },
    {
      name: 'names of the block stay in a block',
      code: 'const text = 1; try { const text = load(); show(text); } catch (e) { throw e; }',
      errors: unwrapped('const text = 1; { const text = load(); show(text); }'),
    },
    {
      name: 'a branch keeps its block',
      code: 'if (ready) try { load(); show(); } catch (e) { throw e; } else wait();',
      errors: unwrapped('if (ready) { load(); show(); } else wait();'),
    },
    {
      name: 'a line that could go on with the one before it keeps its block',
      code: 'start()\n\ntry {\n  [1, 2].forEach(load)\n} catch (e) {\n  throw e\n}\n\n[3].forEach(load)',
      errors: unwrapped('start()\n\n{\n  [1, 2].forEach(load)\n}\n\n[3].forEach(load)'),
    },
    {
      code: 'try { load(); } catch (e) { throw e; } finally { close(); }',
      output: 'try { load(); } finally { close(); }',
      errors: [{ messageId: 'rethrow', suggestions: [] }],
    },
    { code: 'try { load(); } catch (e) { throw (e); }', errors: unwrapped('load();') },
    { code: 'try { load(); } catch (e: unknown) { throw e as Error; }', errors: unwrapped('load();') },
    {
      code: 'async () => { try { await load(); } catch (e) { return Promise.reject(e); } };',
      errors: unwrapped('async () => { await load(); };'),
    },
    {
      code: 'switch (kind) { case 1: try { load(); } catch (e) { throw e; } }',
      errors: unwrapped('switch (kind) { case 1: load(); }'),
    },

    // Comments that give no reason stay, so nothing is offered.
    { code: 'try { load(); } catch (e) { /* rethrow */ throw e; }', errors: unmended },
    { code: 'try { load(); } catch (e) { throw e; /* TODO tell the user what to do */ }', errors: unmended },
    { code: 'try { load(); } /* and */ catch (e) { throw e; }', errors: unmended },
    { code: 'try { load(); } catch (e) { /* rethrow */ throw e; } finally { close(); }', errors: unmended },
    { code: 'load().catch((e) => { /* rethrow */ throw e; });', errors: unmended },
    {
      options: [{ allowWithReason: false }],
      code: 'try { load(); } catch (e) {\n  // a breakpoint stops here in development\n  throw e;\n}',
      errors: unmended,
    },

    // Promises.
    { code: 'load().catch((e) => { throw e; });', output: 'load();', errors: unmended },
    { code: 'load().catch(function (e) { throw e; });', output: 'load();', errors: unmended },
    { code: 'load().catch((e) => Promise.reject(e));', output: 'load();', errors: unmended },
    { code: 'load().catch(async (e) => { throw e; });', output: 'load();', errors: unmended },
    {
      code: 'await load()\n  .catch((e) => { return Promise.reject(e); });',
      output: 'await load();',
      errors: unmended,
    },
    { code: 'load().catch((e: unknown) => { throw e; }).then(show);', output: 'load().then(show);', errors: unmended },
    { code: 'job?.catch((e) => { throw e; });', output: 'job;', errors: unmended },
    { code: '(job || load()).catch((e) => { throw e; });', output: '(job || load());', errors: unmended },
    { code: 'load().then(show, (e) => { throw e; });', output: 'load().then(show);', errors: unmended },
    { code: 'load().then(show, (e) => { throw e; }, );', output: 'load().then(show);', errors: unmended },
    { code: 'load().then((show), (e) => Promise.reject(e));', output: 'load().then((show));', errors: unmended },
    { code: 'load().then(null, (e) => { throw e; });', output: 'load();', errors: unmended },
    {
      code: 'load().then(undefined, (e) => { throw e; }).finally(close);',
      output: 'load().finally(close);',
      errors: unmended,
    },
    { code: 'load().then(show, /* rethrow */ (e) => { throw e; });', errors: unmended },
    {
      name: 'a handler by name',
      code: 'load().catch(fail); function fail(e) { throw e; }',
      output: 'load(); function fail(e) { throw e; }',
      errors: unmended,
    },
    { name: 'a computed name', code: 'load()["catch"]((e) => { throw e; });', errors: unmended },

    // A copy.
    {
      code: 'try { load(); } catch (e) { throw new Error(e.message, { cause: e }); }',
      errors: [{ messageId: 'copy', suggestions: [] }],
    },
    { code: 'load().catch((e) => { throw new Error((e as Error).message, { cause: e }); });', errors: ['copy'] },
    { code: 'load().catch((cause) => Promise.reject(new Error(cause.message, { cause })));', errors: ['copy'] },

    // Strange.
    {
      code: 'class A { static { try { load(); } catch (e) { throw e; } } }',
      errors: unwrapped('class A { static { load(); } }'),
    },
    {
      code: 'function* g() { try { yield load(); } catch (e) { throw e; } }',
      errors: unwrapped('function* g() { yield load(); }'),
    },
    {
      code: 'here: try { load(); break here; } catch (e) { throw e; }',
      errors: unwrapped('here: { load(); break here; }'),
    },
    {
      code: 'try { try { load(); } catch (e) { throw e; } } catch (e) { note(e); }',
      errors: unwrapped('try { load(); } catch (e) { note(e); }'),
    },
    {
      code: 'async () => { try { using file = open(path); file.read(); } catch (e) { throw e; } };',
      errors: unwrapped('async () => { { using file = open(path); file.read(); } };'),
    },
    { code: 'try { load(); } catch (e) { throw e!; }', errors: unwrapped('load();') },
    {
      name: 'CRLF',
      code: 'try {\r\n  load();\r\n} catch (e) {\r\n  throw e;\r\n} finally {\r\n  close();\r\n}',
      output: 'try {\r\n  load();\r\n} finally {\r\n  close();\r\n}',
      errors: unmended,
    },
  ],
});

import noUnusedErrorJustification from '../../rules/no-unused-error-justification.ts';
import { testRule, type InvalidCase } from '../support/rule-tester.ts';

/** A directive that the fix takes away. */
const removed = (code: string, output: string, word = 'expected'): InvalidCase => ({
  code,
  output,
  errors: [{ messageId: 'unused', data: { name: word, outcome: 'unused' } }],
});
const inFunction = (body: string): string => `async function run() {\n${body}\n}`;

testRule('no-unused-error-justification', noUnusedErrorJustification, {
  valid: [
    // The directive justifies a drop.
    'try { load(); } catch {\n  // expected: the cache may be cold\n}',
    'try { load(); } catch { /* expected: the cache may be cold */ }',
    'try { load(); } catch {} // expected: the cache may be cold',
    'try { load(); } catch {\n  // best-effort: metrics are not worth a failure\n}',
    'try { load(); } catch {\n  // intentional: the file appears later\n}',
    'try { load(); } catch {\n  // ignore-error: the file appears later\n}',
    '// expected: the page works without it\ntry { load(); } catch {}',
    'load().catch(() => { /* expected: the cache may be cold */ });',
    '// expected: the cache may be cold\nload().catch(noop);',
    'load()\n  // expected: the cache may be cold\n  .catch(() => {});',
    'emitter.on("error", () => {\n  // expected: the close event follows\n});',
    {
      name: 'a default',
      code: 'function f() { try { return load(); } catch {\n  // expected: no file means no settings\n  return {};\n} }',
    },
    {
      name: 'a log line',
      code: 'function f() { try { return load(); } catch (e) {\n  // expected: the caller polls\n  console.warn(e);\n} }',
    },
    { name: 'too short for the rules, which say so', code: 'try { load(); } catch { /* expected: cold */ }' },
    {
      name: 'excused by the code as well',
      code: 'try { socket.close(); } catch {\n  // expected: it may be closed already\n}',
    },
    {
      name: 'one way of two',
      code: 'try { load(); } catch (e) {\n  // expected: a missing file is no file\n  if (e.code !== "ENOENT") report(e);\n}',
    },
    {
      name: 'every error is taken for one',
      code: 'try { const a = await load(); await save(a); } catch (e) {\n  // expected: both fail in the same way\n  setError(e);\n}',
    },
    'read(path, (err, data) => {\n  // expected: a missing file reads as no data\n  use(data);\n});',
    'for (const result of results) {\n  if (result.status === "rejected") {\n    // expected: a preview is an extra\n  }\n}',

    // Statements.
    '// expected: the previews are an extra\nawait Promise.allSettled(items.map((item) => preload(item)));',
    '// expected: the process has a handler for rejections\nsetInterval(async () => { await poll(); }, 10);',
    'import { spawn } from "child_process";\n// expected: the helper is optional here\nspawn("ls");',
    inFunction('try { await load(); } finally {\n  // expected: close never rejects here\n  await close();\n}'),
    'function f() { try { load(); } finally {\n  // expected: a read that is over is over\n  return;\n} }',
    'load().finally(async () => {\n  // expected: close never rejects here\n  await close();\n});',
    '// expected: callers hand the error on themselves\nfunction onRead(err, data) { use(data); }',
    'try { load(); } catch (error) {\n  // expected: the driver has no codes for it\n  if (error.message.includes("gone")) return_(); else throw error;\n}',

    // Causes.
    'try { load(); } catch {\n  // no-cause: the reason must not reach the client\n  throw new LoadError("m");\n}',
    'try { load(); } catch { // no-cause: the reason must not reach the client\n  throw new LoadError("m");\n}',
    'try { load(); } catch (e) {\n  throw new LoadError("m"); // no-cause: the reason must not reach the client\n}',
    'try { load(); } catch (e) {\n  // no-cause: the reason must not reach the client\n  return new LoadError("m");\n}',
    'load().catch(() => {\n  // no-cause: the reason must not reach the client\n  throw new LoadError("m");\n});',

    // Comments that only look like it.
    'throw error; // unexpected: this should not happen',
    '// expected\nload();',
    '// expected:\nload();',
    '// no-cause: 1\nthrow new LoadError("m");',
    '// expected: 42\ncompare(sum);',
    '// expected: [1, 2, 3]\ncompare(list);',
    "// expected: 'red' or 'green'\ncompare(color);",
    '// expected: 3 rows of data\ncompare(rows);',
    '// expected: true\ncompare(flag);',
    '/** expected: the name of the user */\nlet name;',
    '// Expected: The Page Works Without It\nload();',
    'const text = "// expected: the cache may be cold";',
    'const settings = { expected: true, intentional: false };',
    { filename: 'src/a.test.ts', code: '// expected: the call fails at once\nload();' },
  ],
  invalid: [
    // The handler handles its error.
    removed(
      'try { load(); } catch (e) {\n  // expected: the cache may be cold\n  throw e;\n}',
      'try { load(); } catch (e) {\n  throw e;\n}',
    ),
    removed(
      'try { load(); } catch (e) {\n  /* expected: the cache may be cold */\n  throw new LoadError("m", { cause: e });\n}',
      'try { load(); } catch (e) {\n  throw new LoadError("m", { cause: e });\n}',
    ),
    removed(
      'try { load(); } catch (e) { report(e); } // expected: the cache may be cold',
      'try { load(); } catch (e) { report(e); }',
    ),
    removed(
      'try { load(); } catch (e) { throw e; /* expected: the cache may be cold */ }',
      'try { load(); } catch (e) { throw e;  }',
    ),
    removed(
      'try { load(); } catch (e) {\r\n  // best-effort: the cache may be cold\r\n  throw e;\r\n}',
      'try { load(); } catch (e) {\r\n  throw e;\r\n}',
      'best-effort',
    ),
    removed(
      'load().catch((e) => {\n\t// intentional: the cache may be cold\n\tthrow e;\n});',
      'load().catch((e) => {\n\tthrow e;\n});',
      'intentional',
    ),
    removed(
      'load().catch((e) => /* ignore-error: the cache may be cold */ report(e));',
      'load().catch((e) =>  report(e));',
      'ignore-error',
    ),
    removed(
      'read(path, (err, data) => {\n  // expected: a missing file reads as no data\n  if (err) return fail(err);\n  use(data);\n});',
      'read(path, (err, data) => {\n  if (err) return fail(err);\n  use(data);\n});',
    ),
    removed(
      'class A { @traced load() { try { this.#read(); } catch (e) {\n  // expected: the cache may be cold\n  throw e;\n} } }',
      'class A { @traced load() { try { this.#read(); } catch (e) {\n  throw e;\n} } }',
    ),
    {
      name: 'a reason of two lines is left to the reader',
      code: 'try { load(); } catch (e) {\n  // expected: the cache may be cold\n  // on the first start\n  throw e;\n}',
      errors: ['unused'],
    },
    {
      name: 'only the one that is of no use',
      code: 'try { load(); } catch {\n  // expected: the cache may be cold\n}\ntry { save(); } catch (e) {\n  // expected: the disk may be full\n  throw e;\n}',
      output:
        'try { load(); } catch {\n  // expected: the cache may be cold\n}\ntry { save(); } catch (e) {\n  throw e;\n}',
      errors: [{ messageId: 'unused', line: 5, column: 3, endLine: 5, endColumn: 36 }],
    },
    removed(
      'try { try { load(); } catch {\n  // expected: the cache may be cold\n} } catch (e) {\n  throw e; // expected: nothing else fails here\n}',
      'try { try { load(); } catch {\n  // expected: the cache may be cold\n} } catch (e) {\n  throw e;\n}',
    ),

    // The handler is gone.
    removed('// expected: the page works without it\nload();', 'load();'),
    removed('load(); // expected: the page works without it', 'load();'),
    removed('load(/* expected: the page works without it */);', 'load( );'),
    removed('return_(/* expected: the page works without it */a);', 'return_( a);'),
    removed(
      'async function f() {\n  // expected: the page works without it\n  await load();\n}',
      'async function f() {\n  await load();\n}',
    ),
    removed('load();\n// expected: the page works without it', 'load();\n'),
    removed(
      'class A { static {\n  // expected: the page works without it\n  load();\n} }',
      'class A { static {\n  load();\n} }',
    ),

    // The statement is in order.
    removed(
      '// expected: the previews are an extra\nsummarize(await Promise.allSettled(tasks));',
      'summarize(await Promise.allSettled(tasks));',
    ),
    removed(
      '// expected: the process has a handler for rejections\nsetInterval(async () => { await poll().catch(report); }, 10);',
      'setInterval(async () => { await poll().catch(report); }, 10);',
    ),
    removed(
      'import { spawn } from "child_process";\n// expected: the helper is optional here\nspawn("ls").on("error", report);',
      'import { spawn } from "child_process";\nspawn("ls").on("error", report);',
    ),

    // The cause is kept, or there is none.
    removed(
      'try { load(); } catch (e) {\n  // no-cause: the reason must not reach the client\n  throw new LoadError("m", { cause: e });\n}',
      'try { load(); } catch (e) {\n  throw new LoadError("m", { cause: e });\n}',
      'no-cause',
    ),
    removed(
      'try { load(); } catch (e) {\n  // no-cause: the reason must not reach the client\n  throw e;\n}',
      'try { load(); } catch (e) {\n  throw e;\n}',
      'no-cause',
    ),
    removed('throw new LoadError("m"); // no-cause: nothing was caught', 'throw new LoadError("m");', 'no-cause'),

    // Options.
    {
      filename: 'src/b.test.ts',
      code: 'load(); // expected: the page works without it',
      output: 'load();',
      options: [{ allowInTests: false }],
      errors: ['unused'],
    },
    {
      name: 'a guard of the settings narrows, and the rest is thrown',
      code: 'try { load(); } catch (e) {\n  // expected: the cache may be cold\n  if (!isCold(e)) throw e;\n  throw new ColdError("m", { cause: e });\n}',
      output: 'try { load(); } catch (e) {\n  if (!isCold(e)) throw e;\n  throw new ColdError("m", { cause: e });\n}',
      settings: { guards: ['isCold'] },
      errors: ['unused'],
    },
  ],
});

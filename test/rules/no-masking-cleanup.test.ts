import noMaskingCleanup from '../../rules/no-masking-cleanup.ts';
import { testRule } from '../support/rule-tester.ts';

const leaves = ['leaves'];
const awaits = ['awaits'];
const inFunction = (body: string): string => `async function run() { ${body} }`;

testRule('no-masking-cleanup', noMaskingCleanup, {
  valid: [
    // Cleanups that end normally.
    'try { load(); } finally { close(); }',
    'try { load(); } catch { } finally { close(); }',
    'try { load(); } finally { }',
    'try { load(); } catch (e) { throw e; }',
    inFunction('try { return 1; } catch (e) { return 2; } finally { note(); }'),

    // Jumps that stay inside.
    'try { load(); } finally { while (true) break; }',
    'try { load(); } finally { for (;;) { if (a) continue; break; } }',
    'try { load(); } finally { for (const a of list) { if (a) continue; } }',
    'try { load(); } finally { do { break; } while (a); }',
    'try { load(); } finally { switch (a) { case 1: break; } }',
    'try { load(); } finally { outer: for (const a of list) { for (const b of a) { if (b) continue outer; } } }',
    'try { load(); } finally { block: { if (a) break block; } }',
    'try { load(); } finally { function f() { return 1; } }',
    'try { load(); } finally { const f = () => { throw new Error("m"); }; }',
    'try { load(); } finally { list.forEach((a) => { if (a) return; }); }',
    'try { load(); } finally { class A { static { a: { break a; } } run() { return 1; } } }',
    'try { load(); } finally { try { throw new Error("m"); } catch { } }',

    // Nothing is on its way.
    inFunction('try { load(); } catch (e) { failure = e; } finally { if (failure) return; note(); }'),
    'for (const a of list) { try { load(a); } catch (e) { report(e); } finally { continue; } }',

    // Awaited cleanups that cannot fail, or that are guarded.
    inFunction('try { await load(); } finally { await close().catch(report); }'),
    inFunction('try { await load(); } finally { await close().then(note, report); }'),
    inFunction('try { await load(); } finally { try { await close(); } catch (e) { report(e); } }'),
    inFunction('try { await load(); } finally { await Promise.allSettled([close(), end()]); }'),
    inFunction('try { await load(); } finally { await sleep(10); }'),
    inFunction('try { await load(); } finally { await new Promise((resolve) => setTimeout(resolve, 10)); }'),
    'async function quiet() { try { await end(); } catch (e) { report(e); } } async function run() { try { await load(); } finally { await quiet(); } }',
    'class A { async run() { try { await load(); } finally { await this.quiet(); } } async quiet() { try { await end(); } catch {} } }',
    inFunction('try { await load(); } finally { void close(); }'),
    inFunction('try { await load(); } finally { later(async () => { await close(); }); }'),
    { name: 'the block cannot fail', code: inFunction('try { count += 1; } finally { await close(); }') },
    {
      name: 'the handler receives every error',
      code: inFunction('try { await load(); } catch (e) { report(e); } finally { await close(); }'),
    },
    inFunction('await using connection = await open(); await load(connection);'),
    { filename: 'src/a.test.ts', code: inFunction('try { await load(); } finally { await close(); }') },

    inFunction('const beat = loop().catch(report); try { await load(); } finally { await beat; }'),
    inFunction('const done = Promise.allSettled(tasks); try { await load(); } finally { await done; }'),
    'import { open } from "node:fs/promises"; async function run() { const file = await open(path); try { await load(file); } finally { await file.close(); } }',
    inFunction(
      'const handle = await openRegularFile(path); try { await load(handle); } finally { await handle.close(); }',
    ),
    inFunction('try { await load(); } finally { await flush(this.logger); }'),
    'function end() { return Promise.resolve(); } async function run() { try { await load(); } finally { await end(); } }',

    // In front of a rethrow.
    inFunction('try { await load(); } catch (e) { await rollback().catch(report); throw e; }'),
    inFunction(
      'try { await load(); } catch (e) { try { await rollback(); } catch (inner) { report(inner); } throw e; }',
    ),
    inFunction('try { await load(); } catch (e) { rollback(); throw e; }'),
    inFunction(
      'try { await load(); } catch (e) { await rollback().catch((inner) => { throw new AggregateError([e, inner]); }); throw e; }',
    ),
    inFunction('try { await load(); } catch (e) { await rollback(); }'),
    inFunction('try { await load(); } catch (e) { throw await describe(e); }'),
    inFunction(
      'try { await load(); } catch (e) { const text = await read(e); throw new LoadError(text, { cause: e }); }',
    ),

    inFunction('try { await load(); } catch (e) { if (e.isBusy) { await close(); return load(); } throw e; }'),

    // Promises.
    'load().finally(() => { close(); });',
    'load().finally(() => close());',
    'load().finally(close);',
    'load().finally(async () => { await close().catch(report); });',
    'load().finally(() => { list.forEach(() => { throw new Error("m"); }); });',
    'load().then(() => { throw new Error("m"); });',
    'finally_(() => { throw new Error("m"); });',

    // A reason is given.
    'function f() { try { load(); } finally {\n  // expected: a read that is over is over, whatever happened\n  return;\n} }',
    inFunction('try { await load(); } finally {\n  // expected: close never rejects\n  await close();\n}'),

    // Options.
    { code: inFunction('try { await load(); } finally { await close(); }'), options: [{ checkAwait: false }] },
    {
      code: inFunction('try { await load(); } catch (e) { await rollback(); throw e; }'),
      options: [{ checkAwait: false }],
    },
    { code: 'load().finally(async () => { await close(); });', options: [{ checkAwait: false }] },
    { code: 'load().finally(() => { throw new Error("m"); });', options: [{ checkPromiseFinally: false }] },
    {
      code: 'function f() { try { load(); } finally {\n  // a failed read may be ignored here\n  return;\n} }',
      options: [{ requireDirective: false }],
    },
    {
      name: 'what the handler has kept goes on, whatever its cleanup says',
      code: 'function each(list) { let failure; try { visit(list); } catch (e) { failure = { e }; close(list); } finally { try { end(list); } finally { if (failure) throw failure.e; } } }',
    },
    {
      name: 'what the handler has kept goes on',
      code: 'function each(list) { let failure; try { visit(list); } catch (e) { failure = { e }; close(list); } finally { if (failure) throw failure.e; } }',
    },
  ],
  invalid: [
    {
      name: 'another error than the one that was kept',
      code: 'function each(list) { let failure; try { visit(list); } catch (e) { failure = { e }; close(list); throw e; } finally { if (failure) throw new VisitError(); } }',
      errors: ['leaves'],
    },
    // Leaving.
    {
      code: 'function f() { try { load(); } finally { return 1; } }',
      errors: [
        { messageId: 'leaves', column: 42, data: { name: 'return', handlerKind: 'finally', outcome: 'masked' } },
      ],
    },
    { code: 'function f() { try { load(); } finally { return; } }', errors: leaves },
    {
      code: 'try { load(); } finally { throw new Error("m"); }',
      errors: [{ messageId: 'leaves', data: { name: 'throw' } }],
    },
    { code: 'for (;;) try { load(); } finally { break; }', errors: [{ messageId: 'leaves', data: { name: 'break' } }] },
    {
      code: 'for (;;) try { load(); } finally { continue; }',
      errors: [{ messageId: 'leaves', data: { name: 'continue' } }],
    },
    { code: 'for (;;) try { load(); } finally { switch (a) { case 1: continue; } }', errors: leaves },
    { code: 'switch (a) { case 1: try { load(); } finally { break; } }', errors: leaves },
    { code: 'a: try { load(); } finally { break a; }', errors: leaves },
    { code: 'a: for (;;) try { load(); } finally { for (;;) break a; }', errors: leaves },
    {
      code: 'function f() { try { load(); } finally { if (a) { return 1; } else { return 2; } } }',
      errors: [...leaves, ...leaves],
    },
    { code: 'function f() { try { load(); } catch (e) { return 1; } finally { return 2; } }', errors: leaves },
    { code: 'function f() { try { load(); } catch (e) { throw e; } finally { return; } }', errors: leaves },
    {
      name: 'reported once',
      code: 'function f() { try { load(); } finally { try { end(); } finally { return; } } }',
      errors: leaves,
    },
    {
      code: 'function f() { try { load(); } finally { try { throw new Error("m"); } finally { end(); } } }',
      errors: leaves,
    },
    { code: 'function f() { try { load(); } finally { try { end(); } catch (e) { throw e; } } }', errors: leaves },
    { code: 'function f() { try { load(); } finally { try { return 1; } catch { } } }', errors: leaves },
    { code: 'function* f() { try { yield 1; } finally { return 2; } }', errors: leaves },
    { code: 'class A { static { for (;;) try { load(); } finally { break; } } }', errors: leaves },
    { code: 'function f() { try { load(); } finally { using lock = take(); return lock; } }', errors: leaves },
    { code: 'function f() { try { load(); } finally {\n  // expected: gone\n  return;\n} }', errors: leaves },
    { code: 'function f() { try { load(); } finally {\n  // nobody needs the error\n  return;\n} }', errors: leaves },

    // Awaited cleanups.
    {
      code: inFunction('try { await load(); } finally { await connection.close(); }'),
      errors: [{ messageId: 'awaits', data: { name: 'connection.close()', handlerKind: 'finally' } }],
    },
    { code: inFunction('try { load(); } finally { await close(); }'), errors: awaits },
    {
      code: inFunction('try { await load(); } finally { await pending; }'),
      errors: [{ messageId: 'awaits', data: { name: 'pending' } }],
    },
    { code: inFunction('try { await load(); } finally { if (open) { await close(); } }'), errors: awaits },
    { code: inFunction('try { await load(); } finally { await Promise.all([close(), end()]); }'), errors: awaits },
    { code: inFunction('try { await load(); } finally { await close().finally(note); }'), errors: awaits },
    { code: inFunction('try { await load(); } finally { await connection?.close(); }'), errors: awaits },
    {
      code: inFunction('try { await load(); } finally { try { await close(); } finally { note(); } }'),
      errors: awaits,
    },
    { code: inFunction('try { await load(); } catch (e) { throw e; } finally { await close(); }'), errors: awaits },
    {
      code: inFunction('try { await load(); } catch (e) { await tell(e); } finally { await close(); }'),
      errors: awaits,
    },
    {
      name: 'one report a block',
      code: inFunction('try { await load(); } finally { await close(); await end(); }'),
      errors: awaits,
    },
    {
      code: 'async function end() { await close(); } async function run() { try { await load(); } finally { await end(); } }',
      errors: awaits,
    },
    {
      code: 'class A { @traced async run(): Promise<void> { try { await load(); } finally { await (this.close as Close)(); } } }',
      errors: awaits,
    },
    {
      filename: 'src/a.test.ts',
      code: inFunction('try { await load(); } finally { await close(); }'),
      options: [{ allowInTests: false }],
      errors: awaits,
    },
    { filename: 'src/b.test.ts', code: 'function f() { try { load(); } finally { return; } }', errors: leaves },

    {
      code: inFunction('const file = await pool.open(); try { await load(file); } finally { await file.close(); }'),
      errors: awaits,
    },

    // In front of a rethrow.
    {
      name: 'the failure of the cleanup takes the place of the error',
      code: inFunction(
        'try { await load(); } catch (e) { await rollback().catch((inner) => { throw new UndoError(inner); }); throw e; }',
      ),
      errors: ['rethrows'],
    },
    {
      code: inFunction('try { await load(); } catch (e) { await transaction.rollback(); throw e; }'),
      errors: [{ messageId: 'rethrows', data: { name: 'transaction.rollback()', handlerKind: 'catch-clause' } }],
    },
    {
      code: inFunction('try { await load(); } catch (e) { await client.query("ROLLBACK"); throw e; }'),
      errors: ['rethrows'],
    },
    {
      code: inFunction(
        'try { await load(); } catch (e) { note(e); if (open) await close(); throw new LoadError("m", { cause: e }); }',
      ),
      errors: ['rethrows'],
    },
    {
      code: inFunction('try { await load(); } catch (e) { await rollback(); throw e; } finally { await close(); }'),
      errors: ['rethrows', 'awaits'],
    },

    // Promises.
    { code: 'load().finally(() => { throw new Error("m"); });', errors: [{ messageId: 'promise', column: 24 }] },
    { code: 'load().finally(function () { if (a) throw new Error("m"); });', errors: ['promise'] },
    { code: 'load()?.["finally"](() => { throw new Error("m"); }); a.finally;', errors: ['promise'] },
    { code: 'load().finally(async () => { await close(); });', errors: ['promise'] },
    { code: 'async function end() { await close(); } load().finally(end);', errors: ['promise'] },
  ],
});

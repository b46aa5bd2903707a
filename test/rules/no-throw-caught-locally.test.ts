import noThrowCaughtLocally from '../../rules/no-throw-caught-locally.ts';
import { testRule, type ExpectedError } from '../support/rule-tester.ts';

const guarded = (handler: string, body = 'if (!id) throw new Error("m"); load(id);'): string =>
  `async function f(id) { try { ${body} } catch (e) { ${handler} } }`;
const jumps: ExpectedError[] = [{ messageId: 'jump' }];

testRule('no-throw-caught-locally', noThrowCaughtLocally, {
  valid: [
    // The throw leaves the function.
    'function f(id) { if (!id) throw new Error("m"); }',
    'function f(id) { try { load(id); } catch (e) { throw new Error("m", { cause: e }); } }',
    'function f(id) { try { if (!id) throw new Error("m"); } finally { close(); } }',
    'function f(id) { try { load(id); } catch (e) { log(e); } finally { if (!id) throw new Error("m"); } }',
    'function f(id) { try { load(id); } catch (e) { log(e); } if (!id) throw new Error("m"); }',
    guarded('return null;', 'items.map((item) => { if (!item) throw new Error("m"); });'),
    guarded('return null;', 'const check = function () { throw new Error("m"); }; check();'),
    guarded('return null;', 'class A { static { throw new Error("m"); } }'),
    guarded('return null;', 'run({ check() { throw new Error("m"); } });'),

    // The `catch` throws, or hands the error on.
    guarded('throw e;'),
    guarded('throw new Error("Could not load", { cause: e });'),
    guarded('throw new Error("Could not load");'),
    guarded('if (e instanceof KnownError) return null; throw e;'),
    guarded('if (isStrict) throw e; return null;'),
    guarded('return Promise.reject(e);'),
    guarded('return { ok: false, error: e };'),
    guarded('return { ok: false, error: e.message };'),
    guarded('setError(e);'),
    guarded('show(e.message);'),
    guarded('res.status(400).send(e.message);'),
    guarded('next(e);'),
    guarded('lastError = e;'),
    guarded('Sentry.captureException(e);'),
    guarded('console.error(e); process.exit(1);'),
    guarded('return loadFromCache(id);'),
    guarded('assert(false, "could not load");'),
    guarded('assertArgument(false, "could not load", "id", id);'),
    guarded('invariant(0, "could not load");'),

    // What was not made here comes from elsewhere.
    guarded('return null;', 'const result = load(id); if (result.error) throw result.error;'),
    guarded('return null;', 'throw await reason;'),
    guarded('return null;', 'try { load(id); } catch (error) { throw new Error("m", { cause: error }); }'),
    guarded('return null;', 'signal.throwIfAborted();'),

    // Options.
    { code: guarded('console.error(e);'), options: [{ allowRead: true }] },
    { code: guarded('logger.warn(`Could not load: ${e.message}`); return null;'), options: [{ allowRead: true }] },
    {
      code: guarded(
        'return null;',
        'for (const item of items) for (const part of item) if (part.id === id) throw new Error("m");',
      ),
      options: [{ allowInLoops: true }],
    },
    {
      name: 'a test that expects a throw',
      code: guarded('', 'load(id); throw new Error("should have thrown");'),
      filename: 'src/a.test.ts',
    },
  ],
  invalid: [
    {
      code: guarded('return null;'),
      errors: [
        {
          messageId: 'jump',
          line: 1,
          column: 39,
          data: { name: 'Error', handlerKind: 'catch-clause', outcome: 'replaced' },
        },
      ],
    },
    {
      code: guarded(''),
      errors: [{ messageId: 'jump', data: { name: 'Error', handlerKind: 'catch-clause', outcome: 'ignored' } }],
    },
    { code: guarded('return false;').replace('catch (e)', 'catch'), errors: jumps },
    { code: guarded('return { ok: false };'), errors: jumps },
    { code: guarded('setStatus("failed");'), errors: jumps },
    { code: guarded('console.error(e);'), errors: jumps },
    { code: guarded('console.error(e); return null;'), errors: jumps },
    { code: guarded('logger.warn("Could not load");'), errors: jumps },
    {
      name: 'a class is a label with a longer name',
      code: guarded('if (e instanceof StopError) return null;', 'if (!id) throw new StopError();'),
      errors: jumps,
    },
    {
      name: 'picked out, but not read',
      code: guarded('if (e instanceof StopError) return null;', 'if (!id) throw new StopError();'),
      options: [{ allowRead: true }],
      errors: jumps,
    },
    { code: guarded('if (isStrict) throw e; return null;'), options: [{ allowRethrowBranches: false }], errors: jumps },
    {
      name: 'text',
      code: guarded('return null;', 'if (!id) throw "stop";'),
      errors: [{ messageId: 'jump', data: { name: 'string', handlerKind: 'catch-clause', outcome: 'replaced' } }],
    },
    { code: guarded('return null;', 'if (!id) throw `no ${id}`;'), errors: jumps },
    { code: guarded('return null;', 'throw Object.assign(new Error("m"), { id });'), errors: jumps },
    { code: guarded('return null;', 'throw createNotFoundError(id);'), errors: jumps },
    { code: guarded('return null;', 'throw NotFoundError.of(id) as Error;'), errors: jumps },
    { code: guarded('return null;', '{ switch (id) { case 1: { throw new Error("m"); } } }'), errors: jumps },
    {
      code: guarded('return null;', 'for await (const item of load(id)) if (!item) throw new Error("m");'),
      errors: jumps,
    },
    {
      code: guarded(
        'return null;',
        'outer: while (true) { using x = open(); if (!x) throw new Error("m"); continue outer; }',
      ),
      errors: jumps,
    },
    { code: guarded('return null;', 'try { throw new Error("m"); } finally { close(); }'), errors: jumps },
    {
      name: 'two of them',
      code: guarded('return null;', 'if (!id) throw new Error("a"); if (id < 0) throw new Error("b");'),
      errors: [...jumps, ...jumps],
    },
    { code: 'const f = async () => { try { throw new Error("m"); } catch { /* b */ } };', errors: jumps },
    { code: 'function* f() { try { yield 1; throw new Error("m"); } catch { return 2; } }', errors: jumps },
    { code: 'class A { #load() { try { throw new Error("m"); } catch { return 2; } } }', errors: jumps },
    { code: 'class A { static { try { throw new Error("m"); } catch {} } }', errors: jumps },
    { code: 'try { if (!globalThis.crypto) throw new Error("m"); } catch {}', errors: jumps },
    {
      name: 'tests, when asked for',
      code: guarded('', 'throw new Error("m");'),
      filename: 'src/a.test.ts',
      options: [{ allowInTests: false }],
      errors: jumps,
    },
  ],
});

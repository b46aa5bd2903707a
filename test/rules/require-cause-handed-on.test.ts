import requireCause from '../../rules/require-cause.ts';
import { testRule } from '../support/rule-tester.ts';

const missing = ['missing'];

/** New errors that leave a handler by no failure channel, and values that only get a class. */
testRule('require-cause', requireCause, {
  valid: [
    // Kept.
    'function f() { try { load(); } catch (e) { return new LoadError("m", { cause: e }); } }',
    'function f() { try { load(); } catch (e) { return { error: new LoadError("m", { cause: e }) }; } }',
    'function* f() { try { load(); } catch (e) { yield new LoadError("m", e); } }',
    'try { load(); } catch (e) { emit("failed", new LoadError("m", { cause: e })); }',
    'load().catch((e) => new LoadError("m", { cause: e }));',

    // Not handed on.
    'function f() { return new LoadError("m"); }',
    'function f() { try { return new LoadError("m"); } catch (e) { throw e; } }',
    'try { load(); } catch (e) { console.error(new LoadError("m")); throw e; }',
    'try { load(); } catch (e) { logger.warn("m", { err: new LoadError("m") }); throw e; }',
    'try { load(); } catch (e) { expect(e).toEqual(new LoadError("m")); }',
    'try { load(); } catch (e) { const known = isKnown(new LoadError("m")); use(known, e); }',
    'function f() { try { load(); } catch (e) { use(e); return () => new LoadError("m"); } }',

    // Not named as an error, so it may be anything.
    'function f() { try { load(); } catch (e) { report(e); return new Result(); } }',
    'function f() { try { load(); } catch (e) { report(e); return new Response("m", { status: 500 }); } }',

    // What was thrown is no error: its text is all there is.
    'try { load(); } catch (e) { throw e instanceof Error ? e : new Error(String(e)); }',
    'try { load(); } catch (e) { if (!(e instanceof Error)) throw new Error(`failed: ${e}`); throw e; }',
    'try { load(); } catch (e) { if (e instanceof Error) { throw e; } else { throw new LoadError(String(e)); } }',
    'try { load(); } catch (e) { const error = isError(e) ? e : new Error(String(e)); throw error; }',
    'load().catch((e) => { done(e instanceof Error ? e : new Error(String(e))); });',

    // Options.
    {
      code: 'function f() { try { load(); } catch (e) { return new LoadError("m"); } }',
      options: [{ checkClasses: 'built-in' }],
    },
    {
      code: 'function f() { try { load(); } catch (e) { return new LoadError("m"); } }',
      options: [{ exempt: ['LoadError'] }],
    },
    'function f() {\n  try {\n    load();\n  } catch (e) {\n    // no-cause: it quotes the secret\n    return new LoadError("m");\n  }\n}',
  ],
  invalid: [
    { code: 'function f() { try { load(); } catch (e) { return new Error("m"); } }', errors: missing },
    { code: 'function f() { try { load(); } catch (e) { return new LoadError(e.message); } }', errors: missing },
    { code: 'function f() { try { load(); } catch (e) { return { error: new LoadError("m") }; } }', errors: missing },
    { code: 'function f() { try { load(); } catch (e) { return [null, new LoadError("m")]; } }', errors: missing },
    { code: 'function f() { try { load(); } catch (e) { return isBad ? new LoadError("m") : e; } }', errors: missing },
    { code: 'function f() { try { load(); } catch (e) { return new LoadError("m") as Failure; } }', errors: missing },
    { code: 'function* f() { try { load(); } catch (e) { yield new LoadError("m"); } }', errors: missing },
    { code: 'try { load(); } catch (e) { emit("failed", new LoadError("m")); }', errors: missing },
    { code: 'try { load(); } catch (e) { this.fail(new LoadError("m")); }', errors: missing },
    { code: 'load().catch((e) => new LoadError("m"));', errors: missing },
    { code: 'load().catch(() => new LoadError("m"));', errors: missing },
    { code: 'function f() { try { load(); } catch { return new LoadError("m"); } }', errors: ['unbound'] },
    { code: 'try { load(); } catch (e) { throw ConnectionError.timeout(10); }', errors: missing },
    {
      code: 'function f() { try { load(); } catch (e) { return new LoadError("m"); } }',
      errors: [
        {
          messageId: 'missing',
          suggestions: [
            {
              messageId: 'addCause',
              output: 'function f() { try { load(); } catch (e) { return new LoadError("m", { cause: e }); } }',
            },
          ],
        },
      ],
      name: 'the cause is offered',
    },

    // The text of what may be an error is not enough.
    { code: 'try { load(); } catch (e) { throw e instanceof Error ? new Error(e.message) : e; }', errors: missing },
    { code: 'try { load(); } catch (e) { throw e instanceof LoadError ? e : new Error(String(e)); }', errors: missing },
    {
      code: 'try { load(); } catch (e) { if (!(e instanceof Error)) throw new Error("not an error"); throw e; }',
      errors: missing,
    },
  ],
});

import noLogOnlyCatch from '../../rules/no-log-only-catch.ts';
import { testRule, type InvalidCase } from '../support/rule-tester.ts';

/** Allowed by default, and reported once the option is off (and with it whatever else would allow it). */
const places: readonly { readonly code: string; readonly off: object }[] = [
  // One item of several.
  {
    code: 'function f(event) { for (const listener of listeners) { try { listener(event); } catch (e) { console.error(e); } } return 1; }',
    off: { allowIsolation: false },
  },
  {
    code: 'function f(event) { try { this.options.onChange(event); } catch (e) { console.error(e); } return 1; }',
    off: { allowIsolation: false },
  },

  {
    code: 'async function f() { for (const result of await Promise.allSettled(tasks)) { if (result.status === "rejected") { console.error(result.reason); } } return 1; }',
    off: { allowIsolation: false },
  },
  {
    code: 'async function f() { for (const file of files) { try { await move(file); } catch (e) { console.warn(`not moved: ${file}`, e); } } return rest(); }',
    off: { allowIsolation: false },
  },
  {
    code: 'function f() { const all = []; all.push(load().catch((e) => console.error(e))); return Promise.all(all); }',
    off: { allowIsolation: false },
  },
  {
    code: 'function run(callback) { const done = Promise.resolve(callback()).catch((e) => console.error(e)); return done; }',
    off: { allowIsolation: false },
  },
  {
    code: 'async function f() { for (const way of ways) { try { found = await way.go(); } catch (e) { console.error(e); } if (found) return found; } return none(); }',
    off: { allowIsolation: false },
  },
  {
    code: 'async function f() { for (const url of urls) { try { return await load(url); } catch (e) { console.error(e); } } return []; }',
    off: { allowIsolation: false },
  },

  // The last step.
  {
    code: 'function refresh() { use(); try { load(); } catch (e) { console.error(e); } }',
    off: { allowLastStep: false },
  },
  {
    code: 'function refresh() { try { load(); } catch (e) { console.error(e); return; } use(); }',
    off: { allowLastStep: false },
  },

  // The log line says how the program goes on.
  {
    code: 'function f() { try { return load(); } catch (e) { console.warn("falling back to the defaults", e); return []; } }',
    off: { allowAnnounced: false },
  },

  {
    code: 'function f() { try { observe(); } catch (e) { console.error(e); /* must not crash the page */ } return 1; }',
    off: { allowAnnounced: false },
  },

  {
    code: 'function f() { try { return read(); } catch (e) { console.error(e); /* we can still continue with the rest */ } return []; }',
    off: { allowAnnounced: false },
  },

  // Best effort, by the level.
  {
    code: 'function f() { try { load(); } catch (e) { logger.debug("no cache", e); } return 1; }',
    off: { allowAtDebugLevel: false },
  },

  // `false` is an answer.
  {
    code: 'function f() { try { save(); return 1; } catch (e) { console.error(e); return false; } }',
    off: { allowFalse: false },
  },

  // Nobody to tell.
  {
    code: 'emitter.on("data", () => { try { load(); } catch (e) { console.error(e); } rest(); });',
    off: { allowWithoutCaller: false },
  },
  {
    code: 'class A { onClick() { try { load(); } catch (e) { console.error(e); } rest(); } }',
    off: { allowWithoutCaller: false },
  },
  {
    code: 'class A { async refreshTick() { try { await load(); } catch (e) { console.error(e); } use(); } }',
    off: { allowWithoutCaller: false },
  },
  {
    code: 'class A { onChange() { this.reload(); rest(); } private async reload() { try { await load(); } catch (e) { console.error(e); } use(); } }',
    off: { allowWithoutCaller: false },
  },
  {
    code: 'function f() { void load().catch((e) => console.error(e)); return 1; }',
    off: { allowVoidFireAndForget: false, allowLastStep: false },
  },
  {
    code: 'function f() { context.waitUntil(load().catch((e) => console.error(e))); return 1; }',
    off: { allowVoidFireAndForget: false },
  },
  {
    code: 'load().catch((e) => console.error(e));',
    off: { allowInEntryPoints: false, allowVoidFireAndForget: false, allowLastStep: false, allowWithoutCaller: false },
  },
];

testRule('no-log-only-catch', noLogOnlyCatch, {
  valid: [
    ...places.map(({ code }) => code),
    // Another way to the result, behind a branch.
    'function f(a) { if (a) { try { if (a.b) return build(a.b); } catch (e) { console.warn(e); } } return build({}); }',
    // What can fail in one way needs no error beside the words that tell it.
    'function f(text) { try { new RegExp(text); } catch { console.warn("Falling back to the plain text"); return text; } return 1; }',
  ],
  invalid: [
    ...places.map(({ code, off }): InvalidCase => ({ code, options: [off], errors: ['logOnly'] })),

    // Near misses.
    {
      code: 'function f() { for (const id of ids) { try { total += load(id); } catch (e) { console.error(e); } } return total; }',
      errors: ['logOnly'],
    },
    { code: 'function f() { try { load(); } catch (e) { console.error(e); } return use(); }', errors: ['logOnly'] },
    { code: 'function f() { try { load(); } catch (e) { console.error(e); } use(); }', errors: ['logOnly'] },
    { code: 'function saveRows() { try { load(); } catch (e) { console.error(e); } }', errors: ['logOnly'] },
    {
      code: 'function f() { try { return load(); } catch (e) { console.warn("could not load the rows", e); return []; } }',
      errors: ['logOnly'],
    },
    {
      code: 'function f() { try { load(); } catch (e) { logger.info("no cache", e); } return 1; }',
      errors: ['logOnly'],
    },
    {
      code: 'function f() { try { return load(); } catch (e) { logger.debug("no cache", e); return []; } }',
      errors: ['logOnly'],
    },
    {
      code: 'function f() { try { save(); return 1; } catch (e) { console.error(e); return 0; } }',
      errors: ['logOnly'],
    },
    {
      code: 'items.map(() => { try { load(); } catch (e) { console.error(e); } return rest(); });',
      errors: ['logOnly'],
    },
    { code: 'function f() { const p = load().catch((e) => console.error(e)); return p; }', errors: ['logOnly'] },

    // Gathered, not named, or waited for.
    {
      code: 'async function f() { for (const way of ways) { try { found = await way.go(); } catch (e) { console.error(e); } if (other) return found; } return none(); }',
      errors: ['logOnly'],
    },
    {
      code: 'function f() { const all = []; for (const id of ids) { try { all.push(load(id)); } catch (e) { console.error(id, e); } } return all; }',
      errors: ['logOnly'],
    },
    {
      code: 'async function f() { for (const file of files) { try { await move(file); } catch (e) { console.warn(e); } } return rest(); }',
      errors: ['logOnly'],
    },
    {
      code: 'class A { async run() { await this.reload(); rest(); } private async reload() { try { await load(); } catch (e) { console.error(e); } use(); } }',
      errors: ['logOnly'],
    },
    {
      code: 'class A { run() { this.pump(); } private async pump() { try { while (a) await load(); } catch (e) { console.error(e); } use(); } }',
      errors: ['logOnly'],
    },
    // Whose answer is taken has a caller.
    {
      code: 'class A { handleCalls() { try { load(); } catch (e) { console.error(e); } return use(); } }',
      errors: ['logOnly'],
    },
    { code: 'function setupWatcher() { try { watch(); } catch (e) { console.error(e); } }', errors: ['logOnly'] },
    // Yet to be written.
    {
      code: 'emitter.on("data", () => { try { load(); } catch (e) { console.error(e); /* TODO: now what? */ } });',
      errors: ['logOnly'],
    },
    { code: 'load().catch(console.error); // TODO: tell the user', errors: ['logOnly'] },
    // A yes is no answer to a failure.
    {
      code: 'async function isSafe() { for (const veto of vetoes) { try { if (await ask(veto)) return false; } catch (e) { console.error(e); } } return true; }',
      errors: ['logOnly'],
    },

    // What could not be done is no consequence.
    {
      code: 'function f() { try { load(); } catch (e) { console.error("could not stop the load", e); } return 1; }',
      errors: ['logOnly'],
    },

    // Without the error, only places without a caller are left.
    { code: 'function refresh() { use(); try { load(); } catch { console.error("m"); } }', errors: ['logBlind'] },
    {
      code: 'function f() { try { return load(); } catch { console.warn("falling back to the defaults"); return []; } }',
      errors: ['logBlind'],
    },
  ],
});

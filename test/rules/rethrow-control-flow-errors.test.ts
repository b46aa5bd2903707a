import rule from '../../rules/rethrow-control-flow-errors.ts';
import { testRule } from '../support/rule-tester.ts';

const next = 'import { redirect, notFound } from "next/navigation"; ';
const kit = 'import { redirect, error } from "@sveltejs/kit"; ';

testRule('rethrow-control-flow-errors', rule, {
  valid: [
    {
      name: 'the loop asks for the signal each turn',
      code: 'async function poll(signal) { while (!signal.aborted) { try { await load({ signal }); } catch (error) { log(error); } } }',
    },
    'async function poll(ids, signal) { for (const id of ids) { if (signal.aborted) break; try { await load(id, { signal }); } catch (error) { log(error); } } }',
    {
      name: 'one call, and its error is told',
      code: 'async function run(step, signal) { const failed = []; try { await step.run({ signal }); } catch (error) { failed.push(error); } return failed; }',
    },
    {
      name: 'the loop asks for the signal',
      code: 'async function run(steps, signal) { const failed = []; for (const step of steps) { try { await step.run({ signal }); } catch (error) { failed.push(error); if (signal.aborted) break; } } return failed; }',
    },
    // Nothing leaves by a throw.
    'try { save(); } catch (e) { console.error(e); }',
    `${next}async function act() { try { await save(); } catch (e) { return null; } redirect("/done"); }`,
    `${next}async function act() { try { await save(); } catch (e) { redirect("/failed"); } }`,
    `${next}async function act() { try { await save(); } catch (e) { console.error(e); } finally { redirect("/done"); } }`,
    `${next}try { items.map(() => redirect("/done")); } catch (e) { console.error(e); }`,
    `${next}try { const go = () => { redirect("/done"); }; note(go); } catch (e) { console.error(e); }`,

    // It is let pass.
    `${next}async function act() { try { await save(); redirect("/done"); } catch (e) { throw e; } }`,
    `${next}async function act() { try { await save(); redirect("/done"); } catch (e) { if (isRedirectError(e)) throw e; console.error(e); } }`,
    `${next}async function act() { try { await save(); redirect("/done"); } catch (e) { unstable_rethrow(e); console.error(e); } }`,
    `${next}async function act() { try { redirect("/done"); } catch (e) { if (e.digest?.startsWith("NEXT_REDIRECT")) throw e; return null; } }`,
    `${next}async function act() { try { redirect("/done"); } catch (e) { if (e instanceof FormError) return e.fields; throw e; } }`,
    `${next}async function act() { try { redirect("/done"); } catch (e) { return handleActionError(e); } }`,
    `${next}async function act() { try { redirect("/done"); } catch (e) { handleActionError(e); } }`,
    `${next}async function act() { try { redirect("/done"); } catch (e) { reportProblem(e); handleActionError(e); } }`,
    `${next}async function act() { try { redirect("/done"); } catch (e) { failure = e; } if (failure) throw failure; }`,
    `${kit}export async function load() { try { redirect(303, "/"); } catch (e) { if (isRedirect(e)) throw e; return {}; } }`,
    'async function loader() { try { throw redirect("/login"); } catch (e) { if (e instanceof Response) throw e; return null; } }',

    // Another function of that name.
    'function redirect(url) { location.href = url; } try { redirect("/done"); } catch (e) { console.error(e); }',
    'app.get("/", (req, res) => { try { res.redirect("/done"); } catch (e) { console.error(e); } });',
    'import { redirect } from "react-router"; async function loader() { try { return redirect("/login"); } catch (e) { return null; } }',
    'const { redirect } = useRouter(); try { redirect("/done"); } catch (e) { console.error(e); }',
    'function act(notFound) { try { notFound(); } catch (e) { console.error(e); } }',
    'try { router.notFound(); } catch (e) { console.error(e); }',

    // Chains that let it pass, or whose callbacks do not leave.
    `${next}const act = () => save().then(() => redirect("/done"));`,
    `${next}const act = () => save().then(() => redirect("/done")).catch((e) => { unstable_rethrow(e); return null; });`,
    `${next}const act = () => save().catch(() => null).then(() => redirect("/done"));`,
    `${next}const act = () => save().then(() => redirect("/done")).catch((e) => { throw e; }).then(show).catch(() => null);`,
    `${next}const act = () => save().then(() => later(() => redirect("/done"))).catch(() => null);`,

    // An inner handler receives it first.
    `${next}async function act() { try { try { redirect("/done"); } catch (e) { throw e; } await save(); } catch (e) { console.error(e); } }`,

    // The abort is seen, or is the function's own.
    'async function load(url, signal) { try { return await fetch(url, { signal }); } catch (e) { if (signal.aborted) throw e; return null; } }',
    'async function load(url, signal) { try { return await fetch(url, { signal }); } catch (e) { if (e.name === "AbortError") return; console.error(e); } }',
    'async function load(url, signal) { try { return await fetch(url, { signal }); } catch (e) { throw new LoadError("Cannot load.", { cause: e }); } }',
    'async function load(url, signal) { try { return await fetch(url, { signal }); } catch (e) { return { ok: false, error: e }; } }',
    'async function load(url, signal) { try { return await fetch(url, { signal }); } catch { return await find(url, signal); } }',
    'async function load(urls, signal) { for (const url of urls) { try { await get(url, { signal }); } catch (e) { note(); } signal.throwIfAborted(); } }',
    'async function load(url) { const signal = AbortSignal.timeout(5000); try { return await fetch(url, { signal }); } catch { return null; } }',
    'async function load(url) { try { return await fetch(url, { signal: AbortSignal.timeout(5000) }); } catch { return null; } }',
    'async function load(url) { try { return await fetch(url, { signal: this.controller.signal }); } catch { return null; } }',
    'async function load(url, options) { try { return await fetch(url, options); } catch { return null; } }',
    'function load(url, signal) { try { return fetch(url, { signal }); } catch { return null; } }',
    'async function wait(signal) { try { await delay(100, { signal }); } catch {\n  // expected: the wait ends early when nobody needs it any more\n} }',

    // Options.
    {
      options: [{ checkAbort: false }],
      code: 'async function load(url, signal) { try { return await fetch(url, { signal }); } catch { return null; } }',
    },
    { options: [{ functions: ['leave'] }], code: 'try { redirect("/done"); } catch (e) { console.error(e); }' },
    { filename: 'src/act.test.ts', code: `${next}try { redirect("/done"); } catch (e) { console.error(e); }` },
  ],

  invalid: [
    {
      name: 'asked once, before all turns',
      code: 'async function poll(ids, signal) { if (signal.aborted) return; for (const id of ids) { try { await load(id, { signal }); } catch (error) { log(error); } } }',
      errors: ['aborted'],
    },
    {
      name: 'the list is all that gets the error, and the next step begins',
      code: 'async function run(steps, signal) { const failed = []; for (const step of steps) { try { await step.run({ signal }); } catch (error) { failed.push({ step, error }); } } return failed; }',
      errors: ['aborted'],
    },
    {
      code: `${next}async function act() { try { await save(); redirect("/done"); } catch (error) { console.error(error); } }`,
      errors: [
        {
          messageId: 'swallowed',
          data: { call: 'redirect', handlerKind: 'catch-clause', outcome: 'swallowed' },
          suggestions: [
            {
              messageId: 'rethrowFirst',
              output:
                'import { redirect, notFound, unstable_rethrow } from "next/navigation"; async function act() { try { await save(); redirect("/done"); } catch (error) { unstable_rethrow(error); console.error(error); } }',
            },
          ],
        },
      ],
    },
    {
      name: 'the edit binds the error and leaves the comment',
      code: 'import { notFound } from "next/navigation";\nexport default async function Page({ id }) {\n  try {\n    if (!(await find(id))) notFound();\n  } catch {\n    // shown as empty\n    return null;\n  }\n}',
      errors: [
        {
          messageId: 'swallowed',
          line: 4,
          suggestions: [
            {
              messageId: 'rethrowFirst',
              output:
                'import { notFound, unstable_rethrow } from "next/navigation";\nexport default async function Page({ id }) {\n  try {\n    if (!(await find(id))) notFound();\n  } catch (error) {\n    // shown as empty\n    unstable_rethrow(error);\n    return null;\n  }\n}',
            },
          ],
        },
      ],
    },
    {
      code: `${kit}export async function load() { try { redirect(303, "/"); } catch (e) { return {}; } }`,
      errors: [
        {
          messageId: 'swallowed',
          suggestions: [
            {
              messageId: 'rethrowFirst',
              output:
                'import { redirect, error, isRedirect } from "@sveltejs/kit"; export async function load() { try { redirect(303, "/"); } catch (e) { if (isRedirect(e)) throw e; return {}; } }',
            },
          ],
        },
      ],
    },
    {
      code: `${kit}export async function load() { try { error(404, "gone"); } catch (e) { return {}; } }`,
      errors: [{ messageId: 'swallowed', suggestions: [] }],
    },

    // Who takes note of an error does not throw it.
    {
      code: `${next}async function act() { try { redirect("/done"); } catch (e) { report(e); } }`,
      errors: ['swallowed'],
    },
    {
      code: `${next}async function act() { try { redirect("/done"); } catch (e) { setProblem({ cause: e }); return null; } }`,
      errors: ['swallowed'],
    },

    // A chain swallows it as well.
    {
      code: `${next}const act = () => save().then(() => redirect("/done")).catch(() => ({ saved: false }));`,
      errors: ['swallowed'],
    },
    {
      code: `${next}const act = () => find().then((row) => { if (!row) notFound(); return row; }).then(show).catch((e) => { console.error(e); });`,
      errors: ['swallowed'],
    },

    // Another error in its place swallows it too.
    {
      code: `${next}async function act() { try { redirect("/done"); } catch (e) { throw new Error("Cannot save.", { cause: e }); } }`,
      errors: ['swallowed'],
    },
    {
      code: `${next}async function act() { try { redirect("/done"); } catch (e) { console.error(e); throw new Error("Cannot save."); } }`,
      errors: ['swallowed'],
    },
    {
      code: `${next}async function act() { try { redirect("/done"); } catch (e) { return { error: e.message }; } }`,
      errors: ['swallowed'],
    },
    {
      code: `${next}async function act() { try { return redirect("/done"); } catch (e) { return null; } }`,
      errors: ['swallowed'],
    },
    {
      code: `${next}async function act() { try { redirect("/done"); } catch {} }`,
      errors: [{ messageId: 'swallowed', suggestions: [] }],
    },
    {
      code: 'import * as nav from "next/navigation"; try { nav.redirect("/done"); } catch (e) { note(); }',
      errors: ['swallowed'],
    },
    {
      code: 'import { redirect as go } from "next/navigation"; try { go("/done"); } catch (e) { note(); }',
      errors: ['swallowed'],
    },

    // By its name alone: nothing uses the result, or it is thrown.
    {
      code: 'try { redirect("/done"); } catch (e) { console.error(e); }',
      errors: [{ messageId: 'swallowed', suggestions: [] }],
    },
    {
      code: 'import { redirect } from "@/i18n/navigation"; try { redirect("/done"); } catch (e) { console.error(e); }',
      errors: ['swallowed'],
    },
    {
      code: 'async function act() { try { await redirect("/done"); } catch (e) { console.error(e); } }',
      errors: ['swallowed'],
    },
    {
      code: 'import { redirect } from "react-router"; async function loader() { try { throw redirect("/login"); } catch (e) { return null; } }',
      errors: ['swallowed'],
    },
    {
      options: [{ functions: ['leave'] }],
      code: 'import { leave } from "./leave"; try { leave(); } catch (e) { console.error(e); }',
      errors: ['swallowed'],
    },
    {
      name: 'the first call of a block is shown',
      code: `${next}try { if (a) notFound(); redirect("/b"); } catch (e) { note(); }`,
      errors: [
        { messageId: 'swallowed', data: { call: 'notFound', handlerKind: 'catch-clause', outcome: 'swallowed' } },
      ],
    },
    {
      name: 'in the inner catch of what is guarded',
      code: `${next}try { try { save(); } catch { redirect("/failed"); } } catch (e) { note(); }`,
      errors: ['swallowed'],
    },

    // The signal of the caller.
    {
      code: 'async function load(url, signal) { try { return await fetch(url, { signal }); } catch (e) { return null; } }',
      errors: [
        {
          messageId: 'aborted',
          data: { call: 'fetch', handlerKind: 'catch-clause', outcome: 'swallowed' },
          suggestions: [
            {
              messageId: 'rethrowFirst',
              output:
                'async function load(url, signal) { try { return await fetch(url, { signal }); } catch (e) { if (signal?.aborted) throw e; return null; } }',
            },
          ],
        },
      ],
    },
    {
      code: 'async function load(url, { signal }) { try { return await fetch(url, { signal }); } catch (e) { console.error(e); } }',
      errors: ['aborted'],
    },
    {
      code: 'async function load(url, options) { try { return await get(url, { retries: 2, signal: options.signal }); } catch { return []; } }',
      errors: ['aborted'],
    },
    {
      code: 'async function load(urls, signal) { for (const url of urls) { try { signal.throwIfAborted(); await get(url); } catch (e) { console.error(e); } } }',
      errors: ['aborted'],
    },
    {
      code: 'async function poll(signal) { while (true) { try { signal.throwIfAborted(); await pump(); } catch { await sleep(100); } } }',
      errors: ['aborted'],
    },
    {
      code: 'async function load(urls, options) { for (const url of urls) { try { options.signal?.throwIfAborted(); await get(url); } catch { continue; } } }',
      errors: ['aborted'],
    },
    {
      options: [{ allowInTests: false }],
      filename: 'src/act.test.ts',
      code: `${next}try { redirect("/done"); } catch (e) { console.error(e); }`,
      errors: ['swallowed'],
    },

    // Strange.
    { code: `${next}class A { static { try { redirect("/a"); } catch (e) { note(); } } }`, errors: ['swallowed'] },
    { code: `${next}function* g() { try { yield 1; redirect("/a"); } catch (e) { yield 2; } }`, errors: ['swallowed'] },
    { code: `${next}outer: for (;;) { try { redirect("/a"); } catch (e) { continue outer; } }`, errors: ['swallowed'] },
    {
      code: `${next}class A { @Action() async act() { try { redirect("/a"); } catch (e) { return null; } } }`,
      errors: ['swallowed'],
    },
    { code: `${next}try { (redirect as Go)("/a"); } catch (e) { note(); }`, errors: ['swallowed'] },
    {
      filename: 'src/page.tsx',
      code: `${next}export async function Page() { try { const a = await load(); if (!a) notFound(); return <p>{a}</p>; } catch (e) { return <Failed />; } }`,
      errors: ['swallowed'],
    },
  ],
});

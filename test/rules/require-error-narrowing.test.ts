import rule from '../../rules/require-error-narrowing.ts';
import { testRule } from '../support/rule-tester.ts';

const errors = ['catchAll'];
const work = 'const user = await loadUser(id); await loadOrders(user); render(user);';
const lines = (body: string): string => `async function show(id) { try { ${work} } ${body} }`;

testRule('require-error-narrowing', rule, {
  valid: [
    // One thing can go wrong, or two.
    'try { settings = JSON.parse(text); } catch { settings = {}; }',
    'async function load() { try { return await read(); } catch { return null; } }',
    'function parse(text) { try { const parts = text.split("."); return decode(JSON.parse(parts[1])); } catch { return null; } }',
    'async function load() { try { const data = await read(); items.push(data); setItems(items); } catch { return null; } }',

    // A log line is all that is asked for, or beside an answer that tells the failure.
    lines('catch (e) { console.error("failed", e); }'),
    'function f() { void load().then(a).then(b).then(c).catch((e) => console.error(e)); return 1; }',
    'async function cleanupRows() { try { await a(); await b(); await c(); } catch (e) { console.error(e); } use(); }',
    'async function drop(id) { try { const folder = await find(id); await check(folder); await unlink(folder); } catch (e) { console.warn(e); } use(); }',
    'async function f() { try { await a(); await b(); } catch (e) { logger.error(e); return { ok: false }; } }',
    // The pair of answers is the contract, and a detail of an error may be missing.
    'async function f() { try { await a(); await b(); return true; } catch { return false; } }',
    'async function parseHttpError(r) { try { await a(r); await b(r); } catch { return toText(r); } }',

    // It asks which error it has.
    lines('catch (e) { if (!(e instanceof NotFoundError)) throw e; showEmpty(); }'),
    lines('catch (e) { if (e instanceof NotFoundError) { showEmpty(); } else { throw e; } }'),
    lines('catch (e) { if (e.code === "ENOENT") return null; setState({ failed: true }); }'),
    lines(
      'catch (e) { switch (e.status) { case 404: showEmpty(); break; case 403: showLogin(); break; default: throw e; } }',
    ),
    lines('catch (e) { setState(isNetworkError(e) ? "offline" : "failed"); }'),
    lines('catch (e) { const status = e.status; setState(status); }'),
    lines('catch (e) { isAbort(e) || setState("failed"); }'),

    // It lets the error pass.
    lines('catch (e) { throw e; }'),
    lines('catch (e) { throw new LoadError("Cannot load.", { cause: e }); }'),
    lines('catch (e) { next(e); }'),
    lines('catch (e) { failures.push(e); }'),
    lines('catch (e) { return { ok: false, error: e }; }'),
    lines('catch (e) { process.exit(1); }'),
    lines('catch (e) { Sentry.captureException(e); }'),
    lines('catch (e) { if (strict) throw e; return null; }'),

    // The person who waits is told.
    lines('catch { notifyError(); }'),
    lines('catch { toast.error("Could not load the orders."); }'),
    lines('catch { showToast("Could not load."); }'),
    lines('catch { showErrorMessage(t("failed")); }'),

    // It is a place at which all errors are to be caught.
    `app.get("/users", async (req, res) => { try { ${work} } catch { res.status(500).end(); } });`,
    `export async function GET(request) { try { ${work} } catch { return null; } }`,
    `async function main() { try { ${work} } catch { failed = true; } }`,
    `button.addEventListener("click", async () => { try { ${work} } catch { showError(); } });`,
    `async function handleMessage(message) { try { ${work} } catch { stats.failed += 1; } }`,
    `queue.process(async (job) => { try { ${work} } catch { stats.failed += 1; } });`,
    `async function poll() { while (running) { try { ${work} } catch { failures += 1; } } }`,
    `program.command("show").action(async () => { try { ${work} } catch { process.exitCode = 1; } });`,
    { name: 'tests', filename: 'src/show.test.ts', code: lines('catch { setState("failed"); }') },

    // It says why.
    lines('catch {\n  // expected: the view keeps the old state until the next visit\n}'),
    lines('catch {\n  // Without the user nothing is shown.\n  setState("empty");\n}'),

    // Chains that are short, or that nobody waits for.
    'function show() { return load().then(({ rows }) => rows.length).catch(() => { setState("failed"); }); }',
    'function show() { load().then(check).then(render).catch(() => { setState("failed"); }); }',
    'function show() { return load().then(check).then(render).catch((e) => { if (e.status !== 404) throw e; }); }',
    'function show() { return load().then(check).then(render).catch(handle); }',
    'load().then(check).then(render).catch(() => { setState("failed"); });',

    // What options allow.
    { options: [{ minCalls: 4 }], code: lines('catch { setState("failed"); }') },
    { options: [{ allowLogged: true }], code: lines('catch (e) { console.error(e); setState("failed"); }') },

    // Strange, and silent.
    { name: 'another way to the result', code: lines('catch { return loadFromCache(id); }') },
    {
      name: 'a probe by its name',
      code: `async function canShow(id) { try { ${work} return true; } catch { return false; } }`,
    },
    {
      name: 'calls that run later',
      code: 'try { const later = async () => { await a(); await b(); c(); }; note(later); } catch { failed = true; }',
    },
  ],

  invalid: [
    {
      code: lines('catch (err) { setState({ error: err }); }'),
      errors: [
        {
          messageId: 'catchAll',
          data: { calls: 3, handlerKind: 'catch-clause', outcome: 'forwarded' },
          suggestions: [
            {
              messageId: 'rethrowBugs',
              output: lines(
                'catch (err) { if (err instanceof TypeError || err instanceof ReferenceError) throw err; setState({ error: err }); }',
              ),
            },
          ],
        },
      ],
    },
    {
      name: 'the end of a chain',
      code: 'function show() { return load().then((user) => { check(user); return find(user); }).then(render).catch(() => { setState("failed"); }); }',
      errors: [{ messageId: 'catchAll', data: { calls: 4, handlerKind: 'promise-catch', outcome: 'signalled' } }],
    },
    {
      code: 'async function show() { const list = await Promise.all([load(), find()]).catch(() => []); render(list); }',
      errors,
    },
    {
      name: 'the edit binds the error',
      code: 'async function show(id) {\n  try {\n    await a(id);\n    await b(id);\n  } catch {\n    // shown as if there was none\n    return null;\n  }\n}',
      options: [{ allowWithReason: false }],
      errors: [
        {
          messageId: 'catchAll',
          line: 5,
          suggestions: [
            {
              messageId: 'rethrowBugs',
              output:
                'async function show(id) {\n  try {\n    await a(id);\n    await b(id);\n  } catch (error) {\n    // shown as if there was none\n    if (error instanceof TypeError || error instanceof ReferenceError) throw error;\n    return null;\n  }\n}',
            },
          ],
        },
      ],
    },
    { code: lines('catch { return null; }'), errors },
    { code: lines('catch (e) { return []; }'), errors },
    { code: lines('catch (e) { console.error(e); return undefined; }'), errors },
    { code: `${lines('catch (e) { console.error("failed", e); }').slice(0, -1)} use(id); }`, errors },
    { code: lines('catch (e) { setError(e.message); }'), errors },
    { code: lines('catch (e) { setError(e instanceof Error ? e.message : String(e)); setBusy(false); }'), errors },
    { code: lines('catch { this.failed = true; }'), errors },
    { code: lines('catch { showPage("Nothing here."); }'), errors },
    { code: lines('catch {}'), errors: [{ messageId: 'catchAll', suggestions: [] }] },
    { code: lines('catch {\n  // TODO\n}'), errors },
    {
      code: 'function apply() { try { validate(plan); migrate(plan); publish(plan); } catch { return false; } }',
      errors,
    },
    {
      code: 'async function load() { try { return merge(await Promise.all([a(), b(), c()])); } catch { return {}; } }',
      errors,
    },
    {
      code: 'const load = async () => { try { const a = await one(); const b = await two(a); return b; } catch { return {}; } };',
      errors,
    },

    // Options.
    {
      options: [{ allowBoundaries: false }],
      code: `async function main() { try { ${work} } catch { failed = true; } }`,
      errors,
    },
    {
      options: [{ allowInTests: false }],
      filename: 'src/show.test.ts',
      code: lines('catch { setState("failed"); }'),
      errors,
    },
    {
      options: [{ requireDirective: true }],
      code: lines('catch {\n  // Without the user nothing is shown.\n  setState("empty");\n}'),
      errors,
    },
    {
      options: [{ minReasonLength: 40, requireDirective: true }],
      code: lines('catch {\n  // expected: nobody waits\n}'),
      errors,
    },
    {
      options: [{ minCalls: 1 }],
      code: 'async function f() { try { await save(); } catch { setState("failed"); } }',
      errors,
    },
    // Strange.
    {
      code: 'class A { async show() { try { await this.#a(); await this.#b(); } catch { this.state = "none"; } } #a() {} #b() {} }',
      errors,
    },
    { code: 'async function* g() { try { yield await a(); await b(); } catch { failed = true; } }', errors },
    {
      code: 'async function f() { outer: for (const id of ids) { try { await a(id); await b(id); } catch { continue outer; } } }',
      errors,
    },
    {
      code: 'class A { @Bound() async show() { try { await a(); await b(); } catch { this.state = "none"; } } }',
      errors,
    },
    {
      code: 'async function f() { try { await using file = await open(path); await file.write(text); } catch { return 0; } }',
      errors,
    },
    { code: lines('catch (e) { if (verbose) console.log("failed"); return null; }'), errors },
    { code: lines('catch (e) { if (e instanceof Error) setError(e.message); }'), errors },
  ],
});

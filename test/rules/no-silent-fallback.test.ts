import noSilentFallback from '../../rules/no-silent-fallback.ts';
import { testRule, type ExpectedError } from '../support/rule-tester.ts';

const fallback = ['fallback'];
const skipped = ['skipped'];
const carriesOn = ['carriesOn'];
const withValue = (value: string): ExpectedError[] => [{ messageId: 'fallback', data: { value } }];

testRule('no-silent-fallback', noSilentFallback, {
  valid: [
    // Nothing is made up.
    'function f() { try { return load(); } catch (e) { throw e; } }',
    'function f() { try { return load(); } catch (e) { throw new LoadError("m", { cause: e }); } }',
    {
      name: 'an empty handler is the matter of no-silent-catch',
      code: 'function f() { try { return load(); } catch {} }',
    },
    'load().catch(() => {});',

    // The error is told.
    'function f() { try { return load(); } catch (e) { report(e); return []; } }',
    'function f() { try { return load(); } catch (e) { console.error(e); return []; } }',
    'function f() { try { return load(); } catch (e) { logger.warn("no cache", e); return []; } }',
    'function f() { try { return load(); } catch (e) { Sentry.captureException(e); return []; } }',
    'function f() { try { return load(); } catch (e) { this.lastError = e; return []; } }',
    'function f() { try { return load(); } catch (e) { return fallback(e); } }',
    'load().catch((e) => toDefault(e));',

    // The value is a failure itself.
    'function f() { try { return load(); } catch (e) { return { ok: false, error: e }; } }',
    'function f() { try { return load(); } catch { return { ok: false }; } }',
    'function f() { try { return load(); } catch { return { status: "failed" }; } }',
    'function f() { try { return load(); } catch (e) { return { message: e.message }; } }',
    'function f() { try { return load(); } catch { return new Response("m", { status: 500 }); } }',
    'function f() { try { return load(); } catch { return res.status(500).end(); } }',
    'function f() { try { return load(); } catch { return "could not load"; } }',
    'function f() { try { return load(); } catch (e) { return err(e); } }',
    'function f() { try { return load(); } catch (e) { return Promise.reject(e); } }',
    'async function f() { return load().catch((e) => ({ error: e })); }',
    'for (const item of items) { try { load(item); } catch { failures += 1; } }',
    'try { load(); } catch { process.exitCode = 1; }',

    'function f() { try { return load(); } catch { return UNAVAILABLE_MARKER; } }',
    'for (const row of rows) { try { out.push(load(row)); } catch { out.push(NOT_FOUND); } }',
    'for (const row of rows) { try { use(new URL(row)); } catch { invalidUrls.push(row); } }',
    'function f() { try { return load(); } catch { return "N/A"; } }',
    'function f() { try { return load(); } catch { return { kind: "rejected" as const, text }; } }',
    'function f() { try { return load(); } catch { return { content: [{ type: "text", text: JSON.stringify({ error: "none" }) }] }; } }',
    'function f() { try { return load(); } catch (e) { return { content: [{ text: JSON.stringify({ why: e instanceof Error ? e.message : String(e) }) }] }; } }',
    'function f() { try { load(); } catch { toggleNotification({ type: "danger", message: format({ id }) }); } }',
    'function f() { try { load(); } catch { toast(t("try again")); } }',
    'function f() { try { load(); } catch { notifications.show({ title }); } }',
    'function f() { try { load(); } catch (e) { const describe = () => texts[e.code]; show(describe()); } }',

    // There is a second way to the same result.
    'async function f() { try { return await readPrimary(id); } catch { return readReplica(id); } }',
    'async function f() { return load(id).catch(() => loadFrom(backup, id)); }',

    // Only expected errors are replaced.
    'function f() { try { return load(); } catch (e) { if (e.code !== "ENOENT") throw e; return undefined; } }',
    'function f() { try { return load(); } catch (e) { if (e.code === "ENOENT") return []; throw e; } }',
    'function f() { try { return load(); } catch (e) { if (e instanceof NotFoundError) { return null; } throw e; } }',
    'function f() { try { return load(); } catch (e) { if (isMissing(e)) return null; throw e; } }',
    'function f() { try { return load(); } catch (e) { switch (e.code) { case "ENOENT": return null; default: throw e; } } }',
    'async function f() { return load().catch((e) => { if (e.status === 404) return null; throw e; }); }',

    // A comment says why.
    'function f() { try { return load(); } catch { return []; /* expected: the cache may be cold */ } }',
    'function f() {\n  try {\n    return load();\n  } catch {\n    // A cold cache has no entries.\n    return [];\n  }\n}',
    'async function f() {\n  // expected: a cold cache has no entries\n  return load().catch(() => []);\n}',

    // The function promises a default by its name, or the pair of answers is the contract.
    'function tryLoad() { try { return load(); } catch { return undefined; } }',
    'const loadOrNull = () => { try { return load(); } catch { return null; } };',
    'class A { isValid(text) { try { check(text); return true; } catch { return false; } } }',
    'function works() { try { new Intl.Segmenter(); return true; } catch { return false; } }',
    'function fits() { try { return load().size > 0; } catch { return false; } }',
    'function isNode(value): value is Node { try { return read(value).ok; } catch { return false; } }',
    'async function f() { return load().then(() => true).catch(() => false); }',
    'async function f() { return load().then(() => true, () => false); }',
    'function f(path) { try { return statSync(path).isFile(); } catch { return false; } }',
    'async function ping() { try { const response = await fetch(url); return response.ok; } catch { return false; } }',
    'function f(text) { try { return load(text); } catch { return new Date(text); } }',
    'async function validateFile(path) { try { return await scan(path); } catch { return false; } }',
    'async function fileExistsIn(folder) { try { return (await list(folder)).has(name); } catch { return false; } }',
    'async function f() { const isUp = await ping().then((answer) => answer.ok, () => false); use(isUp); }',

    // A pure conversion fails in one way only.
    'function f(text) { try { return JSON.parse(text); } catch { return undefined; } }',
    'function f(text) { try { return new URL(text).hostname; } catch { return ""; } }',

    // Cleanup.
    'function f() { try { return socket.close(); } catch { return undefined; } }',

    // Options.
    { code: 'function f() { try { return load(); } catch { return []; } }', options: [{ allowValues: ['[]'] }] },
    { code: 'async function f() { return load().catch(() => false); }', options: [{ allowValues: ['false'] }] },
    { code: 'async function f() { return load().catch(() => []); }', options: [{ allowKinds: ['promise-catch'] }] },
    {
      code: 'function peek() { try { return load(); } catch { return []; } }',
      options: [{ allowFunctionNamePattern: '^peek$' }],
    },
    {
      code: 'function f() { try { return cache.warm(); } catch { return 0; } }',
      options: [{ allowOptionalCleanup: ['warm'] }],
    },
    {
      code: 'function f() { try { return load(); } catch (e) { track(e); return []; } }',
      settings: { reporters: ['track'] },
    },
    {
      code: 'function f() { try { return load(); } catch (e) { note(e.text); return []; } }',
      settings: { loggers: ['note'] },
    },
  ],
  invalid: [
    {
      code: 'async function f() { return load().then((list) => count(list), () => false); }',
      errors: withValue('false'),
    },
    {
      code: 'class A { async allow(request): Promise<boolean> { try { return await ask(request); } catch { return false; } } }',
      errors: withValue('false'),
    },
    {
      code: 'async function validate(row) { try { return await scan(row); } catch { return true; } }',
      errors: withValue('true'),
    },
    { code: 'function f() { try { load(); } catch { schedule(ERROR_DELAY_MS); } }', errors: carriesOn },
    { code: 'function f() { try { load(); } catch { this.failed.add(1); } }', errors: carriesOn },
    { code: 'function f() { try { load(); } catch { this.issuer = key; } }', errors: carriesOn },
    { code: 'function f() { try { load(); } catch { renderResults(rows); } }', errors: carriesOn },
    {
      code: 'async function f() { try { return (await load()).done; } catch { return false; } }',
      errors: withValue('false'),
    },
    { code: 'function f() { try { return load(); } catch { return new Date(); } }', errors: withValue('new Date()') },
    { code: 'function f() { try { load(); } catch { closeNotification(id); } }', errors: carriesOn },
    // A default is returned.
    { code: 'function f() { try { return load(); } catch { return []; } }', errors: withValue('[]') },
    { code: 'function f() { try { return load(); } catch (e) { return null; } }', errors: withValue('null') },
    { code: 'function f() { try { return load(); } catch { return undefined; } }', errors: withValue('undefined') },
    { code: 'function f() { try { return load(); } catch { return ""; } }', errors: withValue('""') },
    { code: 'function f() { try { return load(); } catch { return -1; } }', errors: withValue('-1') },
    { code: 'function f() { try { return load(); } catch { return {}; } }', errors: withValue('{}') },
    { code: 'function f() { try { return load(); } catch { return defaults; } }', errors: withValue('defaults') },
    { code: 'function f() { try { return load(); } catch { return new Map(); } }', errors: withValue('new Map()') },
    {
      code: 'function f() { try { return load(); } catch { return createEmpty(); } }',
      errors: withValue('createEmpty()'),
    },
    { code: 'function f() { try { return load(); } catch { return [] as Row[]; } }', errors: withValue('[] as Row[]') },
    { code: 'function f() { try { return load(); } catch { return { items: [], total: 0 }; } }', errors: fallback },
    {
      code: 'function f() { try { return load(); } catch { return { error: undefined, items: [] }; } }',
      errors: fallback,
    },
    {
      code: 'function f() { try { return load(); } catch (e) { if (isFirst) { return 1; } return 2; } }',
      errors: fallback,
    },
    {
      name: 'a boolean alone is no probe',
      code: 'function f() { try { return load(); } catch { return false; } }',
      errors: withValue('false'),
    },
    {
      name: 'long values are cut',
      code: 'function f() { try { return load(); } catch { return { one: 1, two: 2, three: 3, four: 4, five: 5 }; } }',
      errors: withValue('{ one: 1, two: 2, three: 3, four: 4, fi…'),
    },
    {
      name: 'what is reported',
      code: 'function f() {\n  try {\n    return load();\n  } catch (e) {\n    return [];\n  }\n}',
      errors: [
        {
          messageId: 'fallback',
          line: 4,
          column: 5,
          endLine: 4,
          endColumn: 14,
          data: { value: '[]', handlerKind: 'catch-clause', outcome: 'replaced' },
        },
      ],
    },

    // Promise handlers.
    { code: 'async function f() { return load().catch(() => null); }', errors: withValue('null') },
    { code: 'async function f() { const rows = await load().catch(() => []); use(rows); }', errors: withValue('[]') },
    { code: 'async function f() { return load().catch((e) => ({})); }', errors: withValue('{}') },
    { code: 'async function f() { return load().catch(function () { return 0; }); }', errors: withValue('0') },
    { code: 'async function f() { return load()?.catch(async () => null); }', errors: withValue('null') },
    { code: 'async function f() { return load().then(use, () => null); }', errors: withValue('null') },
    { code: 'async function f() { return load().then(use).catch(() => undefined); }', errors: withValue('undefined') },
    { code: 'const none = () => null; async function f() { return load().catch(none); }', errors: withValue('null') },

    // The loop goes on.
    {
      code: 'for (const item of items) { try { total += await load(item); } catch { continue; } use(item); }',
      errors: [{ messageId: 'skipped', data: { value: 'continue' } }],
    },
    {
      code: 'for (const item of items) { try { total += load(item); } catch (e) { break; } use(item); }',
      errors: [{ messageId: 'skipped', data: { value: 'break' } }],
    },
    {
      code: 'outer: for (const a of b) { for (const c of a) { try { load(c); } catch { continue outer; } use(c); } }',
      errors: skipped,
    },

    // Something is assigned and the work goes on.
    {
      code: 'function f() { let rows; try { rows = load(); } catch { rows = []; } return rows.length; }',
      errors: carriesOn,
    },
    {
      code: 'function f() { try { this.rows = load(); } catch { this.rows = []; } return this.rows.length; }',
      errors: carriesOn,
    },
    { code: 'function f() { try { save(); } catch { render(); } return done; }', errors: carriesOn },

    // A shape test does not pick an expected error.
    {
      code: 'function f() { try { return load(); } catch (e) { if (e instanceof Error) return []; return {}; } }',
      errors: fallback,
    },

    // Comments that give no reason.
    { code: 'function f() { try { return load(); } catch { /* TODO */ return []; } }', errors: fallback },
    { code: 'function f() { try { return load(); } catch { /* ignore */ return []; } }', errors: fallback },

    // Not a pure conversion.
    {
      code: 'async function f(path) { try { return JSON.parse(await readFile(path)); } catch { return {}; } }',
      errors: fallback,
    },
    {
      code: 'function f(path) { try { return JSON.parse(readFileSync(path)); } catch { return {}; } }',
      errors: fallback,
    },

    // Nesting.
    {
      name: 'three deep, where the outer ones have a second way',
      code: 'function f() { try { return a(id); } catch { try { return b(id); } catch { try { return c(id); } catch { return []; } } } }',
      errors: fallback,
    },
    { code: 'async function* f() { try { yield await load(); } catch { return []; } }', errors: fallback },

    // Options.
    {
      code: 'function f(text) { try { return JSON.parse(text); } catch { return undefined; } }',
      options: [{ allowConversions: false }],
      errors: fallback,
    },
    {
      code: 'function f() { try { new Intl.Segmenter(); return true; } catch { return false; } }',
      options: [{ allowBooleanProbe: false }],
      errors: withValue('false'),
    },
    {
      code: 'function tryLoad() { try { return load(); } catch { return null; } }',
      options: [{ allowFunctionNamePattern: '^peek$' }],
      errors: fallback,
    },
    {
      code: 'function f() { try { return load(); } catch { return {}; } }',
      options: [{ allowValues: ['[]'] }],
      errors: fallback,
    },
    {
      code: 'function f() { try { return load(); } catch { return []; /* the cache may be cold */ } }',
      options: [{ requireDirective: true }],
      errors: fallback,
    },
    {
      code: 'function f() { try { return load(); } catch { return []; /* expected: the cache may be cold */ } }',
      options: [{ allowWithReason: false }],
      errors: fallback,
    },
    {
      code: 'function f() { try { return socket.close(); } catch { return undefined; } }',
      options: [{ allowOptionalCleanup: [] }],
      errors: fallback,
    },
    {
      name: 'CRLF and a byte order mark',
      code: '\uFEFFfunction f() {\r\n  try {\r\n    return load();\r\n  } catch {\r\n    return [];\r\n  }\r\n}\r\n',
      errors: [{ messageId: 'fallback', line: 4, column: 5 }],
    },
  ],
});

import { describe, expect, test } from 'vitest';
import { createProvenanceContext, getProvenance, mentionsError } from '../../../rules/patterns/provenance.ts';
import { parseSettings } from '../../../rules/patterns/settings/parse-settings.ts';
import { readSource } from '../../support/read-source.ts';
import { readArgument, readHandlers } from './read-handlers.ts';

/** Where the argument of `use(…)` comes from. */
function getProvenanceOf(code: string, input: object = {}): string {
  const source = readSource(code);
  const context = createProvenanceContext(
    source,
    parseSettings(input, () => []),
    readHandlers(source),
  );
  return getProvenance(context, readArgument(source, 'use'));
}

const inCatch = (statements: string): string => `try { load(); } catch (e) { ${statements} }`;

describe('the caught error itself', () => {
  test.each([
    'use(e);',
    'use((e));',
    'use(e as Error);',
    'use(<Error>e);',
    'use(e!);',
    'use(e satisfies unknown);',
    'use((e as any as Error)!);',
    'const alias = e; use(alias);',
    'const a = e as Error; const b = a; use(b);',
    'let alias; alias = e; use(alias);',
    'let alias; alias ??= e; use(alias);',
    'use(alias = e);',
    'use((count(), e));',
    'use(e ?? other);',
    'use(other || e);',
    'use(e instanceof Error ? e : undefined);',
    'use(isBad ? other : e);',
    'use({ cause: e });',
    'use({ error: e, id });',
    'use({ outer: { inner: e } });',
    'use([e]);',
    'use([first, e]);',
    'use(toError(e));',
    'use(ensureError(e as Error));',
    'use(lib.toError(e));',
    'use(new LoadError("m", e));',
    'use(new LoadError("m", { cause: e }));',
    'use(wrap(e, "m"));',
    'use(e.cause);',
    'use(e.errors);',
    'use(e?.cause);',
    'use(() => { throw e; });',
    'use(function () { report(e); });',
  ])('%s', (statements) => {
    expect(getProvenanceOf(inCatch(statements))).toBe('caught');
  });

  test('through `await`', () => {
    expect(getProvenanceOf('async function f() { try { load(); } catch (e) { use(await e); } }')).toBe('caught');
  });

  test('of an outer handler', () => {
    expect(getProvenanceOf('try { a(); } catch (e) { try { b(); } catch (f) { use(e); } }')).toBe('caught');
  });

  test('of a promise handler', () => {
    expect(getProvenanceOf('load().catch((e) => use(e));')).toBe('caught');
  });

  test('of a settled result', () => {
    expect(getProvenanceOf('function f(r) { if (r.status === "rejected") use(r.reason); }')).toBe('caught');
  });

  test('through a normaliser of the project', () => {
    expect(getProvenanceOf(inCatch('use(clean(e));'), { normalizers: ['clean'] })).toBe('caught');
  });
});

describe('only text or a part of it', () => {
  test.each([
    'use(e.message);',
    'use(e.stack);',
    'use(e["message"]);',
    'use(e?.message);',
    'use((e as Error).message);',
    'use(String(e));',
    'use(e.toString());',
    'use(`failed: ${e}`);',
    'use("failed: " + e);',
    'use("failed: " + e.message);',
    'use(JSON.stringify(e));',
    'use(getErrorMessage(e));',
    'use(inspect(e));',
    'use({ ...e });',
    'use([...e]);',
    'use(typeof e);',
    'use(!e);',
    'const { message } = e; use(message);',
    'const [first] = e; use(first);',
    'const text = e.message; use(text);',
    'const text = `${e}`; use({ text });',
    'use({ message: e.message });',
    'use(e.message.trim());',
    'use(e instanceof Error ? e.message : String(e));',
  ])('%s', (statements) => {
    expect(getProvenanceOf(inCatch(statements))).toBe('derived');
  });
});

describe('something else', () => {
  test.each([
    'use(other);',
    'use("m");',
    'use(other.e);',
    'use({ e: 1 });',
    'use({ e() {} });',
    'use(new Error("m"));',
    'const text = "m"; use(text);',
    'use(() => { throw other; });',
    '{ const e = other; use(e); }',
    'const run = (e) => use(e);',
    'const a = b; const b = a; use(a);',
  ])('%s', (statements) => {
    expect(getProvenanceOf(inCatch(statements))).toBe('unrelated');
  });

  test.each([
    'try { use(e); } catch (e) {}',
    'try { load(); } catch (e) {} use(e);',
    'try { load(); } catch { use(e); }',
    'load().then((e) => use(e)).catch(() => {});',
  ])('outside the handler: %s', (code) => {
    expect(getProvenanceOf(code)).toBe('unrelated');
  });

  test('circles of any length end', () => {
    const names = Array.from({ length: 200 }, (_, index) => `v${index}`);
    const circle = names.map((name, index) => `let ${name} = v${(index + 1) % names.length};`).join(' ');
    expect(getProvenanceOf(inCatch(`${circle} use(v0);`))).toBe('unrelated');
  });
});

describe('mentions of the error', () => {
  test.each([
    ['use(e.code === 1);', true],
    ['use(check({ deep: [e] }));', true],
    ['use(other.code === 1);', false],
    ['use(other.e);', false],
  ])('%s', (statements, mentioned) => {
    const source = readSource(inCatch(statements));
    const context = createProvenanceContext(
      source,
      parseSettings({}, () => []),
      readHandlers(source),
    );
    expect(mentionsError(context, readArgument(source, 'use'))).toBe(mentioned);
  });
});

import type { Linter } from 'eslint';
import { describe, expect, test } from 'vitest';
import { rules } from '../../rules/plugin/registry.generated.ts';
import { lint } from '../support/lint.ts';
import type { ParserName } from '../support/rule-case.ts';

/** What all rules report, as `rule: message id`. */
function readReports(code: string, parser: ParserName, filename?: string): string[] {
  const messages = Object.entries(rules).flatMap(([name, rule]): [string, Linter.LintMessage][] =>
    lint(name, rule, { code, ...(filename ? { filename } : {}) }, parser).map((message) => [name, message]),
  );
  return messages.map(([name, { messageId, message }]) => `${name}: ${messageId ?? message}`).toSorted();
}

describe('in both dialects', () => {
  test.each([
    ['', []],
    [';;;', []],
    ['class A { static { try { load(); } catch {} } }', ['no-silent-catch: silent']],
    ['class A { #x = (() => { throw new Error("m"); })(); }', ['no-generic-throw: generic']],
    ['const o = { get x() { throw "m"; } };', ['only-throw-errors: notAnError']],
    [
      'class A { set x(v) { try { this.#x = v; } catch (e) { throw new TypeError("m"); } } #x; }',
      ['require-cause: missing'],
    ],
    ['a: b: for (;;) { try { load(); } catch { continue a; } use(); }', ['no-silent-fallback: skipped']],
    ['do { try { load(); } catch { break; } } while (use());', ['no-silent-fallback: skipped']],
    [
      'async function* f() { for await (const x of y) { try { yield* x; } catch {} use(); } }',
      ['no-silent-catch: silent'],
    ],
    ['function* f() { try { yield; } finally { yield; } }', []],
    ['(async () => { await load(); })().catch(() => {});', ['no-silent-catch: silent']],
    ['import("a").catch(() => {});', ['no-silent-catch: silent']],
    ['await import("a").catch(() => ({}));', ['no-silent-fallback: fallback']],
    ['export default async () => { throw new Error("m"); };', ['no-generic-throw: generic']],
    ['switch (a) { case 1: try { load(); } catch {} break; default: use(); }', ['no-silent-catch: silent']],
    ['if (a) try { load(); } catch {} else use();', ['no-silent-catch: silent']],
    ['try { try { load(); } catch {} } finally { use(); }', ['no-silent-catch: silent']],
    ['const { a = (() => { throw null; })() } = b;', ['only-throw-errors: notAnError']],
    ['function f(a = Promise.reject("m")) {}', ['only-throw-errors: notAnError']],
    ['`${(() => { throw 1; })()}`;', ['only-throw-errors: notAnError']],
    ['tag`${load().catch(() => {})}`;', ['no-silent-catch: silent']],
    ['new (class extends Error { constructor() { super("m"); } })();', []],
    ['throw new (class extends Error {})("m");', []],
    ['throw new (getClass())("m");', []],
    ['function F() { throw new new.target("m"); }', []],
    ['throw new this.constructor("m");', []],
    [
      'try { load(); } catch (e) { throw new errors[e.code]("m"); }',
      ['no-unsafe-error-access: unsafe', 'require-cause: missing'],
    ],
    ['load().catch(...handlers);', []],
    ['load().then(...handlers, () => {});', []],
    ['load()[`catch`](() => {});', ['no-silent-catch: silent']],
    ['load()?.["catch"]?.(() => {});', ['no-silent-catch: silent']],
    ['(load(), load()).catch(() => {});', ['no-silent-catch: silent']],
    ['(a ? b : c).catch(() => {});', ['no-silent-catch: silent']],
    ['new Promise(() => {}).catch(() => {});', ['no-silent-catch: silent']],
    ['super_.catch(() => {}, 1);', []],
    ['function catchIt() { catchIt(); } load().catch(catchIt);', ['no-silent-fallback: carriesOn']],
    ['const a = b, b = a; load().catch(a);', []],
    ['const a = () => a; load().catch(a);', ['no-silent-fallback: fallback']],
    ['var e; try { load(); } catch (e) { var e = 1; throw e; }', []],
    ['try { load(); } catch (undefined) {}', ['no-silent-catch: silent']],
    ['try { load(); } catch ({ a: [b, ...c], ...d }) { throw b; }', ['no-unsafe-error-access: unsafe']],
    ['try { load(); } catch ({ a = (() => { throw new Error("m"); })() }) { use(a); }', ['no-generic-throw: generic']],
    ['throw (0, Error)("m");', []],
    ['throw new Error("m" + "n".repeat(3), ...[]);', ['no-generic-throw: generic']],
    ['throw new Error(...["m"]);', ['no-generic-throw: generic']],
    ['debugger; throw function () {};', ['only-throw-errors: notAnError']],
    ['export { load as "string name" } from "a"; load().catch(() => {});', ['no-silent-catch: silent']],
  ])('%s', (code, reports) => {
    expect(readReports(code, 'espree')).toEqual(reports);
    expect(readReports(code, 'typescript')).toEqual(reports);
  });
});

describe('in TypeScript', () => {
  test.each([
    ['abstract class A { abstract load(): never; }', []],
    [
      'declare global { interface Error { code: string } } export {}; throw new Error("m");',
      ['no-generic-throw: generic'],
    ],
    ['namespace N { try { load(); } catch {} }', ['no-silent-catch: silent']],
    ['enum E { A = (() => { throw "m"; })() }', ['only-throw-errors: notAnError']],
    ['@sealed class A { @bound run() { throw "m"; } }', ['only-throw-errors: notAnError']],
    ['class A { constructor(private a = Promise.reject(1)) {} }', ['only-throw-errors: notAnError']],
    ['class A { accessor a = load().catch(() => null); }', ['no-silent-fallback: fallback']],
    ['{ using file = open(); try { load(); } catch {} use(); }', ['no-silent-catch: silent']],
    ['async function f() { await using file = open(); throw "m"; }', ['only-throw-errors: notAnError']],
    ['function f(this: A): asserts this is B { throw new Error("m") as never; }', ['no-generic-throw: generic']],
    ['function f(a: string): void; function f(a: number): void; function f(a: any) { throw a; }', []],
    ['throw <any>"m";', ['only-throw-errors: notAnError']],
    ['throw ("m" satisfies string)!;', ['only-throw-errors: notAnError']],
    ['throw new Error<string>("m");', ['no-generic-throw: generic']],
    ['load<Row>()!.catch(() => {});', ['no-silent-catch: silent']],
    ['(load() as Promise<Row>).catch((() => {}) as Handler);', ['no-silent-catch: silent']],
    ['import load = require("a"); load().catch(() => {});', ['no-silent-catch: silent']],
    ['export = () => { throw 1; };', ['only-throw-errors: notAnError']],
    ['try { load(); } catch (e: any) { throw new LoadError("m", { cause: <Error>e }); }', ['no-any-in-handler: any']],
    ['type T = typeof import("a"); declare const t: T; t.load().catch(() => {});', ['no-silent-catch: silent']],
  ])('%s', (code, reports) => {
    expect(readReports(code, 'typescript')).toEqual(reports);
  });
});

describe('in JSX', () => {
  test.each([
    ['const a = <A onError={(e) => {}} />;', []],
    ['const a = <A load={() => load().catch(() => {})} />;', ['no-silent-catch: silent']],
    ['const a = <A>{(() => { throw "m"; })()}</A>;', ['only-throw-errors: notAnError']],
    ['throw <A />;', []],
    ['class A extends B { componentDidCatch(error) {} }', ['no-silent-catch: silent']],
  ])('%s', (code, reports) => {
    expect(readReports(code, 'espree', 'src/view.jsx')).toEqual(reports);
    expect(readReports(code, 'typescript', 'src/view.tsx')).toEqual(reports);
  });
});

describe('line ends and odd starts', () => {
  const code = 'try {\n  load();\n} catch (e) {\n  throw new TypeError("m");\n}\n';

  test.each([
    ['LF', code],
    ['CRLF', code.replaceAll('\n', '\r\n')],
    ['CR', code.replaceAll('\n', '\r')],
    ['line separators', code.replaceAll('\n', '\u2028')],
    ['a byte order mark', `\uFEFF${code}`],
    ['a hashbang', `#!/usr/bin/env node\n${code}`],
    ['no last line end', code.trimEnd()],
    ['tabs', code.replaceAll('  ', '\t')],
    ['one line', code.replaceAll('\n', ' ')],
  ])('%s', (_name, text) => {
    expect(readReports(text, 'typescript')).toEqual(['require-cause: missing']);
    expect(readReports(text, 'espree')).toEqual(['require-cause: missing']);
  });
});

test('deep nesting is read in reasonable time', () => {
  const depth = 60;
  const code = `${'try { load(); } catch (e) { '.repeat(depth)}throw new TypeError("m");${' }'.repeat(depth)}`;
  const start = performance.now();
  expect(readReports(code, 'typescript')).toContain('require-cause: missing');
  expect(performance.now() - start).toBeLessThan(10_000);
});

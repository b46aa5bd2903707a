import { Linter } from 'eslint';
import { describe, expect, test } from 'vitest';
import noMaskingCleanup from '../../rules/no-masking-cleanup.ts';
import { lint } from '../support/lint.ts';

/** Whether ESLint's own rule reports a place, and whether ours does: `[theirs, ours]`. */
function compare(code: string): [boolean, boolean] {
  const theirs = new Linter().verify(code, [{ rules: { 'no-unsafe-finally': 'error' } }]);
  return [theirs.length > 0, lint('no-masking-cleanup', noMaskingCleanup, { code }, 'espree').length > 0];
}

const inFunction = (body: string): string => `const run = function () { ${body} };`;

describe('where no-unsafe-finally is silent, so is no-masking-cleanup', () => {
  test.each([
    inFunction('try {\n return 1;\n} catch (e) {\n return 2;\n} finally {\n note();\n}'),
    inFunction('try { return 1; } catch (e) { return 2; } finally { function f(x) { return x; } }'),
    inFunction(
      'try { return 1; } catch (e) { return 2; } finally { const f = function (x) { if (!x) { throw new Error("m"); } }; }',
    ),
    inFunction(
      'try { return 1; } catch (e) { return 2; } finally { const f = (x) => { while (true) { if (x) { break; } else { continue; } } }; }',
    ),
    inFunction(
      'try { return 1; } catch (e) { return 2; } finally { const f = (x) => { a: while (true) { if (x) { break a; } else { continue; } } }; }',
    ),
    inFunction('try {} finally { while (true) break; }'),
    inFunction('try {} finally { while (true) continue; }'),
    inFunction('try {} finally { switch (true) { case true: break; } }'),
    inFunction('try {} finally { do { break; } while (true); }'),
    inFunction('try { return 1; } catch (e) { return 2; } finally { const f = () => { throw new Error("m"); }; }'),
    inFunction('try { return 1; } catch (e) { return 2; } finally { (x) => x; }'),
    inFunction('try { return 1; } finally { class A { constructor() {} static f() { return 1; } } }'),
  ])('%s', (code) => {
    expect(compare(code)).toEqual([false, false]);
  });
});

describe('what no-unsafe-finally reports, no-masking-cleanup reports', () => {
  test.each([
    inFunction('try {\n return 1;\n} catch (e) {\n return 2;\n} finally {\n return 3;\n}'),
    inFunction('try { return 1; } catch (e) { return 2; } finally { if (true) { return 3; } else { return 2; } }'),
    inFunction('try { return 1; } catch (e) { return 2; } finally { return 3; }'),
    inFunction('try { return 1; } catch (e) { return 2; } finally { return function (x) { return y; }; }'),
    inFunction('try { return 1; } catch (e) { return 2; } finally { return { x: function (c) { return c; } }; }'),
    inFunction('try { return 1; } catch (e) { return 2; } finally { throw new Error("m"); }'),
    inFunction('try { load(); } finally { try { end(); } finally { return; } }'),
    inFunction('a: try { return 0; } finally { break a; } return 1;'),
    inFunction('a: try { return 1; } catch (e) { return 2; } finally { break a; }'),
    inFunction('while (true) try {} finally { break; }'),
    inFunction('while (true) try {} finally { continue; }'),
    inFunction('switch (true) { case true: try {} finally { break; } }'),
    inFunction('a: while (true) try {} finally { switch (true) { case true: break a; } }'),
    inFunction('a: while (true) try {} finally { switch (true) { case true: continue; } }'),
    inFunction('a: switch (true) { case true: try {} finally { switch (true) { case true: break a; } } }'),
  ])('%s', (code) => {
    expect(compare(code)).toEqual([true, true]);
  });
});

describe('the differences that the page lists', () => {
  test.each([
    inFunction('try { load(); } finally { try { throw new Error("m"); } catch (e) { note(e); } }'),
    inFunction('try { load(); } catch (e) { note(e); } finally { return; }'),
  ])('reported there only: %s', (code) => {
    expect(compare(code)).toEqual([true, false]);
  });

  test.each([
    'async function run() { try { await load(); } finally { await close(); } }',
    'async function run() { try { await load(); } catch (e) { await rollback(); throw e; } }',
    'load().finally(() => { throw new Error("m"); });',
  ])('reported here only: %s', (code) => {
    expect(compare(code)).toEqual([false, true]);
  });
});

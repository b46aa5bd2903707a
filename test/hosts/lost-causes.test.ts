import { execFileSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import js from '@eslint/js';
import * as typescriptParser from '@typescript-eslint/parser';
import { Linter } from 'eslint';
import octollm, { type OctollmPlugin } from 'eslint-plugin-octollm';
import unicorn from 'eslint-plugin-unicorn';
import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { getCorpusPackages, getPackageFolder, listSources } from '../real-code/corpus.ts';

/*
 * Fixers of others take the binding of a handler away when nothing uses it (`catch (e) {` becomes `catch {`), and with it the
 * report of some rules. A cause that is lost must stay reported for as long as it is lost.
 */

const plugin: OctollmPlugin = octollm;
const parser = { parser: typescriptParser };
const ours: Linter.Config = {
  files: ['**/*.ts'],
  languageOptions: parser,
  linterOptions: { noInlineConfig: true, reportUnusedDisableDirectives: 'off' },
  plugins: { octollm: plugin },
  rules: { 'octollm/require-cause': 'error' },
};
/** Ours beside what core and unicorn recommend, with all their fixes. */
const together: Linter.Config = {
  ...ours,
  plugins: { octollm: plugin, unicorn },
  rules: {
    ...js.configs.recommended.rules,
    ...unicorn.configs.recommended.rules,
    ...plugin.configs.strict.rules,
    // It crashes on real code: its fix replaces an argument by a number.
    'unicorn/prefer-string-slice': 'off',
  },
};

/** The offsets at which a cause is reported as lost. */
function findReports(code: string): number[] {
  return new Linter().verify(code, [ours], { filename: 'file.ts' }).map(({ line, column }) => {
    const before = code.split('\n').slice(0, line - 1);
    return before.reduce((sum, text) => sum + text.length + 1, 0) + column - 1;
  });
}

function fix(code: string): string {
  return new Linter().verifyAndFix(code, [together], { filename: 'file.ts' }).output;
}

/** What a handler does with its error: `lost` marks an error that is made without its cause, `kept` one with it. */
const statements = (name: string): fc.Arbitrary<string> =>
  fc.constantFrom(
    `throw new Error('lost #');`,
    `throw new TypeError("lost #");`,
    `{ const failure = new Error('lost #'); throw failure; }`,
    `return Promise.reject(new Error('lost #'));`,
    `if (retries > 3) throw new RangeError('lost #'); else throw new Error('lost #');`,
    `switch (mode) { case 'a': throw new Error('lost #'); default: throw new Error('kept #', { cause: ${name} }); }`,
    `throw new Error('kept #', { cause: ${name} });`,
    `throw ${name};`,
    `console.error(${name});`,
    `try { undo(); } catch { throw new Error('lost #'); }`,
  );

const handlers: fc.Arbitrary<string> = fc.constantFrom('e', 'error', 'reason').chain((name) =>
  fc
    .tuple(fc.constantFrom('catch', 'unbound', 'finally', 'promise', 'then', 'function'), statements(name))
    .map(([kind, body]) => {
      const isBound = kind !== 'unbound' || new RegExp(`\\b${name}\\b`).test(body);
      if (kind === 'promise') return `export const f# = async () => work().catch((${name}) => { ${body} });`;
      if (kind === 'then') return `export const f# = async () => work().then(done, (${name}) => { ${body} });`;
      if (kind === 'function') return `export const f# = async () => work().catch(function (${name}) { ${body} });`;
      const clause = isBound ? `catch (${name})` : 'catch';
      const end = kind === 'finally' ? ' finally { close(); }' : '';
      return `export async function f#() { try { await work(); } ${clause} { ${body} }${end} }`;
    }),
);

/** Programs in which each error that is made has a number of its own. */
const programs: fc.Arbitrary<string> = fc
  .array(handlers, { minLength: 1, maxLength: 4 })
  .map((parts) => number(parts.join('\n')));

function number(text: string): string {
  let count = 0;
  return `${text.replaceAll('#', () => String(++count))}\n`;
}

/** The constructions that say `lost` and still have no cause. */
function findLost(code: string): { readonly start: number; readonly end: number }[] {
  return [...code.matchAll(/new \w*Error\((?:'|")lost \d+(?:'|")([^;]*?)\)(?=[;)\s,])/g)]
    .filter(([, rest]) => !rest?.includes('cause'))
    .map(({ 0: text, index }) => ({ start: index, end: index + text.length }));
}

function findUnreported(code: string): string[] {
  const reports = findReports(code);
  return findLost(code)
    .filter(({ start, end }) => !reports.some((offset) => offset >= start && offset < end))
    .map(({ start, end }) => code.slice(start, end));
}

describe('generated handlers', () => {
  test('each lost cause is reported as they are written', () => {
    fc.assert(
      fc.property(programs, (code) => {
        expect(findUnreported(code), code).toEqual([]);
      }),
      { numRuns: 300 },
    );
  });

  test('the fixers of core, unicorn and ours leave none unreported', () => {
    let touched = 0;
    fc.assert(
      fc.property(programs, (code) => {
        const fixed = fix(code);
        if (fixed !== code) touched++;
        expect(findUnreported(fixed), fixed).toEqual([]);
      }),
      { numRuns: 200 },
    );
    expect(touched).toBeGreaterThan(100);
  });

  test("Oxlint's own fixers leave none unreported", () => {
    const folder = mkdtempSync(join(tmpdir(), 'octollm-oxlint-'));
    try {
      const samples = fc.sample(programs, { numRuns: 200, seed: 7 });
      samples.forEach((code, index) => writeFileSync(join(folder, `${index}.ts`), code));
      writeFileSync(
        join(folder, '.oxlintrc.json'),
        JSON.stringify({
          plugins: ['eslint', 'unicorn', 'promise', 'typescript'],
          rules: {
            'preserve-caught-error': 'error',
            'no-useless-catch': 'error',
            'unicorn/prefer-optional-catch-binding': 'error',
            'unicorn/catch-error-name': 'error',
          },
        }),
      );
      fixWithOxlint(folder);
      const fixed = samples.map((_, index) => readFileSync(join(folder, `${index}.ts`), 'utf8'));
      expect(fixed.filter((code, index) => code !== samples[index]).length).toBeGreaterThan(20);
      for (const code of fixed) expect(findUnreported(code), code).toEqual([]);
    } finally {
      rmSync(folder, { recursive: true, force: true });
    }
  });
});

test('real files: as many causes stay reported as are not mended', () => {
  let files = 0;
  for (const entry of getCorpusPackages('demo'))
    for (const file of listSources(entry)) {
      const code = readFileSync(join(getPackageFolder(entry), file), 'utf8');
      if (!/catch/.test(code) || files >= 30) continue;
      const before = findReports(code).length;
      if (before === 0) continue;
      files++;
      const fixed = fix(code);
      const mended = countCauses(fixed) - countCauses(code);
      expect(findReports(fixed).length, `${entry.name}/${file}`).toBeGreaterThanOrEqual(before - Math.max(0, mended));
    }
  expect(files).toBeGreaterThan(25);
});

function countCauses(code: string): number {
  return code.match(/\bcause\b/g)?.length ?? 0;
}

function fixWithOxlint(folder: string): void {
  const manifest = createRequire(import.meta.url).resolve('oxlint/package.json');
  try {
    execFileSync(process.execPath, [join(dirname(manifest), 'bin/oxlint'), '--fix', '--fix-suggestions', '.'], {
      cwd: folder,
      stdio: 'pipe',
    });
  } catch (error) {
    // It exits with 1 for what it cannot fix.
    if (!(error instanceof Error && 'status' in error && error.status === 1)) throw error;
  }
}

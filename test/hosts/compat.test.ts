import { execFileSync } from 'node:child_process';
import { cpSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { dirname, join, resolve } from 'node:path';
import * as eslint10 from 'eslint';
import { builtinRules } from 'eslint/use-at-your-own-risk';
import * as eslint9 from 'eslint9';
import octollm, { type OctollmPlugin } from 'eslint-plugin-octollm';
import unicorn from 'eslint-plugin-unicorn';
import tseslint from 'typescript-eslint';
import { describe, expect, test } from 'vitest';
import { runOxlint } from '../support/run-oxlint.ts';

const plugin: OctollmPlugin = octollm;
const { overlaps } = plugin;

/** Each line is reported by a rule elsewhere, and by the rule of ours that is said to replace it. */
const overlapping: Readonly<Record<string, string>> = {
  'no-throw-literal': 'throw "m";',
  'no-unsafe-finally': 'function f() { try { a(); } finally { return 1; } }',
  'no-useless-catch': 'try { a(); } catch (e) { throw e; }',
  'prefer-promise-reject-errors': 'Promise.reject("m");',
  'preserve-caught-error': 'try { a(); } catch (e) { throw new Error("m"); }',
  'unicorn/custom-error-definition': 'class GoneError extends Error { constructor(m) { super(m); } }',
  'unicorn/prefer-optional-catch-binding': 'try { a(); } catch (e) { throw new Error("m"); }',
};

describe('the names of others', () => {
  const getNames = (prefix: string): string[] =>
    overlaps.flatMap(({ eslint = '' }) => (eslint.startsWith(prefix) ? [eslint.slice(prefix.length)] : []));

  test('are those of ESLint', () => {
    const own = overlaps.flatMap(({ eslint = '/' }) => (eslint.includes('/') ? [] : [eslint]));
    expect(own.filter((name) => !builtinRules.has(name))).toEqual([]);
  });

  test('are those of typescript-eslint and unicorn', () => {
    // The declared type of the plugin leaves its rules out.
    const { rules: typescriptRules = {} } = tseslint.plugin as { readonly rules?: object };
    expect(getNames('@typescript-eslint/').filter((name) => !(name in typescriptRules))).toEqual([]);
    expect(getNames('unicorn/').filter((name) => !(name in (unicorn.rules ?? {})))).toEqual([]);
  });

  test('are those of Oxlint', () => {
    const require = createRequire(import.meta.url);
    const command = join(dirname(require.resolve('oxlint/package.json')), 'bin/oxlint');
    const table = execFileSync(process.execPath, [command, '--rules'], { encoding: 'utf8' });
    const known = new Set(
      [...table.matchAll(/^\| ([\w-]+) +\| ([\w-]+) /gm)].map(([, name, from]) => `${from}/${name}`),
    );
    expect(overlaps.flatMap(({ oxlint }) => (oxlint === undefined || known.has(oxlint) ? [] : [oxlint]))).toEqual([]);
  });
});

describe.each([
  ['ESLint 10', eslint10],
  ['ESLint 9', eslint9],
])('in %s', (_, { Linter }) => {
  const lint = (name: string, configs: readonly object[]): (string | null)[] => {
    const others = { files: ['**/*.js'], plugins: { octollm: plugin, unicorn }, rules: { [name]: 'error' } };
    // The two versions declare the same configuration apart.
    const given = [others, ...configs] as eslint10.Linter.Config[];
    const linter = new Linter() as eslint10.Linter;
    return linter.verify(overlapping[name] ?? '', given, 'a.js').map(({ ruleId }) => ruleId);
  };

  test.each(Object.keys(overlapping))('%s is silent, and its replacement reports', (name) => {
    const { compat, strict } = plugin.configs;
    const { replacedBy = [] } = overlaps.find(({ eslint }) => eslint === name) ?? {};
    expect(lint(name, [])).toContain(name);
    const together = lint(name, [strict, compat]);
    expect(together).not.toContain(name);
    expect(together).toEqual(expect.arrayContaining(replacedBy.map((rule) => `octollm/${rule}`)));
  });
});

test('in Oxlint the rules of its own are silent, when its file comes last', () => {
  const folder = mkdtempSync(join(tmpdir(), 'octollm-compat-'));
  const presets = resolve(import.meta.dirname, '../../rules/oxlint');
  const code = Object.values(overlapping).map((line, index) => `function f${index}() { ${line} }`);
  const on = Object.fromEntries(overlaps.flatMap(({ oxlint }) => (oxlint === undefined ? [] : [[oxlint, 'error']])));
  const base = {
    plugins: ['eslint', 'typescript', 'unicorn', 'oxc', 'promise', 'node'],
    categories: { correctness: 'off' },
  };
  try {
    writeFileSync(join(folder, 'a.js'), code.join('\n'));
    writeFileSync(join(folder, 'on.json'), JSON.stringify({ rules: on }));
    cpSync(join(presets, 'compat.json'), join(folder, 'compat.json'));
    const before = runOxlint(folder, { ...base, extends: ['./on.json'] }, 'built');
    expect(new Set(before.map((diagnostic) => diagnostic.code)).size).toBeGreaterThan(4);
    expect(runOxlint(folder, { ...base, extends: ['./on.json', './compat.json'] }, 'built')).toEqual([]);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
});

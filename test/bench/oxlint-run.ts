import { spawnSync } from 'node:child_process';
import { readFileSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';

const require = createRequire(import.meta.url);
const oxlint = join(dirname(require.resolve('oxlint/package.json')), 'bin/oxlint');
const plugin = join(dirname(require.resolve('eslint-plugin-octollm/package.json')), 'dist/plugin/index.js');

/** A plugin whose one rule does nothing with what it is shown: without a listener Oxlint would not even hand the tree over. */
const emptyPlugin = `export default {
  meta: { name: 'empty' },
  rules: { nothing: { meta: { schema: [] }, create: () => ({ CallExpression() {} }) } },
};
`;

type ConfigName = 'none' | 'empty' | 'recommended' | 'strict';

/** Writes configurations that differ in their JavaScript rules only, and gives their files. */
export function writeOxlintConfigs(folder: string): Readonly<Record<ConfigName, string>> {
  const empty = join(folder, 'empty-plugin.mjs');
  writeFileSync(empty, emptyPlugin);
  const write = (name: ConfigName, jsPlugins: readonly string[], rules: object): string => {
    const file = join(folder, `${name}.oxlintrc.json`);
    writeFileSync(file, JSON.stringify({ jsPlugins, plugins: [], categories: { correctness: 'off' }, rules }));
    return file;
  };
  return {
    // Oxlint wants a rule; a native one that the sources cannot break costs next to nothing.
    none: write('none', [], { 'no-debugger': 'warn' }),
    empty: write('empty', [empty], { 'empty/nothing': 'warn' }),
    recommended: write('recommended', [plugin], readRules('recommended')),
    strict: write('strict', [plugin], readRules('strict')),
  };
}

/** Our rules of a preset, without the native ones that it switches. */
function readRules(preset: 'recommended' | 'strict'): Readonly<Record<string, unknown>> {
  const file = require.resolve(`eslint-plugin-octollm/oxlint/${preset}.json`);
  const { rules } = JSON.parse(readFileSync(file, 'utf8')) as { readonly rules: Readonly<Record<string, unknown>> };
  return Object.fromEntries(Object.entries(rules).filter(([rule]) => rule.startsWith('octollm/')));
}

/** Runs Oxlint over a folder and tells how long the process took and how many places it reports. */
export function runOxlint(folder: string, config: string): { readonly seconds: number; readonly reports: number } {
  const start = performance.now();
  const { stdout, stderr } = spawnSync(process.execPath, [oxlint, '-c', config, '-f', 'json', '.'], {
    cwd: folder,
    encoding: 'utf8',
    maxBuffer: 2 ** 29,
  });
  const seconds = (performance.now() - start) / 1_000;
  if (!stdout.trimStart().startsWith('{')) throw new Error(`Cannot measure Oxlint over ${folder}: ${stdout}${stderr}`);
  const { diagnostics } = JSON.parse(stdout) as { readonly diagnostics: readonly unknown[] };
  return { seconds, reports: diagnostics.length };
}

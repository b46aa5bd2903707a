import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import octollm, { type OctollmPlugin } from 'eslint-plugin-octollm';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { copySources } from './copy-sources.ts';
import { runLint } from './lint-run.ts';
import { median } from './median.ts';
import { runOxlint, writeOxlintConfigs } from './oxlint-run.ts';
import { findBroken } from './runtime-report.ts';

/* The benches over a handful of files: they run and see what they measure. Their gates need the corpus. */

const example = resolve(import.meta.dirname, '../../docs/examples/orders-agent/src');
const plugin: OctollmPlugin = octollm;
const recommended = Object.keys(plugin.configs.recommended.rules).sort();
const loader = pathToFileURL(createRequire(import.meta.url).resolve('tsx')).href;
let folder = '';

/** Runs what `npm run bench -- …` runs. */
function runBench(...given: readonly string[]): { readonly output: string; readonly status: number | null } {
  const command = ['--import', loader, '-C', '@octollm/source', join(import.meta.dirname, 'run.ts'), ...given];
  const { stdout, stderr, status } = spawnSync(process.execPath, command, { encoding: 'utf8' });
  return { output: stdout + stderr, status };
}

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'octollm-bench-'));
  const { files, lines } = await copySources([example], folder);
  expect(files).toBeGreaterThan(10);
  expect(lines).toBeGreaterThan(1_000);
});

afterAll(() => rmSync(folder, { recursive: true, force: true }));

test('the median is the middle, or lies between the two in the middle', () => {
  expect(median([9])).toBe(9);
  expect(median([3, 100, 1])).toBe(3);
  expect(median([4, 1, 2, 100])).toBe(3);
});

test('an ESLint run with the clock tells the time of each recommended rule, of other rules and of parsing', async () => {
  const cost = await runLint({ folder, preset: 'recommended', rules: ['no-empty'], plugins: {}, hasClock: true });
  expect(Object.keys(cost.rules).sort()).toEqual(['no-empty', ...recommended].sort());
  expect(Object.values(cost.rules).every((time) => time > 0)).toBe(true);
  expect(cost.parse).toBeGreaterThan(0);
  expect(cost.wall).toBeGreaterThan(cost.parse);
  expect(cost.reports).toBeGreaterThan(0);
});

test('an ESLint run without rules and clock reports nothing and still tells what it took', async () => {
  const cost = await runLint({ folder, preset: null, rules: [], plugins: {}, hasClock: false });
  expect(cost).toMatchObject({ rules: {}, parse: 0, reports: 0 });
  expect(cost.wall).toBeGreaterThan(0);
  expect(cost.processor).toBeGreaterThan(0);
});

test('Oxlint reports with the recommended rules and not with the empty one', () => {
  const configs = writeOxlintConfigs(folder);
  expect(runOxlint(folder, configs.none).reports).toBe(0);
  expect(runOxlint(folder, configs.empty).reports).toBe(0);
  expect(runOxlint(folder, configs.recommended).reports).toBeGreaterThan(0);
});

test('the audit finds what ESLint finds', () => {
  expect(runBench('audit', '--rounds', '1', example).output).toContain('findings: equal');
});

test('the bench of codemods measures each against jscodeshift or TypeScript, and the memory of all', () => {
  const { output } = runBench('codemods', '--rounds', '1', example);
  expect(output).toMatch(/^catch-any-to-unknown: \d+\.\d s; jscodeshift's command \d+\.\d x/m);
  expect(output).toMatch(/^inject-resilience: \d+\.\d\d x what TypeScript needs/m);
  expect(output).toMatch(/at most [1-9]\d+ MB/);
});

test('the bench of errors measures each way to build one, and the bundle', () => {
  const { output } = runBench('errors', '--rounds', '101');
  expect(output.match(/\d\.\d\d x new Error/g)).toHaveLength(4);
  expect(output).toMatch(/[1-9]\d{3} bytes/);
});

test('the bench of the runtime measures ours and those of peers, in each Node', () => {
  const { output } = runBench('runtime', '--rounds', '1');
  const nodes = output.match(/^Node \d+\.\d+\.\d+$/gm) ?? [];
  expect(nodes).toContain(`Node ${process.versions.node}`);
  for (const name of ['retry + breaker + timeout', 'cockatiel: retry', 'opossum', 'p-retry', 'boom', 'http-errors'])
    expect(output.split(`\n  ${name}`).length, name).toBeGreaterThan(nodes.length);
  expect(output).toMatch(/ {2}breaker, time window, 100000 +\d+ ns$/m);
  expect(output).toMatch(/^gates: (?:held|broken)$/m);
});

test('what is slower than its gate is told, and what grows with the window', () => {
  const cost = { name: 'retry', nanoseconds: 100, ratio: 3.01 };
  const report = { version: 'v20.20.2', own: [{ ...cost, gate: 3 }], peers: [cost], growth: [] };
  const costs = [
    { size: 10, nanoseconds: 100 },
    { size: 1_000, nanoseconds: 1_000 },
  ];
  expect(findBroken(report)).toEqual(['Node 20.20.2: retry takes 3.01 x, gate 3 x']);
  expect(findBroken({ ...report, own: [{ ...cost, gate: 3.01 }] })).toEqual([]);
  expect(findBroken({ ...report, own: [{ ...cost, ratio: NaN, gate: 3 }] })).toHaveLength(1);
  expect(findBroken({ ...report, own: [], growth: [{ name: 'opossum', costs }] })).toEqual([]);
  expect(findBroken({ ...report, own: [], growth: [{ name: 'breaker', costs }] })).toEqual([
    'Node 20.20.2: breaker: a failing call costs more in a larger window',
  ]);
});

test('a bench that there is not is told with those that there are', () => {
  const { output, status } = runBench('speed');
  expect(output).toContain('There is no bench `speed`');
  expect(output).toContain('oxlint');
  expect(status).toBe(2);
});

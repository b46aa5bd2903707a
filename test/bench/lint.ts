import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { readArguments } from './bench-arguments.ts';
import { copySources } from './copy-sources.ts';
import type { LintCost } from './lint-process.ts';
import { runLint } from './lint-run.ts';
import { median } from './median.ts';
import { installPeers, peerRules } from './peers.ts';

/*
 * What our presets cost in an ESLint run with typescript-eslint's parser. Two measures: ESLint's own clock for each rule, in a run that
 * has the rules of peers beside ours, and whole processes with one cheap rule, with ours beside it and with the peers', in turn.
 */

/** The most that the rules of a preset may take of a run. */
const gates = { recommended: 0.02, strict: 0.025 } as const;
const presets = ['recommended', 'strict'] as const;
type Preset = (typeof presets)[number];

const { rounds, folders } = readArguments(3);
const folder = mkdtempSync(join(tmpdir(), 'octollm-bench-'));
try {
  const plugins = installPeers();
  const { files, lines } = await copySources(folders, folder);
  console.log(`${files} files, ${lines} lines.`);
  // Without any rule ESLint does not even walk through a file, which nobody runs it for.
  const bare = ['no-debugger'];
  const base = { folder, preset: null, rules: bare, plugins: {}, hasClock: false };
  const whole: Record<'bare' | 'peers' | Preset, LintCost[]> = { bare: [], recommended: [], strict: [], peers: [] };
  const clocked: Record<Preset, LintCost[]> = { recommended: [], strict: [] };
  for (let round = 1; round <= rounds; round++) {
    whole.bare.push(await runLint(base));
    for (const preset of presets) {
      whole[preset].push(await runLint({ ...base, preset }));
      clocked[preset].push(await runLint({ ...base, preset, rules: peerRules, plugins, hasClock: true }));
    }
    whole.peers.push(await runLint({ ...base, rules: [...bare, ...peerRules], plugins }));
    console.log(`Round ${round} of ${rounds} is done.`);
  }
  showClock(clocked.strict);
  showWhole(whole);
  console.log();
  for (const preset of presets) {
    const share = median(clocked[preset].map((cost) => sumOf(cost, isOurs) / cost.wall));
    const isHeld = share <= gates[preset];
    console.log(
      `${preset}: ${percent(share)} of the run; gate ${percent(gates[preset])}: ${isHeld ? 'held' : 'broken'}`,
    );
    if (!isHeld) process.exitCode = 1;
  }
} finally {
  rmSync(folder, { recursive: true, force: true });
}

function showClock(costs: readonly LintCost[]): void {
  const shareOf = (measure: (cost: LintCost) => number): number =>
    median(costs.map((cost) => measure(cost) / cost.wall));
  console.log("\nShares of one run with `strict` and the peers, by ESLint's clock for each rule:");
  for (const name of Object.keys(costs[0]?.rules ?? {}).sort())
    show(
      name,
      shareOf((cost) => cost.rules[name] ?? 0),
    );
  show(
    'parsing',
    shareOf((cost) => cost.parse),
  );
  show(
    'the rules of the peers',
    shareOf((cost) => sumOf(cost, (rule) => !isOurs(rule))),
  );
  show(
    'our strict rules',
    shareOf((cost) => sumOf(cost, isOurs)),
  );
}

function showWhole({ bare, ...others }: Readonly<Record<'bare' | 'peers' | Preset, readonly LintCost[]>>): void {
  for (const [unit, measure] of [
    ['wall time', (cost: LintCost) => cost.wall],
    ['processor time', (cost: LintCost) => cost.processor],
  ] as const) {
    const least = median(bare.map(measure));
    console.log(`\nWhole runs in turn, ${unit} beyond that of a run with one cheap rule (medians of ${bare.length}):`);
    for (const [name, costs] of Object.entries(others)) show(name, median(costs.map(measure)) / least - 1);
  }
  const reports = Object.entries(others).map(([name, costs]) => `${name} ${costs[0]?.reports}`);
  console.log(`\nReports: ${reports.join(', ')}.`);
}

function sumOf(cost: LintCost, isWanted: (rule: string) => boolean): number {
  return Object.entries(cost.rules).reduce((sum, [rule, time]) => (isWanted(rule) ? sum + time : sum), 0);
}

function isOurs(rule: string): boolean {
  return rule.startsWith('octollm/');
}

function show(name: string, share: number): void {
  console.log(`  ${name.padEnd(34)} ${percent(share).padStart(8)}`);
}

function percent(share: number): string {
  return `${(share * 100).toFixed(2)} %`;
}

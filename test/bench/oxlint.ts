import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { readArguments } from './bench-arguments.ts';
import { copySources } from './copy-sources.ts';
import { median } from './median.ts';
import { runOxlint, writeOxlintConfigs } from './oxlint-run.ts';

/* What our presets cost in Oxlint: whole processes with our rules and with one rule that does nothing, in turn. */

/** The most that a run may take, against one with an empty rule. */
const gates = { recommended: 1.4, strict: 1.5 } as const;

const { rounds, folders } = readArguments(7);
const folder = mkdtempSync(join(tmpdir(), 'octollm-bench-'));
try {
  const { files, lines } = await copySources(folders, folder);
  console.log(`${files} files, ${lines} lines.`);
  const configs = writeOxlintConfigs(folder);
  const times = { none: [] as number[], empty: [] as number[], recommended: [] as number[], strict: [] as number[] };
  const reports = { recommended: 0, strict: 0 };
  for (let round = 0; round < rounds; round++) {
    times.none.push(runOxlint(folder, configs.none).seconds);
    times.empty.push(runOxlint(folder, configs.empty).seconds);
    for (const preset of ['recommended', 'strict'] as const) {
      const ours = runOxlint(folder, configs[preset]);
      times[preset].push(ours.seconds);
      reports[preset] = ours.reports;
    }
  }
  const empty = median(times.empty);
  console.log(`Medians of ${rounds}, against a run with one empty rule:`);
  console.log(`  no JavaScript rule  ${(median(times.none) / empty).toFixed(2)} x`);
  for (const preset of ['recommended', 'strict'] as const) {
    const ratio = median(times[preset]) / empty;
    const verdict = `gate ${gates[preset]} x: ${ratio <= gates[preset] ? 'held' : 'broken'}`;
    console.log(`  ${preset.padEnd(18)}  ${ratio.toFixed(2)} x, ${reports[preset]} places; ${verdict}`);
    if (!(ratio <= gates[preset])) process.exitCode = 1;
  }
} finally {
  rmSync(folder, { recursive: true, force: true });
}

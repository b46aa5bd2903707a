import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { readArguments } from './bench-arguments.ts';
import { copySources } from './copy-sources.ts';
import { median } from './median.ts';
import { runOxlint, writeOxlintConfigs } from './oxlint-run.ts';

/* What `recommended` costs in Oxlint: whole processes with our rules and with one rule that does nothing, in turn. */

const maxRatio = 1.4;

const { rounds, folders } = readArguments(7);
const folder = mkdtempSync(join(tmpdir(), 'octollm-bench-'));
try {
  const { files, lines } = await copySources(folders, folder);
  console.log(`${files} files, ${lines} lines.`);
  const configs = writeOxlintConfigs(folder);
  const times = { none: [] as number[], empty: [] as number[], ours: [] as number[] };
  let reports = 0;
  for (let round = 0; round < rounds; round++) {
    times.none.push(runOxlint(folder, configs.none).seconds);
    times.empty.push(runOxlint(folder, configs.empty).seconds);
    const ours = runOxlint(folder, configs.recommended);
    times.ours.push(ours.seconds);
    reports = ours.reports;
  }
  const empty = median(times.empty);
  const ratio = median(times.ours) / empty;
  console.log(`recommended reports ${reports} places (medians of ${rounds}, against a run with one empty rule):`);
  console.log(`  no JavaScript rule  ${(median(times.none) / empty).toFixed(2)} x`);
  console.log(`  recommended         ${ratio.toFixed(2)} x`);
  console.log(`gate ${maxRatio} x: ${ratio <= maxRatio ? 'held' : 'broken'}`);
  if (!(ratio <= maxRatio)) process.exitCode = 1;
} finally {
  rmSync(folder, { recursive: true, force: true });
}

import { mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { dirname, join, resolve } from 'node:path';
import { getCorpusPackages, getPackageFolder } from '../real-code/corpus.ts';
import { readArguments } from './bench-arguments.ts';
import { copySources } from './copy-sources.ts';
import { runMeasured, type ProcessCost } from './measured-process.ts';
import { median } from './median.ts';

/*
 * `octollm migrate` against jscodeshift's own command over the same files, and against what TypeScript needs to check the same project:
 * whole processes, in turn, none of which writes. jscodeshift runs each transform twice: as one writes it for jscodeshift, with its parser
 * and printer, and ours, which it can run as well.
 */

const repository = resolve(import.meta.dirname, '../..');
const require = createRequire(import.meta.url);
const octollm = join(repository, 'codemods/dist/cli/main.js');
const jscodeshift = join(dirname(require.resolve('jscodeshift/package.json')), 'bin/jscodeshift.js');
const tsc = join(dirname(require.resolve('typescript/package.json')), 'bin/tsc');

/** How many times faster than jscodeshift's command each syntactic codemod has to be. */
const leastGains = { 'catch-any-to-unknown': 10, 'throw-to-hierarchy': 3 } as const;
/** How much of TypeScript's own time a typed codemod may take. */
const mostShare = 1.5;
const mostMegabytes = 3_000;
const typedCodemods = ['error-classes-to-hierarchy', 'inject-resilience'] as const;

const { rounds, folders } = readArguments(3);
const folder = mkdtempSync(join(tmpdir(), 'octollm-bench-'));
const project = mkdtempSync(join(tmpdir(), 'octollm-project-'));
let isHeld = true;
try {
  const { files, lines } = await copySources(folders, folder);
  console.log(`${files} files, ${lines} lines; medians of ${rounds}.\n`);
  for (const [name, leastGain] of Object.entries(leastGains)) await compareWithJscodeshift(name, leastGain);
  await createProject(project);
  await compareWithTypeScript();
  const { seconds, megabytes } = await migrate(folder);
  judge(
    megabytes < mostMegabytes,
    `all codemods over all files: ${seconds.toFixed(1)} s, at most ${megabytes.toFixed(0)} MB (gate ${mostMegabytes})`,
  );
  if (!isHeld) process.exitCode = 1;
} finally {
  for (const made of [folder, project]) rmSync(made, { recursive: true, force: true });
}

async function compareWithJscodeshift(name: string, leastGain: number): Promise<void> {
  const transforms = {
    plain: join(import.meta.dirname, `plain-transforms/${name}.ts`),
    ours: join(repository, `codemods/dist/transforms/${name}.js`),
  };
  const times = { octollm: [] as number[], plain: [] as number[], ours: [] as number[] };
  for (let round = 0; round < rounds; round++) {
    times.octollm.push((await migrate(folder, name)).seconds);
    for (const transform of ['plain', 'ours'] as const)
      times[transform].push((await runJscodeshift(transforms[transform])).seconds);
  }
  const own = median(times.octollm);
  const gain = median(times.plain) / own;
  judge(
    gain >= leastGain,
    `${name}: ${own.toFixed(1)} s; jscodeshift's command ${gain.toFixed(1)} x that (gate ${leastGain}), ` +
      `with our transform ${(median(times.ours) / own).toFixed(1)} x`,
  );
}

async function compareWithTypeScript(): Promise<void> {
  const times: Record<string, number[]> = { tsc: [] };
  for (let round = 0; round < rounds; round++) {
    const check = await runMeasured(
      process.execPath,
      [tsc, '-p', 'tsconfig.json', '--noEmit', '--pretty', 'false'],
      project,
    );
    times['tsc']?.push(check.seconds);
    for (const name of typedCodemods) (times[name] ??= []).push((await migrate(project, name)).seconds);
  }
  const check = median(times['tsc'] ?? []);
  for (const name of typedCodemods) {
    const share = median(times[name] ?? []) / check;
    judge(
      share <= mostShare,
      `${name}: ${share.toFixed(2)} x what TypeScript needs to check the project (gate ${mostShare})`,
    );
  }
}

function migrate(target: string, only?: string): Promise<ProcessCost> {
  const choice = only === undefined ? [] : ['--only', only];
  const parameters = ['migrate', '.', '--unsafe', '--include-tests', '--quiet', ...choice];
  return runMeasured(process.execPath, [octollm, ...parameters], target);
}

function runJscodeshift(transform: string): Promise<ProcessCost> {
  const parameters = [
    '--dry',
    '--silent',
    '--parser=tsx',
    '--extensions=ts,tsx,mts,cts',
    `--transform=${transform}`,
    '.',
  ];
  return runMeasured(process.execPath, [jscodeshift, ...parameters], folder);
}

/** A project of the first folder, or of real code; that some types of its packages are missing takes nothing from the work. */
async function createProject(target: string): Promise<void> {
  const [source] = [...folders, ...getCorpusPackages('demo').map((entry) => join(getPackageFolder(entry), entry.root))];
  await copySources(source === undefined ? [] : [source], target);
  symlinkSync(join(repository, 'node_modules'), join(target, 'node_modules'), 'junction');
  writeFileSync(join(target, 'package.json'), '{ "name": "project", "private": true, "type": "module" }\n');
  const compilerOptions = {
    target: 'es2022',
    lib: ['es2024', 'dom', 'dom.iterable'],
    module: 'esnext',
    moduleResolution: 'bundler',
    strict: true,
    skipLibCheck: true,
    types: ['node'],
  };
  writeFileSync(join(target, 'tsconfig.json'), JSON.stringify({ compilerOptions, include: ['0'] }));
}

function judge(isMet: boolean, text: string): void {
  console.log(`${text}: ${isMet ? 'held' : 'broken'}`);
  isHeld &&= isMet;
}

import { execFileSync } from 'node:child_process';
import { join } from 'node:path';
import { build } from 'esbuild';
import { findNode24 } from '../support/node24.ts';
import { readArguments } from './bench-arguments.ts';
import { findBroken, type RuntimeReport, toTable } from './runtime-report.ts';

/*
 * What the policies cost on the path of calls that go well, and errors beside `new Error`: the built package and its peers in one process,
 * in turn, in the Node that runs this and in Node 24. Everything is a ratio to the same work without the policy.
 */

const { rounds } = readArguments(201);

/** The measuring process as plain JavaScript; the packages that it measures are loaded as they are. */
async function compileProcess(): Promise<string> {
  const { outputFiles } = await build({
    entryPoints: [join(import.meta.dirname, 'runtime-process.ts')],
    bundle: true,
    packages: 'external',
    write: false,
    format: 'esm',
    platform: 'node',
    target: 'es2022',
  });
  return outputFiles[0]?.text ?? '';
}

const code = await compileProcess();
const node24 = findNode24();
if (node24 === undefined) console.warn('SKIPPED: Node 24 is not installed; install it or set NODE24');

const broken: string[] = [];
for (const node of [process.execPath, node24].filter((path) => path !== undefined)) {
  const options = { cwd: import.meta.dirname, input: code, encoding: 'utf8' } as const;
  const output = execFileSync(node, ['--input-type=module', '-', String(rounds)], options);
  // The process of our own file above wrote it.
  const report = JSON.parse(output) as RuntimeReport;
  console.log(`${toTable(report).join('\n')}\n`);
  broken.push(...findBroken(report));
}
console.log(broken.length === 0 ? 'gates: held' : ['gates: broken', ...broken].join('\n'));
if (broken.length > 0) process.exitCode = 1;

import { spawn } from 'node:child_process';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import type { LintCost, LintJob } from './lint-process.ts';

const loader = pathToFileURL(createRequire(import.meta.url).resolve('tsx')).href;

/** Runs ESLint in a process of its own, with the built plugin. */
export async function runLint(job: LintJob): Promise<LintCost> {
  const script = join(import.meta.dirname, 'lint-process.ts');
  const child = spawn(process.execPath, ['--import', loader, script, JSON.stringify(job)], {
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  let output = '';
  child.stdout.setEncoding('utf8').on('data', (text: string) => (output += text));
  const code = await new Promise((done) => child.on('close', done));
  if (code !== 0)
    throw new Error(`Cannot measure ESLint over ${job.folder}: its process ended with code ${String(code)}.`);
  return JSON.parse(output) as LintCost;
}

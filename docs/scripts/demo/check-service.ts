import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { runProgram } from './run-program.ts';

/** What the service says of itself: its own type check and its own tests. */
export interface ServiceChecks {
  readonly typeErrors: number;
  readonly passed: number;
  readonly failed: number;
}

const require = createRequire(import.meta.url);
const tsc = join(dirname(require.resolve('typescript/package.json')), 'bin/tsc');
const vitest = join(dirname(require.resolve('vitest/package.json')), 'vitest.mjs');

/** Runs the type check and the tests of a copy of the service. */
export async function checkService(folder: string): Promise<ServiceChecks> {
  const types = await runProgram([tsc, '-p', 'tsconfig.json', '--pretty', 'false'], folder);
  const tests = await runProgram([vitest, 'run', '--root', folder, '--reporter', 'json'], folder);
  // Vitest's report has the shape of Jest's; it begins at the first brace, behind what the tests themselves wrote.
  const report = JSON.parse(tests.stdout.slice(tests.stdout.indexOf('{"numTotalTestSuites'))) as {
    readonly numPassedTests: number;
    readonly numFailedTests: number;
  };
  return {
    typeErrors: types.stdout.match(/error TS\d+/g)?.length ?? 0,
    passed: report.numPassedTests,
    failed: report.numFailedTests,
  };
}

import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { Stryker } from '@stryker-mutator/core';
import { folderVariable, mutatedFolders } from './mutated-folders.ts';

/** The share of mutants, in percent, that the tests of a folder must find; below it the run exits with 1. */
const gate = 85;

const { values, positionals } = parseArgs({
  options: { concurrency: { type: 'string', default: '1' } },
  allowPositionals: true,
});
const [folder, ...files] = positionals;

if (folder !== undefined && mutatedFolders.includes(folder)) {
  await mutate(folder);
} else {
  console.error(`Name a folder: \`npm run mutation -- ${mutatedFolders.join('|')} [--concurrency NUMBER] [FILE...]\`.`);
  process.exitCode = 2;
}

async function mutate(name: string): Promise<void> {
  process.chdir(resolve(import.meta.dirname, '../..'));
  process.env[folderVariable] = name;
  // A mutant that only one input in hundreds finds deserves a test of its own.
  process.env['FUZZ_RUNS'] ??= '50';
  await new Stryker({
    mutate: files.length > 0 ? files : [`src/${name}/**/*.ts`],
    testRunner: 'vitest',
    vitest: { configFile: 'test/mutation/vitest.config.ts', related: false },
    coverageAnalysis: 'perTest',
    concurrency: Number(values.concurrency),
    // Generous, because a mutant that is only slow on a busy machine would count as found.
    timeoutMS: 15_000,
    ignorePatterns: ['/*', '!/src', '!/test', '!/tsconfig.json', '/test/real-code', '/test/bench', 'dist'],
    tempDirName: join(tmpdir(), 'octollm-mutation'),
    reporters: ['progress-append-only', 'clear-text', 'html'],
    htmlReporter: { fileName: `.octollm/mutation/${name}.html` },
    clearTextReporter: { allowColor: false, reportTests: false, logTests: false, skipFull: true },
    thresholds: { high: 95, low: gate, break: gate },
  }).runMutationTest();
}

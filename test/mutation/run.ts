import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { Stryker } from '@stryker-mutator/core';
import { folderVariable, mutatedFolders } from './mutated-folders.ts';

/** The share of mutants, in percent, that the tests of a folder must find; below it the run exits with 1. */
const gate = 85;

const [folder, ...parts] = process.argv.slice(2);
process.chdir(resolve(import.meta.dirname, '../..'));

if (folder !== undefined && mutatedFolders.includes(folder)) {
  process.env[folderVariable] = folder;
  // Enough inputs to find what is wrong; a mutant that only one in 300 finds deserves a test of its own.
  process.env['FUZZ_RUNS'] ??= '50';
  const files = parts.length > 0 ? parts : [`src/${folder}/**/*.ts`];
  await new Stryker({
    mutate: files,
    testRunner: 'vitest',
    vitest: { configFile: 'test/mutation/vitest.config.ts', related: false },
    coverageAnalysis: 'perTest',
    checkers: [],
    concurrency: Number(process.env['MUTATION_CONCURRENCY'] ?? 1),
    timeoutMS: 15_000,
    ignorePatterns: ['/*', '!/src', '!/test', '!/tsconfig.json', '/test/real-code', '/test/bench', 'dist'],
    tempDirName: join(tmpdir(), 'octollm-mutation'),
    reporters: ['progress-append-only', 'clear-text', 'json', 'html'],
    jsonReporter: { fileName: `.octollm/mutation/${folder}.json` },
    htmlReporter: { fileName: `.octollm/mutation/${folder}.html` },
    clearTextReporter: { allowColor: false, reportTests: false, logTests: false, skipFull: true },
    thresholds: { high: 95, low: gate, break: gate },
    allowEmpty: false,
  }).runMutationTest();
} else {
  console.error(`Name a folder: \`npm run mutation -- ${mutatedFolders.join('|')} [FILE...]\`.`);
  process.exitCode = 2;
}

import { join } from 'node:path';
import { build, type BuildOptions } from 'rolldown';
import { keepLicenses } from './bundle/keep-licenses.ts';
import { repository } from './repository.ts';

/*
 * Bundles what `tsc -b` leaves to bundle.
 *
 * Rules: with what they use of `@typescript-eslint/utils` and picomatch, so that the published plugin depends on `@octollm/errors` alone
 * and never loads ESLint or TypeScript by itself.
 *
 * Codemods: only the analysis of scopes, whose package is 178 files that each worker process would read one by one, which takes twice
 * as long as the one file does.
 */
const bundles: readonly BuildOptions[] = [
  {
    cwd: join(repository, 'rules'),
    input: { 'plugin/index': 'plugin/index.ts', 'patterns/index': 'patterns/index.ts' },
    external: [/^node:/, /^@octollm\/errors/],
    output: {
      dir: 'dist',
      codeSplitting: { groups: [{ name: 'patterns', test: /[\\/]rules[\\/]patterns[\\/]/ }] },
    },
  },
  {
    cwd: join(repository, 'codemods'),
    input: { 'engine/source/scopes': 'engine/source/scopes.ts' },
    external: [/^node:/],
    output: { dir: 'dist' },
  },
];

for (const options of bundles)
  await build({
    ...options,
    platform: 'node',
    logLevel: 'warn',
    plugins: [keepLicenses()],
    output: {
      ...options.output,
      format: 'esm',
      entryFileNames: '[name].js',
      chunkFileNames: 'shared/[name].js',
    },
  });

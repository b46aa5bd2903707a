import { spawnSync } from 'node:child_process';
import { join } from 'node:path';

/** What `npm run bench -- NAME [ARGUMENT...]` runs; each exits with 1 when its gate is broken. */
const benches: Readonly<Record<string, { readonly file: string; readonly about: string }>> = {
  lint: { file: 'lint.ts', about: 'what the rules cost in an ESLint run, beside those of peers' },
  audit: { file: 'audit.ts', about: '`octollm audit` against ESLint with our plugin: time, memory, findings' },
  codemods: {
    file: 'codemods.ts',
    about: '`octollm migrate` against jscodeshift and TypeScript: time and memory',
  },
  oxlint: { file: 'oxlint.ts', about: 'what the rules cost in Oxlint, against one empty rule' },
  runtime: { file: 'runtime.ts', about: 'what the policies cost on a call that goes well, beside those of peers' },
  errors: { file: 'building-errors.ts', about: 'building an error, against `new Error`; size of the bundle' },
};

const [name, ...given] = process.argv.slice(2);
const bench = name === undefined ? undefined : benches[name];
if (bench) {
  const { status } = spawnSync(
    process.execPath,
    [...process.execArgv, join(import.meta.dirname, bench.file), ...given],
    {
      stdio: 'inherit',
    },
  );
  process.exitCode = status ?? 1;
} else {
  const problem = name === undefined ? 'Name a bench' : `There is no bench \`${name}\``;
  const list = Object.entries(benches).map(([known, { about }]) => `  ${known.padEnd(8)} ${about}`);
  console.error(`${problem}: \`npm run bench -- NAME [--rounds NUMBER] [FOLDER...]\`.\n${list.join('\n')}`);
  process.exitCode = 2;
}

import { execFileSync } from 'node:child_process';
import { existsSync, mkdirSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';

/*
 * The rules about errors that others have, run beside ours. The plugins are installed on demand into a folder that git ignores: nothing
 * else needs them. unicorn 62 is the newest that runs on Node 20.
 */
const versions = {
  'eslint-plugin-llm-core': '0.37.0',
  'eslint-plugin-n': '18.5.0',
  'eslint-plugin-promise': '7.3.0',
  'eslint-plugin-sonarjs': '4.2.2',
  'eslint-plugin-unicorn': '62.0.0',
};

const folder = join(import.meta.dirname, '.peers');

export const peerRules: readonly string[] = [
  'no-empty',
  'no-throw-literal',
  'no-useless-catch',
  'prefer-promise-reject-errors',
  'preserve-caught-error',
  'llm-core/no-empty-catch',
  'llm-core/no-swallowed-errors',
  'n/handle-callback-err',
  'promise/catch-or-return',
  'sonarjs/no-ignored-exceptions',
  'unicorn/error-message',
  'unicorn/throw-new-error',
];

/** Installs the plugins that are not there yet and gives the files to import, by the name that their rules begin with. */
export function installPeers(): Readonly<Record<string, string>> {
  const missing = Object.entries(versions).filter(([name]) => !existsSync(join(folder, 'node_modules', name)));
  if (missing.length > 0) {
    mkdirSync(folder, { recursive: true });
    writeFileSync(join(folder, 'package.json'), '{ "private": true }\n');
    const specifiers = Object.entries(versions).map(([name, version]) => `${name}@${version}`);
    // Their own copies of ESLint and its parser would be measured as well, so peers are taken from this repository.
    const options = [
      '--no-save',
      '--no-audit',
      '--no-fund',
      '--ignore-scripts',
      '--legacy-peer-deps',
      '--loglevel=error',
    ];
    execFileSync('npm', ['install', ...options, ...specifiers], {
      cwd: folder,
      stdio: ['ignore', 'ignore', 'inherit'],
      shell: process.platform === 'win32',
    });
  }
  const { resolve } = createRequire(join(folder, 'package.json'));
  return Object.fromEntries(Object.keys(versions).map((name) => [name.replace('eslint-plugin-', ''), resolve(name)]));
}

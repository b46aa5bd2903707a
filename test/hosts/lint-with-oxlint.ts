import { spawnSync } from 'node:child_process';
import { readFileSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join, sep } from 'node:path';
import { allRules } from './lint-with-eslint.ts';
import type { Report } from './report.ts';

const require = createRequire(import.meta.url);
const oxlint = join(dirname(require.resolve('oxlint/package.json')), 'bin/oxlint');
const plugin = require.resolve('eslint-plugin-octollm');

interface Diagnostic {
  readonly message: string;
  /** `octollm(require-cause)`; absent for a file that does not parse. */
  readonly code?: string;
  readonly filename: string;
  readonly labels: readonly { readonly span: { readonly offset: number; readonly length: number } }[];
}

/** Lints a folder with Oxlint, our rules alone. */
export function lintWithOxlint(folder: string): Report[] {
  const configuration = join(folder, '.oxlintrc.json');
  writeFileSync(
    configuration,
    JSON.stringify({ jsPlugins: [plugin], categories: { correctness: 'off' }, rules: allRules }),
  );
  const { stdout, stderr } = spawnSync(process.execPath, [oxlint, '-c', configuration, '-f', 'json', '.'], {
    cwd: folder,
    encoding: 'utf8',
    maxBuffer: 2 ** 28,
  });
  if (!stdout.trimStart().startsWith('{')) throw new Error(`Oxlint did not answer with JSON: ${stdout}${stderr}`);
  const { diagnostics } = JSON.parse(stdout) as { readonly diagnostics: readonly Diagnostic[] };
  return diagnostics.map((diagnostic) => toReport(folder, diagnostic));
}

/** Oxlint counts in bytes; ESLint counts in UTF-16 units. */
function toReport(folder: string, { message, code, filename, labels }: Diagnostic): Report {
  const bytes = readFileSync(join(folder, filename));
  const { offset, length } = labels[0]?.span ?? { offset: 0, length: 0 };
  const start = getPosition(bytes, offset);
  const end = getPosition(bytes, offset + length);
  return {
    file: filename.split(sep).join('/'),
    rule: code?.replace(/^octollm\((.+)\)$/, 'octollm/$1') ?? 'parse error',
    line: start.line,
    column: start.column,
    endLine: end.line,
    endColumn: end.column,
    message,
  };
}

function getPosition(bytes: Buffer, offset: number): { line: number; column: number } {
  const before = bytes
    .subarray(0, offset)
    .toString('utf8')
    .split(/\r\n|[\n\r\u2028\u2029]/);
  return { line: before.length, column: (before.at(-1)?.length ?? 0) + 1 };
}

import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join, sep } from 'node:path';
import { runOxlint, toPosition, type OxlintDiagnostic } from '../support/run-oxlint.ts';
import { allRules } from './lint-with-eslint.ts';
import type { Report } from './report.ts';

const plugin = createRequire(import.meta.url).resolve('eslint-plugin-octollm');

/** Lints a folder with Oxlint, our rules alone. */
export function lintWithOxlint(folder: string): Report[] {
  const diagnostics = runOxlint(
    folder,
    {
      jsPlugins: [plugin],
      categories: { correctness: 'off' },
      rules: allRules,
    },
    'built',
  );
  return diagnostics.map((diagnostic) => toReport(folder, diagnostic));
}

/** Oxlint counts in bytes; ESLint counts in UTF-16 units. */
function toReport(folder: string, { message, code, filename, labels }: OxlintDiagnostic): Report {
  const bytes = readFileSync(join(folder, filename));
  const { offset, length } = labels[0]?.span ?? { offset: 0, length: 0 };
  const start = toPosition(bytes, offset);
  const end = toPosition(bytes, offset + length);
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

import type { MigrationResult } from '../../migrate/migration-result.ts';
import { formatDiff } from './diff.ts';
import { formatJson } from './json.ts';
import { formatMarkdown } from './markdown.ts';
import type { MigrationView } from './migration-view.ts';
import { formatSarif } from './sarif.ts';
import { formatText } from './text.ts';

export type MigrationFormat = 'text' | 'diff' | 'json' | 'sarif' | 'markdown' | 'html';

type Format = (result: MigrationResult, view: MigrationView) => string | Promise<string>;

const formats: Readonly<Record<MigrationFormat, Format>> = {
  text: formatText,
  diff: formatDiff,
  json: formatJson,
  sarif: formatSarif,
  markdown: formatMarkdown,
  // It brings a chart library along, which no other form needs.
  html: async (result, view) => (await import('./html/page.ts')).formatHtml(result, view),
};

/** Tells a migration in one of the forms that `--format` and the ending of `--report FILE` name. */
export async function formatMigration(
  result: MigrationResult,
  { format, ...view }: MigrationView & { readonly format: MigrationFormat },
): Promise<string> {
  return formats[format](result, view);
}

const formatsByEnding: readonly (readonly [RegExp, MigrationFormat])[] = [
  [/\.(?:diff|patch)$/, 'diff'],
  [/\.sarif(?:\.json)?$/, 'sarif'],
  [/\.json$/, 'json'],
  [/\.(?:md|markdown)$/, 'markdown'],
  [/\.html?$/, 'html'],
  [/\.txt$/, 'text'],
];

export const migrationFormats: readonly string[] = Object.keys(formats);

/** The form that the name of a report asks for; undefined for an ending that stands for none. */
export function getMigrationFormat(path: string): MigrationFormat | undefined {
  return formatsByEnding.find(([ending]) => ending.test(path.toLowerCase()))?.[1];
}

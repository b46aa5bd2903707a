import type { MigrationResult } from '../../migrate/migration-result.ts';
import type { MigrationView } from './migration-view.ts';

export type MigrationFormat = 'text' | 'diff' | 'json' | 'sarif' | 'markdown' | 'html';

type Format = (result: MigrationResult, view: MigrationView) => string | Promise<string>;

/** Each form is loaded when it is asked for: one compares texts, another brings a chart library along. */
const formats: Readonly<Record<MigrationFormat, () => Promise<Format>>> = {
  text: async () => (await import('./text.ts')).formatText,
  diff: async () => (await import('./diff.ts')).formatDiff,
  json: async () => (await import('./json.ts')).formatJson,
  sarif: async () => (await import('./sarif.ts')).formatSarif,
  markdown: async () => (await import('./markdown.ts')).formatMarkdown,
  html: async () => (await import('./html/page.ts')).formatHtml,
};

/** Tells a migration in one of the forms that `--format` and the ending of `--report FILE` name. */
export async function formatMigration(
  result: MigrationResult,
  { format, ...view }: MigrationView & { readonly format: MigrationFormat },
): Promise<string> {
  return (await formats[format]())(result, view);
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

import { extname } from 'node:path';
import { InvalidInputError } from '@octollm/errors/errors';
import type { MigrationResult } from '../engine/migrate/migration-result.ts';
import { formatMigration, getMigrationFormat, type MigrationFormat } from '../engine/reports/migration/formats.ts';
import type { MigrateOptions } from './migrate-options.ts';
import { canShowColors, type Terminal } from './terminal.ts';
import { readVersion } from './version.ts';
import { assertWritable, replaceFile } from './write-file.ts';

/** A report to write to a file. */
export interface ReportForm {
  readonly path: string;
  readonly format: MigrationFormat;
}

/**
 * Reads from the endings of their names in which form reports are wanted.
 *
 * @throws InvalidInputError for an ending that stands for no form, and for a file that cannot be written
 */
export function getReportForms({ report }: MigrateOptions, { cwd }: Terminal): ReportForm[] {
  return report.map((path) => {
    const format = getMigrationFormat(path);
    if (format === undefined)
      throw new InvalidInputError(
        `Cannot write the report \`${path}\`: its ending \`${extname(path)}\` stands for no form. Name it like \`migration.html\`, \`.md\`, \`.json\`, \`.sarif\`, \`.diff\` or \`.txt\`.`,
      );
    assertWritable(path, cwd);
    return { path, format };
  });
}

/** Writes the report to the standard output, and to the files that want one. */
export async function writeReports(
  result: MigrationResult,
  forms: readonly ReportForm[],
  options: MigrateOptions,
  terminal: Terminal,
): Promise<void> {
  const view = { version: readVersion(), cwd: terminal.cwd };
  for (const { path, format } of forms)
    replaceFile(
      path,
      await formatMigration(result, { ...view, format, hasColors: false, hasDiff: true }),
      terminal.cwd,
    );
  const hasColors = options.color && canShowColors(terminal);
  // What was written can be looked at with `git diff`; a preview can be seen here only.
  const hasDiff = !options.summary && result.run === null;
  if (!options.quiet)
    terminal.stdout.write(await formatMigration(result, { ...view, format: options.format, hasColors, hasDiff }));
  if (options.quiet || options.format !== 'text') tellFailures(result, terminal);
  if (!options.quiet) for (const { path } of forms) terminal.stderr.write(`The report is in \`${path}\`.\n`);
}

/** Tells on standard error what went wrong, so that a report for programs stays clean. */
function tellFailures({ failures, verification }: MigrationResult, { stderr }: Terminal): void {
  for (const { file, line, column, reason } of failures) stderr.write(`${file}:${line}:${column}  ${reason}\n`);
  for (const error of verification?.remaining ?? []) stderr.write(`New type error: ${error}\n`);
}

import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { SystemError } from '@octollm/errors';
import type { MigrationReport } from './migration-report.ts';
import { command } from './run-audit.ts';
import { runProgram } from './run-program.ts';

/** What a user types; the demo adds where the reports go. */
export const migrateParameters: readonly string[] = ['migrate', 'src', '--write', '--unsafe', '--verify'];

export interface TimedMigration {
  readonly report: MigrationReport;
  readonly milliseconds: number;
}

/**
 * Migrates the sources of a folder.
 *
 * @param page where the page for people goes
 * @throws SystemError with what the command said when it did not come to its end
 */
export async function runMigration(folder: string, page: string): Promise<TimedMigration> {
  const file = join(folder, 'migration.json');
  const reports = ['--report', file, '--report', page, '--quiet'];
  const { exitCode, stderr, milliseconds } = await runProgram([command, ...migrateParameters, ...reports], folder);
  if (exitCode !== 0)
    throw new SystemError(`Cannot run \`octollm ${migrateParameters.join(' ')}\` (exit code ${exitCode}): ${stderr}`);
  // The command promises this shape by the version that stands in the report.
  return { report: JSON.parse(readFileSync(file, 'utf8')) as MigrationReport, milliseconds };
}

/**
 * Takes the last migration of a folder back.
 *
 * @throws SystemError with what the command said when it could not
 */
export async function undoMigration(folder: string): Promise<void> {
  const { exitCode, stderr } = await runProgram([command, 'undo'], folder);
  if (exitCode !== 0) throw new SystemError(`Cannot run \`octollm undo\` (exit code ${exitCode}): ${stderr}`);
}

import { join } from 'node:path';
import { SystemError } from '@octollm/errors';
import { repository } from '../repository.ts';
import type { AuditReport } from './audit-report.ts';
import { runProgram } from './run-program.ts';

export interface TimedAudit {
  readonly report: AuditReport;
  readonly milliseconds: number;
}

/** The built command that users have as `octollm`. */
export const command: string = join(repository, 'codemods/dist/cli/main.js');

/** Done, and done but for some files that the report lists. */
const exitCodesWithReport: readonly number[] = [0, 2];

/**
 * Runs `octollm audit` on a path, as a user would.
 *
 * @param path relative to the folder
 * @throws SystemError with what the command said when it gave no report
 */
export async function runAudit(path: string, folder: string = repository): Promise<TimedAudit> {
  const parameters = ['audit', path, '--format', 'json'];
  const { exitCode, stdout, stderr, milliseconds } = await runProgram([command, ...parameters], folder);
  if (!exitCodesWithReport.includes(exitCode) || stdout === '')
    throw new SystemError(`Cannot run \`octollm ${parameters.join(' ')}\` (exit code ${exitCode}): ${stderr.trim()}`);
  // The command promises this shape by the version that stands in the report.
  const report = JSON.parse(stdout) as AuditReport;
  if (report.schemaVersion !== 1)
    throw new SystemError(
      `Cannot read the audit of \`${path}\`: the demo knows version 1 of the report, not version ${report.schemaVersion}.`,
    );
  return { report, milliseconds };
}

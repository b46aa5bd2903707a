import { execFile } from 'node:child_process';
import { join } from 'node:path';
import { SystemError } from '@octollm/errors';
import { repository } from '../repository.ts';
import type { AuditReport } from './audit-report.ts';

export interface TimedAudit {
  readonly report: AuditReport;
  readonly milliseconds: number;
}

/** Done, and done but for some files that the report lists. */
const exitCodesWithReport: readonly unknown[] = [0, 2];

/**
 * Runs the built command `octollm audit` on a path relative to the repository, as a user would.
 *
 * @throws SystemError with what the command said when it gave no report
 */
export async function runAudit(path: string): Promise<TimedAudit> {
  const start = performance.now();
  const text = await runCommand([join(repository, 'codemods/dist/cli/main.js'), 'audit', path, '--format', 'json']);
  const milliseconds = performance.now() - start;
  // The command promises this shape by the version that stands in the report.
  const report = JSON.parse(text) as AuditReport;
  if (report.schemaVersion !== 1)
    throw new SystemError(
      `Cannot read the audit of \`${path}\`: the demo knows version 1 of the report, not version ${report.schemaVersion}.`,
    );
  return { report, milliseconds };
}

function runCommand(parameters: readonly string[]): Promise<string> {
  return new Promise((resolve, reject) => {
    const options = { cwd: repository, maxBuffer: 512 * 1024 * 1024 };
    execFile(process.execPath, parameters, options, (error, stdout, stderr) => {
      if (error === null || (exitCodesWithReport.includes(error.code) && stdout !== '')) {
        resolve(stdout);
        return;
      }
      const command = `octollm ${parameters.slice(1).join(' ')}`;
      const reason = stderr.trim() || error.message;
      reject(new SystemError(`Cannot run \`${command}\` (exit code ${error.code}): ${reason}`, { cause: error }));
    });
  });
}

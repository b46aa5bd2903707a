import { getErrorMessage } from '@octollm/errors/errors';
import { settleAll } from '@octollm/errors/batch';
import { availableParallelism } from 'node:os';
import type { MigratedFile, MigrationResult } from '../migrate/migration-result.ts';
import { runFormatter } from './run-formatter.ts';

/**
 * Formats what a migration changed, in those files that were formatted before; nobody wants a whole file formatted along with one
 * changed line. Files that the migration makes are formatted in any case.
 *
 * @param command reads a text from its standard input, and takes the name of the file as `{file}`
 * @param folder where the command runs
 */
export async function formatChanged(
  result: MigrationResult,
  command: string,
  folder: string,
): Promise<MigrationResult> {
  const format = (text: string, path: string): Promise<string> => runFormatter(command, text, path, folder);
  const outcome = await settleAll(result.files, (file) => formatFile(file, format), {
    concurrency: availableParallelism(),
  });
  const formatted = new Map(outcome.successes.map(({ value }) => [value.path, value]));
  const files = result.files.map((file) => formatted.get(file.path) ?? file);
  const [failure] = outcome.failures;
  if (!failure) return { ...result, files };
  const reason = getErrorMessage(failure.error).replace(/\.$/, '');
  const notice = `The formatter \`${command}\` failed on ${outcome.failures.length} of the changed files, which are written as they are; on \`${result.files[failure.index]?.file}\` it said: ${reason}.`;
  return { ...result, files, notices: [...result.notices, notice] };
}

async function formatFile(
  file: MigratedFile,
  format: (text: string, path: string) => Promise<string>,
): Promise<MigratedFile> {
  const { path, before, after } = file;
  if (before === after) return file;
  const wasFormatted = before === null || (await format(before, path)) === before;
  return wasFormatted ? { ...file, after: await format(after, path) } : file;
}

import type { IntendedFile } from '../journal/create-run.ts';
import type { RunManifest } from '../journal/manifest.ts';
import type { MoveOptions, MoveReport } from '../journal/move-files.ts';
import { getPath, type Run } from '../journal/run.ts';
import { sweep } from '../journal/sweep.ts';
import type { MigratedFile, MigrationFailure, MigrationResult } from './migration-result.ts';

/** What became of a migration that was written. */
export interface WrittenMigration {
  readonly result: MigrationResult;
  /** What was written, and can be taken back; null when there was nothing to write. */
  readonly run: Run | null;
  /** Absolute paths of the files that hold their new text by now. */
  readonly written: readonly string[];
  readonly pending: number;
  readonly stop: MoveReport['stop'];
}

/**
 * Writes what a migration has planned in one sweep, noted in a journal beforehand; a file that cannot be written becomes a failure.
 *
 * @throws CapacityExceededError when there is no room for the journal, SystemError when it cannot be written; no file is touched then
 */
export async function writeMigration(
  result: MigrationResult,
  journal: string,
  about: Pick<RunManifest, 'version' | 'command'>,
  options?: MoveOptions,
): Promise<WrittenMigration> {
  const changed = result.files.filter(({ before, after }) => before !== after);
  if (changed.length === 0) return { result, run: null, written: [], pending: 0, stop: null };
  const { run, moved, there, left, pending, stop } = await sweep(journal, changed.map(toIntendedFile), about, options);
  const reasons = new Map([
    ...left.map(({ entry, reason }): [string, string] => [getPath(run, entry), reason]),
    ...pending.map((entry): [string, string] => [getPath(run, entry), 'the run was cut off before']),
  ]);
  const names = new Map(changed.map(({ path, file }) => [path, file]));
  const failures = left.map(({ entry, kind, reason }): MigrationFailure => {
    const path = getPath(run, entry);
    return { file: names.get(path) ?? path, line: 1, column: 1, kind, reason };
  });
  return {
    result: {
      ...result,
      run: run.id,
      files: result.files.map((file) => {
        const reason = reasons.get(file.path);
        return reason === undefined ? file : { ...file, reverted: `not written: ${reason}` };
      }),
      failures: [...result.failures, ...failures],
    },
    run,
    written: [...moved, ...there].map((entry) => getPath(run, entry)),
    pending: pending.length,
    stop,
  };
}

function toIntendedFile({ path, before, after }: MigratedFile): IntendedFile {
  return { path, before: before === null ? null : Buffer.from(before), after: Buffer.from(after) };
}

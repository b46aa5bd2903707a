import { createPackageFinder } from '../discover/package-finder.ts';
import { moveFiles } from '../journal/move-files.ts';
import type { Side } from '../journal/move-file.ts';
import { getPath, type Run } from '../journal/run.ts';
import type { Diagnostic } from '../verify/diagnostic.ts';
import type { TypeCheck } from '../verify/find-type-checks.ts';
import { runTypeChecks } from '../verify/run-type-check.ts';
import { takeBackRegressions } from '../verify/take-back.ts';
import type { WrittenMigration } from './write-migration.ts';
import type { MigratedFile, MigrationResult } from './migration-result.ts';
import { describeRuntimeNeeds } from './runtime-needs.ts';
import { describeUnreadableRuntime, isInRuntime, listNewImporters } from './unreadable-runtime.ts';

/** What the type checks said before anything was written. */
export interface Baseline {
  readonly checks: readonly TypeCheck[];
  readonly diagnostics: readonly Diagnostic[];
}

/**
 * Runs the type checks again over what a migration has written, and takes back what led to new errors.
 *
 * @param show the path of a file as reports show it
 * @param signal ends the check that is running; what is written stays
 */
export async function verifyMigration(
  { result, run, written }: WrittenMigration,
  { checks, diagnostics }: Baseline,
  show: (path: string) => string,
  signal?: AbortSignal,
): Promise<MigrationResult> {
  const move = (paths: readonly string[], side: Side): Promise<void> => moveBetween(run, paths, side);
  const importers = listNewImporters(result.files);
  const { reverted, remaining, after } = await takeBackRegressions(written, diagnostics, {
    check: () => runTypeChecks(checks, { suspects: written, signal }),
    takeBack: (paths) => move(paths, 'before'),
    putBack: (paths) => move(paths, 'after'),
    blame: (error) => (isInRuntime(error) ? importers : []),
  });
  const unreadable = [...reverted.values()].flat().find(isInRuntime);
  const describe = ({ path, code, message }: Diagnostic): string =>
    `${path === null ? '' : `${show(path)}: `}${code} ${message}`;
  const describeNeeds = (files: readonly MigratedFile[]): readonly string[] =>
    describeRuntimeNeeds(files, createPackageFinder(), show);
  const outdated = new Set(describeNeeds(result.files));
  return {
    ...result,
    files: result.files.map((file) => {
      const errors = reverted.get(file.path);
      return errors ? { ...file, reverted: describeReversal(errors.map(describe)) } : file;
    }),
    notices: [
      ...result.notices.filter((notice) => !outdated.has(notice)),
      ...describeNeeds(result.files.filter(({ path }) => !reverted.has(path))),
      ...(unreadable ? [describeUnreadableRuntime(describe(unreadable))] : []),
    ],
    verification: {
      command: checks.map(({ command }) => command).join(' && '),
      errorsBefore: diagnostics.length,
      errorsAfter: after.length,
      reverted: [...reverted].map(([path, errors]) => ({ file: show(path), errors: errors.map(describe) })),
      remaining: remaining.map(describe),
    },
  };
}

async function moveBetween(run: Run | null, paths: readonly string[], side: Side): Promise<void> {
  if (!run) return;
  const wanted = new Set(paths);
  await moveFiles(
    run,
    run.manifest.files.filter((entry) => wanted.has(getPath(run, entry))),
    side,
  );
}

function describeReversal(errors: readonly string[]): string {
  const [first = '', ...others] = errors;
  return `taken back, because it led to ${others.length > 0 ? `${errors.length} new type errors, such as` : 'a new type error:'} ${first}`;
}

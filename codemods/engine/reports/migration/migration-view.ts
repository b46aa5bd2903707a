import type { MigratedFile, MigrationResult } from '../../migrate/migration-result.ts';
import type { AppliedChange, LeftAlone } from '../../transform/transform-result.ts';

/** How to tell a migration. */
export interface MigrationView {
  readonly version: string;
  readonly hasColors: boolean;
  /** Whether a report for people shows the unified diff beside the sums. */
  readonly hasDiff: boolean;
  readonly cwd: string;
}

/** A change that stands, with its file. */
export interface StandingChange extends AppliedChange {
  readonly file: string;
}

/** A site that was left alone, with its file. */
export interface LeftSite extends LeftAlone {
  readonly file: string;
}

/** Every change that stands: those of files that were taken back do not. */
export function listChanges({ files }: MigrationResult): StandingChange[] {
  return files.flatMap(({ file, applied, reverted }) =>
    reverted === null ? applied.map((change) => ({ ...change, file })) : [],
  );
}

export function listLeftSites({ files }: MigrationResult, cause?: LeftAlone['cause']): LeftSite[] {
  return files.flatMap(({ file, leftAlone }) =>
    leftAlone.filter((site) => cause === undefined || site.cause === cause).map((site) => ({ ...site, file })),
  );
}

/** Files whose changes were made and taken back. */
export function listReverted({ files }: MigrationResult): (MigratedFile & { readonly reverted: string })[] {
  return files.flatMap((file) => (file.reverted === null ? [] : [{ ...file, reverted: file.reverted }]));
}

import { createPackageFinder } from '../discover/package-finder.ts';
import { getRoot } from '../journal/run-files.ts';
import type { MigrationResult } from './migration-result.ts';
import type { Baseline } from './verify-migration.ts';
import { findTypeChecks, type TypeCheck } from '../verify/find-type-checks.ts';
import { runTypeChecks } from '../verify/run-type-check.ts';

/**
 * Runs the type checks that judge the files which are about to change.
 *
 * @param given the check to run instead of those that are found
 * @throws ConfigurationError when a check does not work
 */
export async function readBaseline(
  { files }: MigrationResult,
  journal: string,
  signal: AbortSignal,
  given?: TypeCheck,
): Promise<Baseline> {
  const suspects = files.filter(({ before, after }) => before !== after).map(({ path }) => path);
  const checks = given ? [given] : await findChecks(suspects, journal);
  return { checks, diagnostics: await runTypeChecks(checks, { suspects, signal }) };
}

async function findChecks(files: readonly string[], journal: string): Promise<TypeCheck[]> {
  // It brings TypeScript along, which who does not verify can do without.
  const { createConfigFinder } = await import('../../typed/config-finder.ts');
  const configs = createConfigFinder();
  return findTypeChecks(files, {
    findPackages: createPackageFinder(),
    root: getRoot(journal),
    findConfig: (file) => configs.find(file).path ?? undefined,
  });
}

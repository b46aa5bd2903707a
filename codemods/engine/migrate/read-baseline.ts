import { createPackageFinder } from '../discover/package-finder.ts';
import { getRoot } from '../journal/run-files.ts';
import type { MigrationResult } from './migration-result.ts';
import type { Baseline } from './verify-migration.ts';
import { findTypeChecks } from '../verify/find-type-checks.ts';
import { runTypeChecks } from '../verify/run-type-check.ts';

/**
 * Runs the type checks that judge the files which are about to change.
 *
 * @throws ConfigurationError when a check does not work
 */
export async function readBaseline(
  { files }: MigrationResult,
  journal: string,
  signal: AbortSignal,
): Promise<Baseline> {
  // It brings TypeScript along, which who does not verify can do without.
  const { createConfigFinder } = await import('../../typed/config-finder.ts');
  const configs = createConfigFinder();
  const changed = files.filter(({ before, after }) => before !== after).map(({ path }) => path);
  const checks = findTypeChecks(changed, {
    findPackages: createPackageFinder(),
    root: getRoot(journal),
    findConfig: (file) => configs.find(file).path ?? undefined,
  });
  return { checks, diagnostics: await runTypeChecks(checks, signal) };
}

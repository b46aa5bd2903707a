import type { PackageFinder } from '../discover/package-finder.ts';
import { describeJestTransform } from './jest-transform.ts';
import type { MigratedFile } from './migration-result.ts';
import { describeMissingRuntime } from './missing-runtime.ts';
import { listNewImporters } from './unreadable-runtime.ts';

/** Tells what new code that imports the runtime needs before it runs: the package, and tests that can load it. */
export function describeRuntimeNeeds(
  files: readonly MigratedFile[],
  findPackages: PackageFinder,
  show: (path: string) => string,
): readonly string[] {
  return [
    ...describeMissingRuntime(files, findPackages, show),
    ...describeJestTransform(listNewImporters(files), findPackages, show),
  ];
}

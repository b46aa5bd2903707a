import { dirname } from 'node:path';
import type { PackageFinder } from '../discover/package-finder.ts';
import type { MigratedFile } from './migration-result.ts';

/** The package that most codemods write code against. */
export const runtimePackage = '@octollm/errors';

const runtimeImport = /['"]@octollm\/errors(?:\/[\w-]+)*['"]/;

/** Tells for which packages new code imports the runtime although nobody installed it there. */
export function describeMissingRuntime(
  files: readonly MigratedFile[],
  findPackages: PackageFinder,
  show: (path: string) => string,
): readonly string[] {
  const lacking = new Set<string>();
  for (const { path, after, applied, before } of files) {
    if ((applied.length === 0 && before !== null) || !runtimeImport.test(after)) continue;
    const packages = findPackages(dirname(path));
    if (packages.some(({ dependencies }) => dependencies.has(runtimePackage))) continue;
    lacking.add(show(packages[0]?.folder ?? dirname(path)));
  }
  return [...lacking]
    .sort()
    .map((folder) => `New code in \`${folder}\` imports \`${runtimePackage}\`: install it there before you run that.`);
}

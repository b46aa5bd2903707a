import { dirname } from 'node:path';
import type { PackageFinder } from '../discover/package-finder.ts';
import type { MigratedFile } from './migration-result.ts';

/** The package that most codemods write code against. */
export const runtimePackage = '@octollm/errors';

/** The name of the package as an import writes it. */
export const runtimeImport: RegExp = /['"]@octollm\/errors(?:\/[\w-]+)*['"]/;

/** More of them would bury what else there is to know. */
const mostNamed = 3;

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
  if (lacking.size === 0) return [];
  const named = [...lacking].sort().slice(0, mostNamed);
  const rest = lacking.size - named.length;
  const folders = named.map((folder) => `\`${folder}\``).join(', ') + (rest > 0 ? ` and ${rest} more` : '');
  return [`New code in ${folders} imports \`${runtimePackage}\`: install it there before you run that.`];
}

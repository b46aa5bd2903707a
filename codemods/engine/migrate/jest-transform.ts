import { existsSync, readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import type { PackageFinder, PackageManifest } from '../discover/package-finder.ts';
import { runtimePackage } from './missing-runtime.ts';

/** Since this version its `require` loads ECMAScript modules as that of Node does. */
const firstThatRequiresModules = 30;
const ignored = /transformIgnorePatterns['"]?\s*:\s*\[([^]*?)\]/;
const configFiles = ['package.json', ...['js', 'ts', 'mjs', 'cjs', 'json'].map((ending) => `jest.config.${ending}`)];

/**
 * Tells which packages test new code that imports the runtime with a Jest that has to transform it first.
 *
 * @param importers absolute paths of the files that import the runtime now
 */
export function describeJestTransform(
  importers: readonly string[],
  findPackages: PackageFinder,
  show: (path: string) => string,
): readonly string[] {
  const packages = new Set<PackageManifest>();
  for (const path of importers) {
    const user = findPackages(dirname(path)).find(({ dependencies }) => dependencies.has('jest'));
    if (user) packages.add(user);
  }
  return [...packages].flatMap(({ folder }) => {
    const version = readJestVersion(folder);
    if (version === undefined || version >= firstThatRequiresModules || isPrepared(folder)) return [];
    return [
      `Jest ${version} in \`${show(folder)}\` loads no ECMAScript modules: let it transform \`${runtimePackage}\`, with \`transformIgnorePatterns: ['/node_modules/(?!@octollm/)']\` and a \`transform\` for \`.js\`.`,
    ];
  });
}

function readJestVersion(folder: string): number | undefined {
  try {
    const manifest: unknown = createRequire(join(folder, 'package.json'))('jest/package.json');
    const version = typeof manifest === 'object' && manifest !== null && 'version' in manifest && manifest.version;
    return typeof version === 'string' ? Number.parseInt(version, 10) : undefined;
  } catch {
    // expected: it may not be installed yet; then nobody knows which one it will be.
    return undefined;
  }
}

/** Whether a configuration of Jest speaks of the runtime already, or leaves no packages out. */
function isPrepared(folder: string): boolean {
  return configFiles.some((name) => {
    const path = join(folder, name);
    const [, patterns] = (existsSync(path) && ignored.exec(readFileSync(path, 'utf8'))) || [];
    return patterns !== undefined && (patterns.includes('@octollm') || !patterns.includes('node_modules'));
  });
}

import { existsSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';

/** The manifest of a package, as far as anybody asks. */
export interface PackageManifest {
  /** The folder that it lies in. */
  readonly folder: string;
  readonly name: string | undefined;
  readonly scripts: Readonly<Record<string, string>>;
  /** Names of all packages that it depends on, in whatever way. */
  readonly dependencies: ReadonlySet<string>;
}

/** Finds the packages that a folder lies in, the innermost first; each manifest is read once. */
export type PackageFinder = (folder: string) => readonly PackageManifest[];

const dependencyFields = ['dependencies', 'devDependencies', 'peerDependencies', 'optionalDependencies'];

export function createPackageFinder(): PackageFinder {
  const found = new Map<string, readonly PackageManifest[]>();
  return function findPackages(folder: string): readonly PackageManifest[] {
    const known = found.get(folder);
    if (known) return known;
    const manifest = readManifest(folder);
    const parent = dirname(folder);
    const above = parent === folder ? [] : findPackages(parent);
    const packages = manifest ? [manifest, ...above] : above;
    found.set(folder, packages);
    return packages;
  };
}

function readManifest(folder: string): PackageManifest | undefined {
  const path = join(folder, 'package.json');
  // Most folders have none, and an error for each of them would take longer than all the rest.
  if (!existsSync(path)) return undefined;
  let manifest: unknown;
  try {
    manifest = JSON.parse(readFileSync(path, 'utf8'));
  } catch {
    // expected: a manifest that is broken tells nothing.
    return undefined;
  }
  const { name } = toRecord(manifest);
  const scripts = Object.entries(toRecord(toRecord(manifest)['scripts']));
  return {
    folder,
    name: typeof name === 'string' ? name : undefined,
    scripts: Object.fromEntries(scripts.filter((entry): entry is [string, string] => typeof entry[1] === 'string')),
    dependencies: new Set(dependencyFields.flatMap((field) => Object.keys(toRecord(toRecord(manifest)[field])))),
  };
}

function toRecord(value: unknown): Record<string, unknown> {
  return Object.assign({}, typeof value === 'object' ? value : {}) as Record<string, unknown>;
}

import { existsSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { findPackageFolder } from './package-folder.ts';
import { createPlainConfig, readTypeScriptConfig, type TypeScriptConfig } from './typescript-config.ts';

/** Finds the `tsconfig.json` that a file belongs to; each one is read once. */
export interface ConfigFinder {
  readonly find: (file: string) => TypeScriptConfig;
}

/** Creates a finder; it remembers what it read, so it serves one run. */
export function createConfigFinder(): ConfigFinder {
  const read = new Map<string, TypeScriptConfig>();
  const plain = new Map<string, TypeScriptConfig>();
  const above = new Map<string, readonly string[]>();

  const readOnce = (path: string): TypeScriptConfig => getOrAdd(read, path, readTypeScriptConfig);
  const listAbove = (folder: string): readonly string[] =>
    getOrAdd(above, folder, () => {
      const parent = dirname(folder);
      const path = join(folder, 'tsconfig.json');
      const further = parent === folder ? [] : listAbove(parent);
      return existsSync(path) ? [path, ...further] : further;
    });

  return {
    find: (file) => {
      const folder = dirname(file);
      const configs = listAbove(folder);
      for (const path of configs) {
        const owner = findOwner(path, file, readOnce, new Set());
        if (owner) return owner;
      }
      // A file that no configuration names is read by the nearest one, as editors do.
      const [nearest] = configs;
      return nearest === undefined
        ? getOrAdd(plain, findPackageFolder(folder) ?? folder, createPlainConfig)
        : readOnce(nearest);
    },
  };
}

/** The configuration itself, or one that it refers to, that names a file. */
function findOwner(
  path: string,
  file: string,
  read: (path: string) => TypeScriptConfig,
  seen: Set<string>,
): TypeScriptConfig | undefined {
  if (seen.has(path) || !existsSync(path)) return undefined;
  seen.add(path);
  const config = read(path);
  if (config.files.has(file)) return config;
  for (const reference of config.references) {
    const owner = findOwner(reference, file, read, seen);
    if (owner) return owner;
  }
  return undefined;
}

function getOrAdd<Key, Value>(map: Map<Key, Value>, key: Key, create: (key: Key) => Value): Value {
  const known = map.get(key);
  if (known !== undefined) return known;
  const made = create(key);
  map.set(key, made);
  return made;
}

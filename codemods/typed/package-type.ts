import { readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';

/** Tells of a folder whether a `.js` file in it is an ES module; undefined without a `package.json` above. */
export type PackageTypeReader = (folder: string) => boolean | undefined;

/** Creates a reader for which the nearest `package.json` decides: `module`, or CommonJS when it says nothing. Each one is read once. */
export function createPackageTypeReader(): PackageTypeReader {
  const known = new Map<string, boolean | undefined>();
  return function usesModules(folder): boolean | undefined {
    if (known.has(folder)) return known.get(folder);
    const manifest = readManifest(join(folder, 'package.json'));
    const parent = dirname(folder);
    const above = parent === folder ? undefined : parent;
    const answer = manifest ? manifest.type === 'module' : above === undefined ? undefined : usesModules(above);
    known.set(folder, answer);
    return answer;
  };
}

function readManifest(path: string): { readonly type?: unknown } | undefined {
  try {
    const manifest: unknown = JSON.parse(readFileSync(path, 'utf8'));
    return typeof manifest === 'object' && manifest !== null ? manifest : undefined;
  } catch {
    // expected: most folders have none, and a broken one says nothing.
    return undefined;
  }
}

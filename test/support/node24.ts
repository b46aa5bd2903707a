import { existsSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';

/** Returns the Node 24 that `NODE24` names, or the one that the package `node24` installs where it can. */
export function findNode24(): string | undefined {
  return [process.env['NODE24'] ?? '', getInstalledNode24()].find((path) => existsSync(path));
}

function getInstalledNode24(): string {
  try {
    return join(dirname(createRequire(import.meta.url).resolve('node24/package.json')), 'bin/node');
  } catch {
    // expected: without the package there is nothing to find.
    return '';
  }
}

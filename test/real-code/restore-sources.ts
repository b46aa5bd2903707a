import { existsSync } from 'node:fs';
import { mkdir, readFile, readdir, writeFile } from 'node:fs/promises';
import { dirname, join, posix, sep } from 'node:path';

interface SourceMap {
  readonly sourceRoot?: string;
  readonly sources?: readonly (string | null)[];
  readonly sourcesContent?: readonly (string | null)[];
}

/**
 * Writes the TypeScript that the source maps of a package carry to where it lay when the package was built.
 *
 * Many packages publish JavaScript alone, while its maps hold the text that it was compiled from. What lay outside of the
 * package comes into it, and a file that is there already stays as it is.
 */
export async function restoreSources(folder: string): Promise<void> {
  const files = await readdir(folder, { recursive: true });
  for (const file of files.filter((name) => name.endsWith('.map')).sort()) {
    // The format of a source map is a standard; what has other fields carries no sources.
    const map = JSON.parse(await readFile(join(folder, file), 'utf8')) as SourceMap;
    for (const [path, text] of findTypeScript(map, file.split(sep).join('/'))) await writeNew(join(folder, path), text);
  }
}

function findTypeScript(map: SourceMap, mapFile: string): readonly (readonly [path: string, text: string])[] {
  return (map.sources ?? []).flatMap((source, index) => {
    const text = map.sourcesContent?.[index];
    if (source === null || typeof text !== 'string') return [];
    const path = findPlace(posix.join(map.sourceRoot ?? '', source), mapFile);
    return isOwnTypeScript(path) ? [[path, text] as const] : [];
  });
}

/** Finds the place of a source inside its package; bundlers write `webpack://name/./src/a.ts`. */
function findPlace(source: string, mapFile: string): string {
  const withoutBundler = source.replace(/^webpack:\/+[^/]*\//, '');
  const fromMap = withoutBundler === source ? posix.join(posix.dirname(mapFile), source) : posix.join(withoutBundler);
  return fromMap.replace(/^\/|^(?:\.\.\/)+/, '');
}

function isOwnTypeScript(path: string): boolean {
  return /\.[cm]?tsx?$/.test(path) && !/\.d\.[cm]?ts$/.test(path) && !path.split('/').includes('node_modules');
}

async function writeNew(path: string, text: string): Promise<void> {
  if (existsSync(path)) return;
  await mkdir(dirname(path), { recursive: true });
  await writeFile(path, text);
}

import { existsSync, readFileSync, readdirSync } from 'node:fs';
import { join, relative, resolve, sep } from 'node:path';
import corpus from './corpus.json' with { type: 'json' };

/**
 * What a package of the corpus is read for: shown by `npm run demo`, scored against labels, measured and crash-tested,
 * or kept for the first sight of rules that were tuned on the others.
 */
export type CorpusSet = 'demo' | 'labels' | 'bench' | 'first-sight';

export const corpusSets: readonly CorpusSet[] = ['demo', 'labels', 'bench', 'first-sight'];

export interface CorpusPackage {
  readonly name: string;
  readonly version: string;
  /** Folder of its TypeScript sources, relative to the package. */
  readonly root: string;
  /** Its TypeScript lies in its source maps, from where it is taken when the package is fetched. */
  readonly sourceMaps?: true;
  readonly sets: readonly CorpusSet[];
}

const repository = resolve(import.meta.dirname, '../..');

/** Packages that are no development dependencies are unpacked here; git ignores it. */
export const fetchedFolder: string = join(import.meta.dirname, '.corpus', 'node_modules');

export function isCorpusSet(value: string): value is CorpusSet {
  return corpusSets.some((set) => set === value);
}

export function getCorpusPackages(set: CorpusSet): readonly CorpusPackage[] {
  // JSON widens `sets` to string[]; labels.test.ts checks its values.
  return (corpus.packages as readonly CorpusPackage[]).filter((entry) => entry.sets.includes(set));
}

/** Finds the installed or fetched folder of a package at exactly the pinned version. */
export function findPackageFolder(entry: CorpusPackage): string | undefined {
  return [join(repository, 'node_modules'), fetchedFolder]
    .map((modules) => join(modules, entry.name))
    .find((folder) => getVersion(folder) === entry.version);
}

export function getPackageFolder(entry: CorpusPackage): string {
  const folder = findPackageFolder(entry);
  if (folder === undefined) {
    throw new Error(
      `Cannot read the sources of ${entry.name}@${entry.version}: the package is not on this machine; ` +
        `run \`npx tsx test/real-code/fetch-corpus.ts ${entry.sets.join(' ')}\`.`,
    );
  }
  return folder;
}

/** Lists the TypeScript sources of a package, relative to the package, with forward slashes, in a stable order. */
export function listSources(entry: CorpusPackage): readonly string[] {
  const folder = getPackageFolder(entry);
  const root = join(folder, entry.root);
  return readdirSync(root, { recursive: true, encoding: 'utf8' })
    .filter((file) => /\.[cm]?tsx?$/.test(file) && !/\.d\.[cm]?ts$/.test(file))
    .filter((file) => !file.split(sep).includes('node_modules'))
    .map((file) => relative(folder, join(root, file)).split(sep).join('/'))
    .sort();
}

function getVersion(folder: string): string | undefined {
  const manifest = join(folder, 'package.json');
  if (!existsSync(manifest)) return undefined;
  const { version } = JSON.parse(readFileSync(manifest, 'utf8')) as { version?: string };
  return version;
}

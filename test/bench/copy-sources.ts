import { cpSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { getCorpusPackages, getPackageFolder, listSources } from '../real-code/corpus.ts';
import { fetchCorpus } from '../real-code/fetch-corpus.ts';

/** The gates speak of this many lines. */
const corpusLines = 650_000;

export interface CopiedSources {
  readonly files: number;
  readonly lines: number;
}

/** Copies TypeScript out of `node_modules` and git, so that no linter leaves any of it out: given folders, or packages of the corpus. */
export async function copySources(folders: readonly string[], target: string): Promise<CopiedSources> {
  if (folders.length === 0) await fetchCorpus('bench');
  const copied = { files: 0, lines: 0 };
  const copy = (folder: string, file: string, name: string): void => {
    cpSync(join(folder, file), join(target, name, file));
    copied.files += 1;
    copied.lines += readFileSync(join(folder, file), 'utf8').split('\n').length;
  };
  folders.forEach((folder, index) => {
    for (const file of readdirSync(folder, { recursive: true, encoding: 'utf8' }))
      if (isSource(file)) copy(folder, file, String(index));
  });
  if (folders.length > 0) return copied;
  for (const entry of getCorpusPackages('bench')) {
    if (copied.lines >= corpusLines) break;
    for (const file of listSources(entry)) copy(getPackageFolder(entry), file, entry.name);
  }
  return copied;
}

function isSource(file: string): boolean {
  return /\.[cm]?tsx?$/.test(file) && !/\.d\.[cm]?ts$/.test(file) && !file.includes('node_modules');
}

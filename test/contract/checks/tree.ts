import { readdirSync, readFileSync } from 'node:fs';
import { join, resolve, sep } from 'node:path';

export const repository: string = resolve(import.meta.dirname, '../../..');

export interface SourceFile {
  /** Path from the root of the repository, with forward slashes. */
  readonly path: string;
  readonly text: string;
}

const left = new Set(['node_modules', 'dist', 'fixtures', 'coverage']);

/** Reads the files below some folders of the repository; what is built, installed or made up for a test is left out. */
export function readFiles(folders: readonly string[], extensions: RegExp): SourceFile[] {
  return folders
    .flatMap((folder) => list(folder))
    .filter((path) => extensions.test(path))
    .sort()
    .map((path) => ({ path, text: readFileSync(join(repository, path), 'utf8') }));
}

function list(folder: string): string[] {
  return readdirSync(join(repository, folder), { withFileTypes: true }).flatMap((entry) => {
    if (entry.name.startsWith('.') || left.has(entry.name)) return [];
    const path = join(folder, entry.name).split(sep).join('/');
    return entry.isDirectory() ? list(path) : [path];
  });
}

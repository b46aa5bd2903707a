import { statSync } from 'node:fs';
import { basename, dirname, resolve } from 'node:path';
import { findWorkingTree } from './find-working-tree.ts';
import { runGit } from './run-git.ts';

/**
 * Lists the files below paths, as absolute paths, of which git does not hold what they are now: changed, added or not tracked.
 * What no repository holds is not dirty.
 */
export function listDirtyFiles(paths: readonly string[], cwd: string): string[] {
  return [...new Set(paths.flatMap((path) => listBelow(resolve(cwd, path))))].sort();
}

function listBelow(path: string): string[] {
  const isFolder = statSync(path, { throwIfNoEntry: false })?.isDirectory() === true;
  const folder = isFolder ? path : dirname(path);
  const root = findWorkingTree(folder);
  if (root === undefined) return [];
  const { stdout } = runGit(folder, [
    ...['status', '--porcelain', '-z', '--no-renames', '--untracked-files=all', '--'],
    isFolder ? '.' : `:(literal)${basename(path)}`,
  ]);
  // Two letters of state and a blank go before the path.
  const entries = stdout.split('\0').flatMap((entry) => (entry === '' ? [] : [entry.slice(3)]));
  // A repository inside this one that git does not manage is listed as a folder.
  return entries.flatMap((entry) => (entry.endsWith('/') ? listBelow(resolve(root, entry)) : [resolve(root, entry)]));
}

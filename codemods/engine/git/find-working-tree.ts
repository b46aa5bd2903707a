import { resolve } from 'node:path';
import { isIgnoredByGit, runGit } from './run-git.ts';

/** The root of the working tree that a folder belongs to; undefined without git, and for a folder that its repository ignores. */
export function findWorkingTree(folder: string): string | undefined {
  if (isIgnoredByGit(folder) !== false) return undefined;
  const { status, stdout } = runGit(folder, ['rev-parse', '--show-cdup']);
  // A way up instead of an absolute path: git resolves links, and the paths of the user would not lie below it.
  return status === 0 ? resolve(folder, stdout.trim()) : undefined;
}

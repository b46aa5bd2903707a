import { join } from 'node:path';
import { isIgnoredByGit, runGit } from './run-git.ts';

/**
 * Lists what git knows or would add below a folder, relative to it: tracked and untracked files without the ignored ones.
 * Undefined where git cannot tell: no git, no repository, or a folder that the repository around it ignores (a package in `node_modules`).
 */
export function listGitFiles(folder: string): string[] | undefined {
  if (isIgnoredByGit(folder) !== false) return undefined;
  const { status, stdout } = runGit(folder, ['ls-files', '--cached', '--others', '--exclude-standard', '-z', '.']);
  if (status !== 0) return undefined;
  const files: string[] = [];
  for (const entry of new Set(stdout.split('\0'))) {
    // A repository inside this one that git does not manage is listed as a folder.
    if (entry.endsWith('/')) files.push(...listNested(folder, entry));
    else if (entry !== '') files.push(entry);
  }
  return files;
}

function listNested(folder: string, entry: string): string[] {
  return (listGitFiles(join(folder, entry)) ?? []).map((file) => entry + file);
}

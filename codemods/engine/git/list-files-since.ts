import { resolve } from 'node:path';
import { InvalidInputError } from '@octollm/errors/errors';
import { findWorkingTree } from './find-working-tree.ts';
import { runGit } from './run-git.ts';

/**
 * Lists the files of a working tree, as absolute paths, that differ from where its branch left another one, files that git does
 * not track included.
 *
 * @param reference a commit, a tag or a branch
 * @throws InvalidInputError without a repository and for a reference that it does not know
 */
export function listFilesSince(reference: string, folder: string): ReadonlySet<string> {
  const root = findWorkingTree(folder);
  if (root === undefined)
    throw new InvalidInputError(
      `Cannot tell what changed since \`${reference}\`: \`${folder}\` is in no git repository.`,
    );
  // What looks like an option could not be named otherwise, and `--output=…` writes a file.
  const commit = runGit(root, ['rev-parse', '--verify', '--quiet', '--end-of-options', `${reference}^{commit}`]);
  if (commit.status !== 0)
    throw new InvalidInputError(
      `Cannot tell what changed since \`${reference}\`: git knows no such commit, tag or branch.`,
    );
  const target = commit.stdout.trim();
  const base = runGit(root, ['merge-base', target, 'HEAD']);
  const start = base.status === 0 ? base.stdout.trim() : target;
  const changed = runGit(root, ['diff', '--name-only', '--no-renames', '--diff-filter=d', '-z', start, '--']);
  const untracked = runGit(root, ['ls-files', '--others', '--exclude-standard', '-z']);
  const files = [changed, untracked].flatMap(({ stdout }) => stdout.split('\0'));
  return new Set(files.filter((file) => file !== '').map((file) => resolve(root, file)));
}

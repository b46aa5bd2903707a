import { readdirSync, readFileSync, type Dirent } from 'node:fs';
import { join } from 'node:path';
import ignore, { type Ignore } from 'ignore';
import { skippedFolders } from './skip-path.ts';

/** The rules of one `.gitignore` and the folder that they count from, relative to the root of the walk (`''` or `a/b/`). */
interface IgnoreFile {
  readonly base: string;
  readonly rules: Ignore;
}

/**
 * Lists the files below a folder, relative to it, honouring each `.gitignore` on the way as git does. Symbolic links are not followed:
 * they lead in circles or to files that the walk meets anyway.
 */
export function walkFolder(root: string): string[] {
  const files: string[] = [];
  const visit = (folder: string, outer: readonly IgnoreFile[]): void => {
    const entries = readFolder(join(root, folder));
    const own = entries.some(({ name }) => name === '.gitignore') ? readIgnoreFile(root, folder) : undefined;
    const ignoreFiles = own ? [...outer, own] : outer;
    for (const entry of entries) {
      const path = folder + entry.name;
      if (entry.isDirectory()) {
        if (!skippedFolders.has(entry.name) && !isIgnored(`${path}/`, ignoreFiles)) visit(`${path}/`, ignoreFiles);
      } else if (entry.isFile() && !isIgnored(path, ignoreFiles)) files.push(path);
    }
  };
  visit('', []);
  return files;
}

function readFolder(folder: string): Dirent[] {
  try {
    return readdirSync(folder, { withFileTypes: true });
  } catch {
    // expected: a folder that may not be read is left out, like a file that git may not read.
    return [];
  }
}

function readIgnoreFile(root: string, base: string): IgnoreFile | undefined {
  try {
    return { base, rules: ignore().add(readFileSync(join(root, base, '.gitignore'), 'utf8')) };
  } catch {
    // expected: git, too, goes on without a `.gitignore` that it may not read.
    return undefined;
  }
}

/** The innermost file that speaks of a path decides, so that a nested `!name` takes it back in. */
function isIgnored(path: string, ignoreFiles: readonly IgnoreFile[]): boolean {
  let ignored = false;
  for (const { base, rules } of ignoreFiles) {
    const verdict = rules.test(path.slice(base.length));
    if (verdict.ignored) ignored = true;
    else if (verdict.unignored) ignored = false;
  }
  return ignored;
}

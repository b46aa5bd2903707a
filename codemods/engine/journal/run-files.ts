import { closeSync, fsyncSync, mkdirSync, openSync, readdirSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import { findWorkingTree } from '../git/find-working-tree.ts';

const runsFolder = join('.octollm', 'runs');

/** Where the journal of a folder lies: at the root of its working tree, else where there is one already, else in the folder itself. */
export function findJournal(folder: string): string {
  const root = findWorkingTree(folder) ?? findAbove(folder) ?? folder;
  return join(root, runsFolder);
}

/** The folder that the paths of a journal count from. */
export function getRoot(journal: string): string {
  return resolve(journal, '..', '..');
}

function findAbove(folder: string): string | undefined {
  for (let current = resolve(folder); ; current = dirname(current)) {
    if (listFolders(join(current, runsFolder)).length > 0) return current;
    if (current === dirname(current)) return undefined;
  }
}

/** Makes the folder of a journal, which git is told to pass over. */
export function makeJournal(journal: string): void {
  mkdirSync(journal, { recursive: true });
  writeFileSync(join(journal, '.gitignore'), '*\n');
}

/** Names of the folders in a folder, oldest run first; none where it is not there. */
export function listFolders(path: string): string[] {
  try {
    const entries = readdirSync(path, { withFileTypes: true });
    return entries.flatMap((entry) => (entry.isDirectory() ? [entry.name] : [])).sort();
  } catch {
    // expected: without a journal there are no runs.
    return [];
  }
}

/** Writes a file so that it is there as a whole or not at all, whatever happens to the machine. */
export function writeDurably(path: string, content: string | Uint8Array): void {
  const temporary = `${path}.tmp`;
  try {
    const descriptor = openSync(temporary, 'w');
    try {
      writeFileSync(descriptor, content);
      fsyncSync(descriptor);
    } finally {
      closeSync(descriptor);
    }
    renameSync(temporary, path);
    syncFolder(dirname(path));
  } catch (cause) {
    rmSync(temporary, { force: true });
    throw cause;
  }
}

/** Makes sure that the names in a folder survive a loss of power. */
export function syncFolder(path: string): void {
  // Windows opens no folders, and keeps their names by itself.
  if (process.platform === 'win32') return;
  const descriptor = openSync(path, 'r');
  try {
    fsyncSync(descriptor);
  } finally {
    closeSync(descriptor);
  }
}

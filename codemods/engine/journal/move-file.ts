import { lstatSync, mkdirSync, readFileSync, rmdirSync, rmSync, type Stats } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import { getErrorMessage } from '@octollm/errors/errors';
import { doesConcernAll, getFailureCode } from '../failure-code.ts';
import { hashBytes, permissionBits, type RunEntry, type StoredContent } from './manifest.ts';
import { replaceBytes } from './replace-bytes.ts';
import { getPath, readContent, type Run } from './run.ts';

/** The two contents that a run knows of a file. */
export type Side = 'before' | 'after';

/** What became of one file on its way to the other side. */
export type Move =
  | { readonly status: 'moved' }
  /** It was there already. */
  | { readonly status: 'there' }
  /** It is neither what it was nor what the run wrote: somebody else changed it, and it is left alone. */
  | { readonly status: 'changed'; readonly reason: string }
  | { readonly status: 'refused'; readonly reason: string };

/** Writes the bytes; another one can take its place to have the disk fail. */
export type Replace = typeof replaceBytes;

/**
 * Brings a file of a run to one of its sides, but only from the other one.
 *
 * @throws whatever would fail for every other file in the same way, such as a full disk
 */
export function moveFile(run: Run, entry: RunEntry, side: Side, replace: Replace = replaceBytes): Move {
  const path = getPath(run, entry);
  try {
    const stats = lstatSync(path, { throwIfNoEntry: false }) ?? null;
    const hash = stats?.isFile() ? hashBytes(readFileSync(path)) : null;
    const from = side === 'after' ? entry.before : entry.after;
    const to = entry[side];
    if (stats && !stats.isFile()) return { status: 'changed', reason: describeKind(stats) };
    if (hash === (to?.hash ?? null)) return { status: 'there' };
    if (hash !== (from?.hash ?? null)) return { status: 'changed', reason: describeStranger(hash, side) };
    const obstacle = stats && findObstacle(stats);
    if (obstacle !== null) return { status: 'refused', reason: obstacle };
    if (!to) removeNew(run, entry, path);
    else if (!writeContent(run, entry, to, { path, stats, side, replace }))
      return { status: 'changed', reason: describeStranger(hash, side) };
    return { status: 'moved' };
  } catch (cause) {
    if (doesConcernAll(cause)) throw cause;
    return { status: 'refused', reason: describeRefusal(cause) };
  }
}

interface Target {
  readonly path: string;
  readonly stats: Stats | null;
  readonly side: Side;
  readonly replace: Replace;
}

function writeContent(run: Run, entry: RunEntry, content: StoredContent, target: Target): boolean {
  const { path, stats, side, replace } = target;
  if (!stats) mkdirSync(dirname(path), { recursive: true });
  return replace(path, {
    bytes: readContent(run, content),
    mode: side === 'before' || !stats ? entry.mode : stats.mode & permissionBits,
    temporary: getTemporary(run, entry),
    stats,
    // Writing the temporary file takes the disk its time, in which an editor can save.
    isStillWanted: () => isSame(stats, lstatSync(path, { throwIfNoEntry: false }) ?? null),
  });
}

function isSame(first: Stats | null, second: Stats | null): boolean {
  return first?.ino === second?.ino && first?.mtimeMs === second?.mtimeMs && first?.size === second?.size;
}

/** Where the new bytes of a file lie until they take its place; the same in each run, so that a later command can sweep it up. */
export function getTemporary(run: Run, entry: RunEntry): string {
  return join(dirname(getPath(run, entry)), `.octollm-${run.id}-${entry.after.hash.slice(0, 12)}.tmp`);
}

function removeNew(run: Run, entry: RunEntry, path: string): void {
  rmSync(path);
  if (entry.newFolder === null) return;
  const outermost = resolve(run.root, entry.newFolder);
  for (let folder = dirname(path); folder.startsWith(outermost); folder = dirname(folder)) {
    try {
      rmdirSync(folder);
    } catch {
      // expected: somebody else put a file into the folder, so it stays.
      return;
    }
  }
}

/** Why a file is not replaced although it is the one that the run knows. */
function findObstacle(stats: Stats): string | null {
  if (stats.nlink > 1)
    return `it has ${stats.nlink} hard links, and the others would keep the old text: copy it in place of the link, or change it by hand`;
  if ((stats.mode & 0o222) === 0) return 'it is read-only: make it writable';
  return null;
}

function describeKind(stats: Stats): string {
  if (stats.isSymbolicLink()) return 'it is a symbolic link: name the file that it leads to';
  return stats.isDirectory() ? 'there is a folder in its place' : 'it is no plain file';
}

function describeStranger(hash: string | null, side: Side): string {
  if (hash === null) return 'it is gone';
  return side === 'after' ? 'somebody changed it since it was read' : 'somebody changed it since the run wrote it';
}

function describeRefusal(cause: unknown): string {
  const code = getFailureCode(cause);
  if (code === 'EACCES' || code === 'EPERM') return 'you may not write it or its folder: get the permission';
  return getErrorMessage(cause);
}

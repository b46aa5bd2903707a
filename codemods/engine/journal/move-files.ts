import { rmSync } from 'node:fs';
import { dirname } from 'node:path';
import { setImmediate } from 'node:timers/promises';
import { getErrorMessage } from '@octollm/errors/errors';
import { isDiskFull } from '../failure-code.ts';
import type { RunEntry } from './manifest.ts';
import { getTemporary, moveFile, type Move, type Replace, type Side } from './move-file.ts';
import { getPath, type Run } from './run.ts';
import { syncFolder } from './run-files.ts';

export interface MoveOptions {
  /** Ends the work after the file that it is at. */
  readonly signal?: AbortSignal | undefined;
  readonly onProgress?: ((done: number, total: number) => void) | undefined;
  readonly replace?: Replace | undefined;
}

/** What became of the files of a run on their way to one side. */
export interface MoveReport {
  /** Those that were written, and those that were on that side already. */
  readonly moved: readonly RunEntry[];
  readonly there: readonly RunEntry[];
  readonly left: readonly LeftFile[];
  /** Those that nobody got to. */
  readonly pending: readonly RunEntry[];
  /** Why the work ended before the last file; null when it did not. */
  readonly stop: 'interrupted' | { readonly reason: string } | null;
}

export interface LeftFile {
  readonly entry: RunEntry;
  readonly kind: 'changed' | 'write';
  readonly reason: string;
}

/**
 * Brings files of a run to one side, one after the other; a file that cannot be moved is told and stops nothing, a full disk
 * or a signal ends the work between two files.
 */
export async function moveFiles(
  run: Run,
  entries: readonly RunEntry[],
  side: Side,
  { signal, onProgress, replace }: MoveOptions = {},
): Promise<MoveReport> {
  const moved: RunEntry[] = [];
  const there: RunEntry[] = [];
  const left: LeftFile[] = [];
  let stop: MoveReport['stop'] = null;
  let done = 0;
  for (const entry of entries) {
    // Lets signals in: without a turn of the event loop none would be heard before the last file.
    await setImmediate();
    if (signal?.aborted) stop = 'interrupted';
    if (stop !== null) break;
    try {
      const move = moveFile(run, entry, side, replace);
      if (move.status === 'moved') moved.push(entry);
      else if (move.status === 'there') there.push(entry);
      else left.push(toLeftFile(entry, move));
      done++;
      onProgress?.(done, entries.length);
    } catch (cause) {
      stop = { reason: describeStop(entry.path, cause) };
    }
  }
  for (const folder of new Set(moved.map((entry) => dirname(getPath(run, entry))))) trySync(folder);
  return { moved, there, left, pending: entries.slice(done), stop };
}

export function describeStop(path: string, cause: unknown): string {
  return `Cannot write \`${path}\`: ${isDiskFull(cause) ? 'the disk is full' : getErrorMessage(cause)}`;
}

function toLeftFile(entry: RunEntry, move: Extract<Move, { readonly reason: string }>): LeftFile {
  return { entry, kind: move.status === 'changed' ? 'changed' : 'write', reason: move.reason };
}

function trySync(folder: string): void {
  try {
    syncFolder(folder);
  } catch {
    // expected: an undo has removed the folder, or it may be written but not read.
  }
}

/** Sweeps up what a run that was killed left beside its files. */
export function removeTemporaries(run: Run): void {
  for (const entry of run.manifest.files)
    try {
      rmSync(getTemporary(run, entry), { force: true });
    } catch {
      // expected: who may not write the folder any more is told so when its file cannot be written.
    }
}

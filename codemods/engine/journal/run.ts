import { closeSync, openSync, readFileSync, readSync, rmSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { SystemError } from '@octollm/errors/errors';
import type { RunEntry, RunManifest, StoredContent } from './manifest.ts';
import { getRoot, writeDurably } from './run-files.ts';

/** `writing`: it was begun and never finished; `written`: all that could be written is; `undone`: everything is as it was. */
export type RunState = 'writing' | 'written' | 'undone';

/** A run of which the journal knows everything that it takes to finish it or to take it back. */
export interface Run {
  readonly id: string;
  /** The folder of the run. */
  readonly folder: string;
  readonly root: string;
  readonly manifest: RunManifest;
}

/** What lies in the folder of a run. */
export const runFiles = {
  manifest: 'manifest.json',
  contents: 'contents',
  state: 'state.json',
  reserve: 'reserve',
} as const;
/** Gives the reserved room back. */
export function releaseRoom({ folder }: Run): void {
  rmSync(join(folder, runFiles.reserve), { force: true });
}

/** Reads the note of a run; undefined when it was never finished, so that no file was touched. */
export function openRun(journal: string, id: string): Run | undefined {
  const folder = join(journal, id);
  let text: string;
  try {
    text = readFileSync(join(folder, runFiles.manifest), 'utf8');
  } catch {
    // expected: the run ended before its note was complete.
    return undefined;
  }
  // The file is ours, and it was renamed into its place as a whole.
  return { id, folder, root: getRoot(journal), manifest: JSON.parse(text) as RunManifest };
}

/** Reads the bytes that a run has stored. */
export function readContent({ folder }: Run, { offset, size }: StoredContent): Uint8Array {
  const bytes = Buffer.alloc(size);
  const descriptor = openSync(join(folder, runFiles.contents), 'r');
  try {
    for (let read = 0; read < size;) {
      const count = readSync(descriptor, bytes, read, size - read, offset + read);
      if (count === 0) throw new SystemError(`The journal in \`${folder}\` is shorter than its manifest says.`);
      read += count;
    }
  } finally {
    closeSync(descriptor);
  }
  return bytes;
}

/** Absolute path of a file of a run. */
export function getPath({ root }: Run, entry: RunEntry): string {
  return resolve(root, entry.path);
}

export function readState({ folder }: Run): RunState {
  try {
    const state: unknown = JSON.parse(readFileSync(join(folder, runFiles.state), 'utf8'));
    return state === 'written' || state === 'undone' ? state : 'writing';
  } catch {
    // expected: a run that was cut off has noted no state.
    return 'writing';
  }
}

export function writeState({ folder }: Run, state: RunState): void {
  writeDurably(join(folder, runFiles.state), `${JSON.stringify(state)}\n`);
}

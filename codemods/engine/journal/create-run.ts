import { lstatSync, mkdirSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { dirname, join, relative, sep } from 'node:path';
import { CapacityExceededError, getErrorMessage, SystemError } from '@octollm/errors/errors';
import { isDiskFull } from '../failure-code.ts';
import { hashBytes, permissionBits, type RunEntry, type RunManifest, type StoredContent } from './manifest.ts';
import { runFiles, type Run } from './run.ts';
import { getRoot, makeJournal, writeDurably } from './run-files.ts';

/** A file that a run is about to write. */
export interface IntendedFile {
  /** Absolute. */
  readonly path: string;
  /** Null for a file to make. */
  readonly before: Uint8Array | null;
  readonly after: Uint8Array;
}

const newFileMode = 0o644;

/**
 * Notes what a run is about to write, with everything that it takes to undo it; when this returns, the note is safe on the disk.
 *
 * @throws CapacityExceededError when the disk is full, SystemError when the journal cannot be written; no file is touched then
 */
export function createRun(
  journal: string,
  files: readonly IntendedFile[],
  about: Pick<RunManifest, 'version' | 'command'>,
  startedAt: Date = new Date(),
): Run {
  const id = startedAt.toISOString().replace(/[:.]/g, '-');
  const folder = join(journal, id);
  const root = getRoot(journal);
  try {
    makeJournal(journal);
    mkdirSync(folder);
    const { entries, contents } = layOut(files, root);
    writeDurably(join(folder, runFiles.contents), contents);
    reserveRoom(folder, files);
    const manifest: RunManifest = { schemaVersion: 1, ...about, startedAt: startedAt.toISOString(), files: entries };
    writeDurably(join(folder, runFiles.manifest), `${JSON.stringify(manifest, null, 1)}\n`);
    return { id, folder, root, manifest };
  } catch (cause) {
    rmSync(folder, { recursive: true, force: true });
    const message = `Cannot write the journal in \`${journal}\`: ${getErrorMessage(cause)}. No file was changed`;
    if (isDiskFull(cause))
      throw new CapacityExceededError(`${message}: free space on the disk and run it again.`, { cause });
    throw new SystemError(`${message}: make the folder writable and run it again.`, { cause });
  }
}

function layOut(
  files: readonly IntendedFile[],
  root: string,
): { readonly entries: readonly RunEntry[]; readonly contents: Uint8Array } {
  const parts: Uint8Array[] = [];
  let offset = 0;
  const store = (bytes: Uint8Array): StoredContent => {
    const stored = { hash: hashBytes(bytes), offset, size: bytes.length };
    parts.push(bytes);
    offset += bytes.length;
    return stored;
  };
  const entries = files.map(({ path, before, after }) => ({
    path: relative(root, path).split(sep).join('/'),
    mode: getMode(path),
    before: before && store(before),
    after: store(after),
    newFolder: before ? null : findNewFolder(path, root),
  }));
  return { entries, contents: Buffer.concat(parts) };
}

function getMode(path: string): number {
  const stats = lstatSync(path, { throwIfNoEntry: false });
  return stats ? stats.mode & permissionBits : newFileMode;
}

function findNewFolder(path: string, root: string): string | null {
  let missing: string | null = null;
  for (let folder = dirname(path); !statSync(folder, { throwIfNoEntry: false }); folder = dirname(folder))
    missing = folder;
  return missing && relative(root, missing).split(sep).join('/');
}

/** Room for the largest file: on a disk that has run full meanwhile, an undo needs it to put the first file back. */
function reserveRoom(folder: string, files: readonly IntendedFile[]): void {
  const largest = Math.max(0, ...files.map(({ before }) => before?.length ?? 0));
  writeFileSync(join(folder, runFiles.reserve), Buffer.alloc(largest + 8_192));
}

import {
  chownSync,
  closeSync,
  fchmodSync,
  fsyncSync,
  openSync,
  renameSync,
  rmSync,
  writeFileSync,
  type Stats,
} from 'node:fs';

export interface Replacement {
  readonly bytes: Uint8Array;
  readonly mode: number;
  /** Beside the file, so that the rename stays on one disk. */
  readonly temporary: string;
  /** The file as it is now; null for one that is to be made. */
  readonly stats: Stats | null;
  /** Asked right before the new bytes take their place. */
  readonly isStillWanted: () => boolean;
}

/**
 * Puts bytes in the place of a file. Whoever looks sees the old ones or the new ones, also after a crash.
 *
 * @returns false when the bytes were not wanted any more, so that the file is as it was
 */
export function replaceBytes(path: string, { bytes, mode, temporary, stats, isStillWanted }: Replacement): boolean {
  rmSync(temporary, { force: true });
  try {
    const descriptor = openSync(temporary, 'wx', 0o600);
    try {
      writeFileSync(descriptor, bytes);
      fchmodSync(descriptor, mode);
      fsyncSync(descriptor);
    } finally {
      closeSync(descriptor);
    }
    if (stats) keepOwner(temporary, stats);
    const isWanted = isStillWanted();
    if (isWanted) renameSync(temporary, path);
    else rmSync(temporary);
    return isWanted;
  } catch (cause) {
    rmSync(temporary, { force: true });
    throw cause;
  }
}

/** A new file belongs to whoever runs this, which for `sudo` is not the owner of the code. */
function keepOwner(path: string, { uid, gid }: Stats): void {
  if (uid === process.getuid?.() && gid === process.getgid?.()) return;
  try {
    chownSync(path, uid, gid);
  } catch {
    // expected: only the superuser may give files away; who may replace a file of somebody else owns the new one.
  }
}

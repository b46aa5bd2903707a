import { createHash } from 'node:crypto';

/** What a run was going to write, noted before the first file was touched. */
export interface RunManifest {
  readonly schemaVersion: 1;
  /** Version of octollm. */
  readonly version: string;
  /** ISO 8601. */
  readonly startedAt: string;
  /** The command line behind `octollm`. */
  readonly command: readonly string[];
  readonly files: readonly RunEntry[];
}

/** One file of a run. */
export interface RunEntry {
  /** Relative to the root of the journal, with forward slashes. */
  readonly path: string;
  /** The permissions of the file, to be kept. */
  readonly mode: number;
  /** Null for a file that the run makes. */
  readonly before: StoredContent | null;
  readonly after: StoredContent;
  /** The outermost folder that the run makes for a new file, relative like `path`; null when its folder was there. */
  readonly newFolder: string | null;
}

/** Bytes in the file `contents` of the run. */
export interface StoredContent {
  /** SHA-256, in hexadecimal. */
  readonly hash: string;
  readonly offset: number;
  /** In bytes. */
  readonly size: number;
}

/** The part of the mode of a file that is kept. */
export const permissionBits = 0o7777;

export function hashBytes(bytes: Uint8Array): string {
  return createHash('sha256').update(bytes).digest('hex');
}

import { chmodSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import type { MoveOptions } from '../../../codemods/engine/journal/move-files.ts';
import { findJournal } from '../../../codemods/engine/journal/run-files.ts';
import { sweep, type RunReport } from '../../../codemods/engine/journal/sweep.ts';

/** Sweeps over files of a project: new texts by the name of the file. */
export function sweepTexts(
  folder: string,
  texts: Readonly<Record<string, string>>,
  { made = [], ...options }: MoveOptions & { readonly made?: readonly string[] } = {},
): Promise<RunReport> {
  const files = Object.entries(texts).map(([name, text]) => {
    const path = join(folder, name);
    return { path, before: made.includes(name) ? null : readFileSync(path), after: Buffer.from(text) };
  });
  return sweep(findJournal(folder), files, { version: '0.0.0', command: ['migrate', '.'] }, options);
}

export function getMode(folder: string, name: string): number {
  return statSync(join(folder, name)).mode & 0o7777;
}

export function setMode(folder: string, name: string, mode: number): void {
  chmodSync(join(folder, name), mode);
}

export function read(folder: string, name: string): string {
  return readFileSync(join(folder, name), 'utf8');
}

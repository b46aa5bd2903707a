import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { lockJournal } from '../../../codemods/engine/journal/lock.ts';
import { findJournal } from '../../../codemods/engine/journal/run-files.ts';
import { sweep } from '../../../codemods/engine/journal/sweep.ts';

/** What the parent asks for: the folder, and the new text of each of its files by name. */
export interface SweepOrder {
  readonly folder: string;
  readonly texts: Readonly<Record<string, string>>;
  /** Names of files to make. */
  readonly made: readonly string[];
}

/** What this process says: that it hears, and at last what it left alone. */
export type SweepNews = 'ready' | { readonly left: readonly string[]; readonly stop: string | null };

/** Sweeps over a folder in a process of its own, which a test may kill, lock out or take rights from. */
process.once('message', ({ folder, texts, made }: SweepOrder) => {
  const journal = findJournal(folder);
  const unlock = lockJournal(journal);
  const files = Object.entries(texts).map(([name, text]) => {
    const path = join(folder, name);
    return { path, before: made.includes(name) ? null : readFileSync(path), after: Buffer.from(text) };
  });
  void sweep(journal, files, { version: '0.0.0', command: ['migrate', '.'] }).then(({ left, stop }) => {
    unlock();
    const news: SweepNews = {
      left: left.map(({ entry, reason }) => `${entry.path}: ${reason}`),
      stop: stop === null || stop === 'interrupted' ? stop : stop.reason,
    };
    process.send?.(news, () => process.disconnect());
  });
});
process.send?.('ready');

import { once } from 'node:events';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout } from 'node:timers/promises';
import { describe, expect, it } from 'vitest';
import { listRuns } from '../../../codemods/engine/journal/list-runs.ts';
import { lockJournal } from '../../../codemods/engine/journal/lock.ts';
import { findJournal } from '../../../codemods/engine/journal/run-files.ts';
import { readState } from '../../../codemods/engine/journal/run.ts';
import { resume, undo } from '../../../codemods/engine/journal/sweep.ts';
import { prepareSweep } from '../support/start-sweep.ts';
import { createProject } from '../support/temporary-project.ts';

/** `KILLS=200` kills more often; the moments are the same in each run. */
const kills = Number(process.env['KILLS'] ?? 12);
/** A sweep over these files takes about so long on a busy machine, from the order to its end. */
const sweepMs = 250;

const names = Array.from({ length: 40 }, (_, index) => `${index % 4}/${index}.ts`);
const made = ['new/deep/made.ts'];
const before = Object.fromEntries(names.map((name, index) => [name, `before ${name}\r\n`.repeat(50 * (index + 1))]));
const after = Object.fromEntries(
  [...names, ...made].map((name, index) => [name, `after ${name}\n`.repeat(60 * (index + 1))]),
);

function readAll(folder: string): Record<string, string> {
  const files = readdirSync(folder, { recursive: true, withFileTypes: true });
  return Object.fromEntries(
    files
      .filter((entry) => entry.isFile() && !entry.parentPath.includes('.octollm'))
      .map((entry) => join(entry.parentPath, entry.name))
      .map((path) => [path.slice(folder.length + 1), readFileSync(path, 'utf8')]),
  );
}

async function killAfter(folder: string, delayMs: number): Promise<void> {
  const child = await prepareSweep();
  const end = once(child, 'exit');
  child.send({ folder, texts: after, made });
  await setTimeout(delayMs);
  child.kill('SIGKILL');
  await end;
}

describe('a process that is killed while it writes', () => {
  it.each(Array.from({ length: kills }, (_, index) => (((index * 7) % kills) / kills) * sweepMs))(
    'after %f ms leaves every file whole, and a journal that finishes or takes back',
    async (delayMs) => {
      const folder = createProject(before);
      await killAfter(folder, delayMs);

      const found = readAll(folder);
      const temporary = Object.keys(found).filter((name) => name.endsWith('.tmp'));
      for (const name of names) expect([before[name], after[name]]).toContain(found[name]);
      expect(temporary.length).toBeLessThanOrEqual(1);

      const journal = findJournal(folder);
      lockJournal(journal)();
      const [run] = listRuns(journal);
      if (!run) expect(found).toEqual(before);
      else if (readState(run) === 'writing' && delayMs > sweepMs / 2) {
        await resume(journal);
        expect(readAll(folder)).toEqual(after);
        await undo(journal);
      } else await undo(journal);
      expect(readAll(folder)).toEqual(before);
    },
  );
});

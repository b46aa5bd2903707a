import { existsSync, mkdirSync, writeFileSync } from 'node:fs';
import { hostname } from 'node:os';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { lockJournal } from '../../../codemods/engine/journal/lock.ts';
import { findJournal } from '../../../codemods/engine/journal/run-files.ts';
import { createProject } from '../support/temporary-project.ts';

/** No system gives a process a number of this size. */
const nobody = 2 ** 30;

function leaveLock(pid: number, content: string): { readonly journal: string; readonly path: string } {
  const journal = findJournal(createProject({ 'a.ts': '' }));
  const path = join(journal, `lock-${pid}`);
  mkdirSync(journal, { recursive: true });
  writeFileSync(path, content);
  return { journal, path };
}

test.each([
  ['of a process that is gone', `${hostname()}\n`],
  ['that its process was killed over before it was filled', ''],
])('a lock %s is cleared away', (_, content) => {
  const { journal, path } = leaveLock(nobody, content);
  lockJournal(journal)();
  expect(existsSync(path)).toBe(false);
});

test.each([
  ['of a process that lives', process.ppid, `${hostname()}\n`],
  ['of a process that lives and has not filled it yet', process.ppid, ''],
  ['of another machine', nobody, 'another-machine\n'],
])('a lock %s keeps others out', (_, pid, content) => {
  const { journal, path } = leaveLock(pid, content);
  expect(() => lockJournal(journal)).toThrow(/Another `octollm` is writing here/);
  expect(existsSync(path)).toBe(true);
});

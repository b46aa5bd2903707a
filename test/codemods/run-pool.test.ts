import { join } from 'node:path';
import { describe, expect, it, vi } from 'vitest';
import { giveUp } from '../../codemods/engine/audit/audit.ts';
import type { FileRecord, FileTask } from '../../codemods/engine/audit/file-record.ts';
import { WorkerReserve } from '../../codemods/engine/pool/worker-reserve.ts';
import { runPool } from '../../codemods/engine/pool/run-pool.ts';
import { createSetup } from './support/audit-text.ts';
import { createProject } from './support/temporary-project.ts';

const realWorker = new URL('../../codemods/engine/pool/audit-worker.ts', import.meta.url);
const fragileWorker = new URL('./support/fragile-worker.ts', import.meta.url);

interface Run {
  readonly entry?: URL;
  readonly jobs?: number;
  readonly silenceMs?: number;
}

async function run(files: Readonly<Record<string, string>>, options: Run = {}): Promise<FileRecord[]> {
  const { settings: _settings, ...setup } = createSetup(createProject(files));
  const tasks = Object.entries(files).map(([file, text]): FileTask => ({
    path: join(setup.cwd, file),
    file,
    root: '.',
    isExplicit: false,
    size: text.length,
  }));
  const records: FileRecord[] = [];
  const reserve = new WorkerReserve<FileTask, typeof setup, FileRecord>({
    entry: options.entry ?? fragileWorker,
    silenceMs: options.silenceMs ?? 60_000,
  });
  await runPool(tasks, {
    reserve,
    jobs: options.jobs ?? 1,
    purpose: 'the audit',
    setup,
    giveUp,
    onRecord: (record) => records.push(record),
  });
  return records.sort((first, second) => (first.file < second.file ? -1 : 1));
}

function createFiles(...names: string[]): Record<string, string> {
  return Object.fromEntries(names.map((name) => [name, 'try { a() } catch {}\n']));
}

function countChildren(): number {
  return process.getActiveResourcesInfo().filter((resource) => resource === 'ProcessWrap').length;
}

describe('the pool', () => {
  it('gives one record a file', async () => {
    const records = await run(createFiles('a.ts', 'b.ts', 'c.ts'), { entry: realWorker });
    expect(records.map(({ file, status }) => [file, status])).toEqual([
      ['a.ts', 'audited'],
      ['b.ts', 'audited'],
      ['c.ts', 'audited'],
    ]);
  });

  it('shares many files among workers and loses none', async () => {
    const names = Array.from({ length: 120 }, (_, index) => `${String(index).padStart(3, '0')}.ts`);
    const records = await run(createFiles(...names), { entry: realWorker, jobs: 2 });
    expect(records.map(({ file }) => file)).toEqual(names);
  });

  it('has nothing to do without files', async () => {
    expect(await run({})).toEqual([]);
  });

  it('goes on when a worker is killed: one file is lost, and says so', async () => {
    const records = await run(createFiles('a.ts', 'kills.ts', 'z.ts'));
    expect(records.map(({ file, status }) => [file, status])).toEqual([
      ['a.ts', 'audited'],
      ['kills.ts', 'failed'],
      ['z.ts', 'audited'],
    ]);
    expect(records[1]).toMatchObject({
      failure: { kind: 'crash', reason: 'The worker died while it read this file: it was ended by SIGKILL' },
    });
  });

  it('goes on when a worker exits', async () => {
    const [, failed] = await run(createFiles('a.ts', 'exits.ts'));
    expect(failed).toMatchObject({
      failure: { reason: 'The worker died while it read this file: it exited with code 7' },
    });
  });

  it('goes on when each of several files kills its worker, with several workers', async () => {
    const files = createFiles('1-kills.ts', '2.ts', '3-exits.ts', '4.ts', '5-kills.ts', '6.ts');
    const records = await run(files, { jobs: 3 });
    expect(records.map(({ status }) => status)).toEqual([
      'failed',
      'audited',
      'failed',
      'audited',
      'failed',
      'audited',
    ]);
  });

  it('ends a worker that hangs', async () => {
    const records = await run(createFiles('a.ts', 'hangs.ts', 'z.ts'), { silenceMs: 1_500 });
    expect(records.map(({ status }) => status)).toEqual(['audited', 'failed', 'audited']);
    expect(records[1]).toMatchObject({
      failure: { reason: 'The worker died while it read this file: it was silent for 1.5 s' },
    });
  });

  it('survives a file on which the native parser overflows the stack', async () => {
    const chain = `export const text = ${Array.from({ length: 200_000 }, () => '"a"').join('+\n')};`;
    const records = await run({ 'chain.ts': chain, 'good.ts': 'try { a() } catch {}' }, { entry: realWorker });
    expect(records).toMatchObject([
      { file: 'chain.ts', status: 'failed', failure: { kind: 'crash' } },
      { file: 'good.ts', status: 'audited' },
    ]);
  });

  it('takes workers that have come up already, and ends those that nobody took', async () => {
    const setup = createSetup(createProject(createFiles('a.ts')));
    const reserve = new WorkerReserve<FileTask, typeof setup, FileRecord>({ entry: realWorker, silenceMs: 60_000 });
    await vi.waitFor(() => expect(countChildren()).toBe(0), 10_000);
    reserve.fill(2);
    reserve.fill(2);
    expect(countChildren()).toBe(2);
    const worker = reserve.take();
    worker.setUp(setup, () => undefined);
    expect(await worker.run([])).toEqual({ isDone: true });
    expect(countChildren()).toBe(2);
    worker.stop();
    reserve.stop();
    await vi.waitFor(() => expect(countChildren()).toBe(0), 10_000);
  });

  it('refuses to go on when no worker starts', async () => {
    const entry = new URL('./support/no-such-worker.ts', import.meta.url);
    await expect(run(createFiles('a.ts'), { entry })).rejects.toThrow('A worker of the audit could not start');
  });
});

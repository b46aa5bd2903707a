import { existsSync, linkSync, lstatSync, mkdirSync, readdirSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { replaceBytes } from '../../../codemods/engine/journal/replace-bytes.ts';
import { findJournal } from '../../../codemods/engine/journal/run-files.ts';
import { readState } from '../../../codemods/engine/journal/run.ts';
import { resume, undo } from '../../../codemods/engine/journal/sweep.ts';
import { getMode, read, setMode, sweepTexts } from '../support/journal-run.ts';
import { createProject, createRepository } from '../support/temporary-project.ts';

const files = { 'a.ts': 'a\n', 'b/b.ts': 'b\r\n', 'c.ts': '\ufeffc' };
const texts = { 'a.ts': 'A\n', 'b/b.ts': 'B\r\n', 'c.ts': '\ufeffC' };

/** Stands for a signal that comes right after some files are written. */
function interruptAfter(count: number): { readonly signal: AbortSignal; readonly onProgress: (done: number) => void } {
  const controller = new AbortController();
  return { signal: controller.signal, onProgress: (done) => done === count && controller.abort() };
}

function fillDiskAfter(count: number): typeof replaceBytes {
  let written = 0;
  return (...parameters) => {
    if (written++ < count) return replaceBytes(...parameters);
    throw Object.assign(new Error('ENOSPC: no space left on device, write'), { code: 'ENOSPC' });
  };
}

describe('a sweep', () => {
  it('writes each file as a whole', async () => {
    const folder = createProject(files);
    const { moved, left, pending, stop } = await sweepTexts(folder, texts);
    expect(Object.keys(texts).map((name) => read(folder, name))).toEqual(Object.values(texts));
    expect({ moved: moved.length, left, pending, stop }).toEqual({ moved: 3, left: [], pending: [], stop: null });
  });

  it('keeps the mode', async () => {
    const folder = createProject(files);
    setMode(folder, 'a.ts', 0o750);
    await sweepTexts(folder, texts);
    expect([getMode(folder, 'a.ts'), getMode(folder, 'c.ts')]).toEqual([0o750, 0o644]);
  });

  it('leaves nothing beside the files, and its journal to itself', async () => {
    const folder = createRepository(files);
    const { run } = await sweepTexts(join(folder), texts);
    expect(readdirSync(folder).sort()).toEqual(['.git', '.octollm', 'a.ts', 'b', 'c.ts']);
    expect(readdirSync(join(folder, 'b'))).toEqual(['b.ts']);
    expect(read(folder, '.octollm/runs/.gitignore')).toBe('*\n');
    expect(run.folder).toBe(join(folder, '.octollm/runs', run.id));
  });

  it('makes a file with its folders', async () => {
    const folder = createProject(files);
    await sweepTexts(folder, { 'new/deep/d.ts': 'd' }, { made: ['new/deep/d.ts'] });
    expect(read(folder, 'new/deep/d.ts')).toBe('d');
  });

  it('has its journal at the root of the working tree', () => {
    const folder = createRepository(files);
    expect(findJournal(join(folder, 'b'))).toBe(join(folder, '.octollm/runs'));
    expect(findJournal(createProject(files))).toMatch(/\.octollm.runs$/);
  });

  it('finds a journal above without git', async () => {
    const folder = createProject(files);
    await sweepTexts(folder, texts);
    expect(findJournal(join(folder, 'b'))).toBe(join(folder, '.octollm/runs'));
  });
});

describe('a sweep leaves alone', () => {
  it('what somebody changed since it was read', async () => {
    const folder = createProject(files);
    const started = sweepTexts(folder, texts);
    writeFileSync(join(folder, 'b/b.ts'), 'mine');
    const { moved, left } = await started;
    expect(moved.map(({ path }) => path)).toEqual(['a.ts', 'c.ts']);
    expect(left).toMatchObject([
      { entry: { path: 'b/b.ts' }, kind: 'changed', reason: 'somebody changed it since it was read' },
    ]);
    expect(read(folder, 'b/b.ts')).toBe('mine');
  });

  it('what somebody changes while the new text is written', async () => {
    const folder = createProject(files);
    const { left } = await sweepTexts(folder, texts, {
      replace: (path, replacement) => {
        if (path.endsWith('a.ts')) writeFileSync(path, 'saved in time');
        return replaceBytes(path, replacement);
      },
    });
    expect(left).toMatchObject([{ entry: { path: 'a.ts' }, kind: 'changed' }]);
    expect(read(folder, 'a.ts')).toBe('saved in time');
    expect(readdirSync(folder).filter((name) => name.endsWith('.tmp'))).toEqual([]);
  });

  it('what is gone', async () => {
    const folder = createProject(files);
    const started = sweepTexts(folder, texts);
    rmSync(join(folder, 'a.ts'));
    expect((await started).left).toMatchObject([{ entry: { path: 'a.ts' }, kind: 'changed', reason: 'it is gone' }]);
    expect(existsSync(join(folder, 'a.ts'))).toBe(false);
  });

  it('a file that stands where it wanted to make one', async () => {
    const folder = createProject(files);
    const { left } = await sweepTexts(folder, { 'a.ts': 'new' }, { made: ['a.ts'] });
    expect(left).toMatchObject([{ kind: 'changed' }]);
    expect(read(folder, 'a.ts')).toBe('a\n');
  });

  it('a symbolic link and what it leads to', async () => {
    const folder = createProject(files);
    symlinkSync('a.ts', join(folder, 'link.ts'));
    const { left } = await sweepTexts(folder, { 'link.ts': 'A\n' });
    expect(left).toMatchObject([{ reason: 'it is a symbolic link: name the file that it leads to' }]);
    expect(lstatSync(join(folder, 'link.ts')).isSymbolicLink()).toBe(true);
    expect(read(folder, 'a.ts')).toBe('a\n');
  });

  it('a file with hard links', async () => {
    const folder = createProject(files);
    linkSync(join(folder, 'a.ts'), join(folder, 'other.ts'));
    const { left } = await sweepTexts(folder, texts);
    expect(left).toMatchObject([
      { entry: { path: 'a.ts' }, kind: 'write', reason: expect.stringContaining('2 hard links') },
    ]);
    expect(read(folder, 'other.ts')).toBe('a\n');
  });

  it('a file that is read-only', async () => {
    const folder = createProject(files);
    setMode(folder, 'a.ts', 0o444);
    const { left, moved } = await sweepTexts(folder, texts);
    expect(left).toMatchObject([{ kind: 'write', reason: 'it is read-only: make it writable' }]);
    expect(moved).toHaveLength(2);
  });
});

describe('an undo', () => {
  it('puts every byte and every mode back', async () => {
    const folder = createProject(files);
    setMode(folder, 'a.ts', 0o755);
    await sweepTexts(folder, texts);
    setMode(folder, 'a.ts', 0o600);
    const { left, run } = await undo(findJournal(folder));
    expect(left).toEqual([]);
    expect(Object.keys(files).map((name) => read(folder, name))).toEqual(Object.values(files));
    expect(getMode(folder, 'a.ts')).toBe(0o755);
    expect(readState(run)).toBe('undone');
  });

  it('removes what the run made, and the folders that it made for it', async () => {
    const folder = createProject(files);
    await sweepTexts(folder, { 'new/deep/d.ts': 'd', 'b/e.ts': 'e' }, { made: ['new/deep/d.ts', 'b/e.ts'] });
    await undo(findJournal(folder));
    expect(readdirSync(folder).sort()).toEqual(['.octollm', 'a.ts', 'b', 'c.ts']);
    expect(readdirSync(join(folder, 'b'))).toEqual(['b.ts']);
  });

  it('keeps a folder that holds something else by now', async () => {
    const folder = createProject(files);
    await sweepTexts(folder, { 'new/d.ts': 'd' }, { made: ['new/d.ts'] });
    writeFileSync(join(folder, 'new/mine.txt'), '');
    await undo(findJournal(folder));
    expect(readdirSync(join(folder, 'new'))).toEqual(['mine.txt']);
  });

  it('takes the last run back, then the one before', async () => {
    const folder = createProject(files);
    await sweepTexts(folder, { 'a.ts': 'second' });
    await sweepTexts(folder, { 'a.ts': 'third' });
    await undo(findJournal(folder));
    expect(read(folder, 'a.ts')).toBe('second');
    await undo(findJournal(folder));
    expect(read(folder, 'a.ts')).toBe('a\n');
  });

  it('leaves alone what somebody changed since, and can be asked again', async () => {
    const folder = createProject(files);
    const { run } = await sweepTexts(folder, texts);
    writeFileSync(join(folder, 'a.ts'), 'mine');
    const first = await undo(findJournal(folder));
    expect(first.left).toMatchObject([
      { entry: { path: 'a.ts' }, reason: 'somebody changed it since the run wrote it' },
    ]);
    expect([read(folder, 'a.ts'), read(folder, 'c.ts')]).toEqual(['mine', files['c.ts']]);
    writeFileSync(join(folder, 'a.ts'), texts['a.ts']);
    expect((await undo(findJournal(folder), run.id)).left).toEqual([]);
    expect(read(folder, 'a.ts')).toBe(files['a.ts']);
  });

  it('is refused without a run, for an unknown one and for a second time', async () => {
    const folder = createProject(files);
    await expect(undo(findJournal(folder))).rejects.toThrow(
      /^There is nothing to undo: the journal in .+ holds no such run/,
    );
    const { run } = await sweepTexts(folder, texts);
    await expect(undo(findJournal(folder), `${run.id}x`)).rejects.toThrow(`did you mean \`${run.id}\`?`);
    await undo(findJournal(folder));
    await expect(undo(findJournal(folder), run.id)).rejects.toThrow('it is undone already');
  });
});

describe('a sweep that is cut off', () => {
  it('by a signal stops between two files, and can be finished', async () => {
    const folder = createProject(files);
    const { stop, moved, pending, run } = await sweepTexts(folder, texts, interruptAfter(1));
    expect({ stop, moved: moved.length, pending: pending.length }).toEqual({
      stop: 'interrupted',
      moved: 1,
      pending: 2,
    });
    expect(readState(run)).toBe('writing');
    const rest = await resume(findJournal(folder));
    expect({ moved: rest.moved.length, there: rest.there.length }).toEqual({ moved: 2, there: 1 });
    expect(Object.keys(texts).map((name) => read(folder, name))).toEqual(Object.values(texts));
  });

  it('can be taken back', async () => {
    const folder = createProject(files);
    await sweepTexts(folder, texts, interruptAfter(2));
    await undo(findJournal(folder));
    expect(Object.keys(files).map((name) => read(folder, name))).toEqual(Object.values(files));
  });

  it('by a full disk stops and says so', async () => {
    const folder = createProject(files);
    const { stop, moved, pending } = await sweepTexts(folder, texts, { replace: fillDiskAfter(1) });
    expect(stop).toEqual({ reason: 'Cannot write `b/b.ts`: the disk is full' });
    expect([moved.length, pending.length]).toEqual([1, 2]);
    await undo(findJournal(folder));
    expect(Object.keys(files).map((name) => read(folder, name))).toEqual(Object.values(files));
  });

  it('leaves what somebody changed before it was finished', async () => {
    const folder = createProject(files);
    await sweepTexts(folder, texts, interruptAfter(1));
    writeFileSync(join(folder, 'c.ts'), 'mine');
    expect((await resume(findJournal(folder))).left).toMatchObject([{ entry: { path: 'c.ts' }, kind: 'changed' }]);
    expect(read(folder, 'c.ts')).toBe('mine');
  });

  it('is nothing that a finished one can be', async () => {
    const folder = createProject(files);
    const { run } = await sweepTexts(folder, texts);
    await expect(resume(findJournal(folder), run.id)).rejects.toThrow('it is finished already');
    mkdirSync(join(folder, '.octollm/runs/empty'));
    await expect(resume(findJournal(folder))).rejects.toThrow('There is nothing to resume');
  });
});

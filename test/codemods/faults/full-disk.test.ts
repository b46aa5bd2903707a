import { spawnSync } from 'node:child_process';
import { mkdirSync, writeFileSync, writeSync, openSync, closeSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it, onTestFinished } from 'vitest';
import { findJournal } from '../../../codemods/engine/journal/run-files.ts';
import { undo } from '../../../codemods/engine/journal/sweep.ts';
import { read, sweepTexts } from '../support/journal-run.ts';
import { runOctollm } from '../support/run-octollm.ts';
import { smallCodemods } from '../support/small-codemods.ts';
import { createProject, writeFiles } from '../support/temporary-project.ts';

/** A disk of its own, which only the superuser can mount. */
function mountDisk(sizeInKilobytes: number): string {
  const folder = join(createProject({}), 'disk');
  mkdirSync(folder);
  const { status } = spawnSync('mount', ['-t', 'tmpfs', '-o', `size=${sizeInKilobytes}k`, 'tmpfs', folder]);
  if (status !== 0) return '';
  onTestFinished(() => void spawnSync('umount', [folder]));
  return folder;
}

function canMount(): boolean {
  const folder = join('/', 'mnt');
  const isMounted = spawnSync('mount', ['-t', 'tmpfs', '-o', 'size=64k', 'tmpfs', folder]).status === 0;
  if (isMounted) spawnSync('umount', [folder]);
  return isMounted;
}

/** Takes all the room that is left. */
function fill(folder: string): void {
  const descriptor = openSync(join(folder, 'filler'), 'w');
  try {
    for (;;) writeSync(descriptor, Buffer.alloc(4_096));
  } catch {
    // expected: this is what a full disk says.
  } finally {
    closeSync(descriptor);
  }
}

const files = Object.fromEntries(
  Array.from({ length: 10 }, (_, index) => [`${index}.ts`, `old_${index}();\n`.repeat(800)]),
);

describe.skipIf(!canMount())('a disk that runs full', () => {
  it('while files are written stops the run, and leaves room to take it back', async () => {
    const folder = mountDisk(600);
    writeFiles(folder, files);
    const texts = Object.fromEntries(Object.keys(files).map((name) => [name, 'longer();\n'.repeat(3_000)]));
    const { stop, moved, pending } = await sweepTexts(folder, texts);
    expect(stop).toMatchObject({ reason: expect.stringMatching(/^Cannot write `\d\.ts`: the disk is full$/) });
    expect(moved.length).toBeGreaterThan(0);
    expect(pending.length).toBeGreaterThan(0);
    for (const name of Object.keys(files)) expect([files[name], texts[name]]).toContain(read(folder, name));
    fill(folder);
    const { left, stop: end } = await undo(findJournal(folder));
    expect({ left, end }).toEqual({ left: [], end: null });
    for (const [name, text] of Object.entries(files)) expect(read(folder, name)).toBe(text);
  });

  it('before the journal is written changes nothing, and is told with 2', async () => {
    const folder = mountDisk(200);
    writeFiles(folder, files);
    const parameters = ['migrate', '.', '--write'];
    const { code, stdout, stderr } = await runOctollm(folder, parameters, {}, { registry: smallCodemods });
    expect({ code, stdout }).toEqual({ code: 2, stdout: '' });
    expect(stderr).toMatch(
      /^octollm: Cannot write the journal in `.+`: ENOSPC.+ No file was changed: free space on the disk and run it again\.\n$/,
    );
    for (const [name, text] of Object.entries(files)) expect(read(folder, name)).toBe(text);
    writeFileSync(join(folder, 'there-is-room-again'), 'x'.repeat(10_000));
  });
});

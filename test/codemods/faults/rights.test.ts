import { chmodSync, chownSync, mkdirSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { findJournal } from '../../../codemods/engine/journal/run-files.ts';
import { read } from '../support/journal-run.ts';
import { orderSweep, prepareSweep } from '../support/start-sweep.ts';
import { createProject } from '../support/temporary-project.ts';

/** The superuser may write everything, so that somebody else has to try. */
const nobody = process.getuid?.() === 0 ? { uid: 65_534, gid: 65_534 } : {};

function giveAway(...paths: string[]): void {
  if (nobody.uid !== undefined) for (const path of paths) chownSync(path, nobody.uid, nobody.gid);
}

describe('who loses the right to write', () => {
  it('a folder is told so, and the other files are written', async () => {
    const folder = createProject({ 'open/a.ts': 'a', 'shut/b.ts': 'b', 'open/c.ts': 'c' });
    giveAway(folder, ...['open', 'shut', 'open/a.ts', 'open/c.ts', 'shut/b.ts'].map((name) => join(folder, name)));
    const child = await prepareSweep(nobody);
    chmodSync(join(folder, 'shut'), 0o555);
    const texts = { 'open/a.ts': 'A', 'shut/b.ts': 'B', 'open/c.ts': 'C' };
    expect(await orderSweep(child, { folder, texts, made: [] })).toEqual({
      left: ['shut/b.ts: you may not write it or its folder: get the permission'],
      stop: null,
    });
    chmodSync(join(folder, 'shut'), 0o755);
    expect([read(folder, 'open/a.ts'), read(folder, 'shut/b.ts'), read(folder, 'open/c.ts')]).toEqual(['A', 'b', 'C']);
    expect(readdirSync(join(folder, 'shut'))).toEqual(['b.ts']);
  });

  it('the journal changes no file', async () => {
    const folder = createProject({ 'a.ts': 'a' });
    giveAway(folder, join(folder, 'a.ts'));
    mkdirSync(findJournal(folder), { recursive: true, mode: 0o555 });
    const child = await prepareSweep(nobody);
    let complaint = '';
    child.stderr?.on('data', (chunk: Buffer) => (complaint += chunk.toString()));
    child.send({ folder, texts: { 'a.ts': 'A' }, made: [] });
    const code = await new Promise((resolve) => child.on('close', resolve));
    expect(code).toBe(1);
    expect(complaint).toMatch(/SystemError: Cannot lock the journal in `.+`: EACCES.+No file was changed\./);
    expect(read(folder, 'a.ts')).toBe('a');
  });
});

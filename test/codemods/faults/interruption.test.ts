import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout } from 'node:timers/promises';
import { describe, expect, it } from 'vitest';
import { findJournal } from '../../../codemods/engine/journal/run-files.ts';
import { planMigration } from '../../../codemods/engine/migrate/migrate.ts';
import { runCommand } from '../../../codemods/cli/run-command.ts';
import { read } from '../support/journal-run.ts';
import { runOctollm, type Outcome } from '../support/run-octollm.ts';
import { smallCodemods } from '../support/small-codemods.ts';
import { createProject } from '../support/temporary-project.ts';
import { Writable } from 'node:stream';

const entry = join(import.meta.dirname, '../support/small-octollm.ts');
const files = Object.fromEntries(
  Array.from({ length: 150 }, (_, index) => [`${String(index).padStart(3, '0')}.ts`, `old_${index}();\n`.repeat(200)]),
);
const names = Object.keys(files);

/** Sends a signal to a run as soon as it has written its first file. */
async function interrupt(folder: string, signal: 'SIGINT' | 'SIGTERM'): Promise<Outcome> {
  const child = spawn(
    process.execPath,
    ['--import', import.meta.resolve('tsx'), '--conditions', '@octollm/source', entry, 'migrate', '.', '--write'],
    { cwd: folder },
  );
  let stdout = '';
  let stderr = '';
  child.stdout.on('data', (chunk: Buffer) => (stdout += chunk.toString()));
  child.stderr.on('data', (chunk: Buffer) => (stderr += chunk.toString()));
  const end = once(child, 'close');
  while (child.exitCode === null && !read(folder, '000.ts').startsWith('new_')) await setTimeout(2);
  child.kill(signal);
  const [code] = (await end) as [number | null];
  return { code, stdout, stderr };
}

function countNew(folder: string): number {
  return names.filter((name) => read(folder, name).startsWith('new_')).length;
}

describe('a signal', () => {
  it.each(['SIGINT', 'SIGTERM'] as const)(
    '%s ends a run between two files, with 130 and how to go on',
    async (signal) => {
      const folder = createProject(files);
      const { code, stderr } = await interrupt(folder, signal);
      expect(code).toBe(130);
      const written = countNew(folder);
      const [id = ''] = readdirSync(findJournal(folder)).filter((name) => name.startsWith('20'));
      expect(stderr).toBe(
        `octollm: Interrupted: ${written} of ${names.length} files written; \`octollm resume ${id}\` goes on, \`octollm undo ${id}\` takes back.\n`,
      );
      expect(written).toBeLessThan(names.length);
      for (const name of names)
        expect([files[name], files[name]?.replaceAll('old_', 'new_')]).toContain(read(folder, name));

      const rest = await runOctollm(folder, ['resume']);
      expect(rest).toEqual({ code: 0, stdout: `Finished run ${id}: ${names.length} files.\n`, stderr: '' });
      expect(countNew(folder)).toBe(names.length);
      expect((await runOctollm(folder, ['undo'])).code).toBe(0);
      for (const name of names) expect(read(folder, name)).toBe(files[name]);
    },
  );

  it('that comes before the first file changes nothing', async () => {
    const folder = createProject({ 'a.ts': 'old_a();\n' });
    let complaint = '';
    const stderr = new Writable({
      write(chunk: Buffer, _encoding, done): void {
        complaint += chunk.toString();
        done();
      },
    });
    const code = await runCommand(
      ['migrate', '.', '--write'],
      { cwd: folder, environment: {}, stdout: stderr, stderr },
      {
        planMigration: async (request) => {
          process.emit('SIGINT');
          return planMigration({ ...request, registry: smallCodemods });
        },
      },
    );
    expect({ code, complaint }).toEqual({ code: 130, complaint: 'octollm: Interrupted. No file was changed.\n' });
    expect(read(folder, 'a.ts')).toBe('old_a();\n');
    expect(readdirSync(findJournal(folder))).toEqual(['.gitignore']);
  });
});

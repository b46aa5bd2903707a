import { existsSync, readdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { PassThrough, Writable } from 'node:stream';
import { describe, expect, it } from 'vitest';
import { runCommand } from '../../../codemods/cli/run-command.ts';
import { findJournal, makeJournal } from '../../../codemods/engine/journal/run-files.ts';
import { planMigration } from '../../../codemods/engine/migrate/migrate.ts';
import { getMode, read, setMode } from '../support/journal-run.ts';
import { openPseudoTerminal } from '../support/pseudo-terminal.ts';
import { octollmCommand, runOctollm, type Outcome } from '../support/run-octollm.ts';
import { smallCodemods } from '../support/small-codemods.ts';
import { createProject, createRepository, git } from '../support/temporary-project.ts';

const files = { 'src/a.ts': 'old_a();\n', 'src/b.ts': 'old_brave(worse_b);\n', 'src/c.ts': 'fine();\n' };

function octollm(cwd: string, ...parameters: string[]): Promise<Outcome> {
  return runOctollm(cwd, parameters, {}, { registry: smallCodemods });
}

function createCommitted(texts: Readonly<Record<string, string>> = files): string {
  const folder = createRepository(texts);
  git(folder, 'add', '.');
  git(folder, 'commit', '--quiet', '-m', 'first');
  return folder;
}

describe('octollm migrate', () => {
  it('shows what it would do, and writes nothing', async () => {
    const folder = createProject(files);
    const { code, stdout, stderr } = await octollm(folder, 'migrate', 'src');
    expect({ code, stderr }).toEqual({ code: 0, stderr: '' });
    expect(stdout).toContain('-old_a();\n+new_a();\n');
    expect(stdout).toContain('Nothing was written: repeat it with `--write`');
    expect(readdirSync(folder)).toEqual(['src']);
    expect(read(folder, 'src/a.ts')).toBe(files['src/a.ts']);
  });

  it('--write writes, and tells how to take it back', async () => {
    const folder = createProject(files);
    const { code, stdout } = await octollm(folder, 'migrate', 'src', '--write');
    expect(code).toBe(0);
    expect(read(folder, 'src/a.ts')).toBe('new_a();\n');
    const id = /`octollm undo ([\w-]+)`/.exec(stdout)?.[1] ?? '';
    expect(await octollm(folder, 'undo', id)).toEqual({
      code: 0,
      stdout: `Took back run ${id}: 2 files.\n`,
      stderr: '',
    });
    expect(read(folder, 'src/a.ts')).toBe('old_a();\n');
  });

  it('--write a second time changes nothing', async () => {
    const folder = createProject(files);
    await octollm(folder, 'migrate', 'src', '--write', '--unsafe');
    const { code, stdout } = await octollm(folder, 'migrate', 'src', '--write', '--unsafe');
    expect(code).toBe(0);
    expect(stdout).toContain('Nothing to change (3 files looked at).');
    expect(readdirSync(findJournal(folder)).filter((name) => name.startsWith('20'))).toHaveLength(1);
  });

  it('--unsafe makes what is held back otherwise', async () => {
    const folder = createProject(files);
    expect((await octollm(folder, 'migrate', 'src')).stdout).toContain('`--unsafe` makes it as well');
    await octollm(folder, 'migrate', 'src', '--write', '--unsafe');
    expect(read(folder, 'src/b.ts')).toBe('new_brave(better_b);\n');
  });

  it('--only takes names with commas or one by one', async () => {
    const folder = createProject({ 'a.ts': 'old_a(worse_a);\n' });
    const all = await octollm(folder, 'migrate', '.', '--only', 'old-to-new,worse-to-better');
    expect(all.stdout).toContain('+new_a(better_a);');
    const one = await octollm(folder, 'migrate', '.', '--only', 'worse-to-better');
    expect(one.stdout).toContain('+old_a(better_a);');
  });

  it('--check ends with 1 when something would change, and with 0 when nothing would', async () => {
    const folder = createProject(files);
    expect((await octollm(folder, 'migrate', 'src', '--check')).code).toBe(1);
    expect((await octollm(folder, 'migrate', 'src/c.ts', '--check')).code).toBe(0);
    expect(read(folder, 'src/a.ts')).toBe(files['src/a.ts']);
  });

  it('--report writes reports in the form that their ending names', async () => {
    const folder = createProject(files);
    const { code, stderr } = await octollm(folder, 'migrate', 'src', '--report', 'm.diff', '--report', 'm.txt', '-q');
    expect({ code, stderr }).toEqual({ code: 0, stderr: '' });
    expect(read(folder, 'm.diff')).toMatch(/^(?:diff --git .+\n)?--- a\/src\/a\.ts\n\+\+\+ b\/src\/a\.ts\n/);
    expect(read(folder, 'm.txt')).toContain('Would make');
  });

  it('--plan writes the table that a codemod follows, and never over one that somebody has edited', async () => {
    const folder = createProject({
      'tsconfig.json': '{}',
      'src/a.ts': "export const a = async () => (await fetch('https://api.example/a')).json();\n",
    });
    const first = await runOctollm(folder, ['migrate', 'src', '--plan', '--write']);
    expect(first.code).toBe(0);
    expect(first.stdout).toContain('Note: The migration makes the file `octollm.resilience.json`.');
    const table = read(folder, 'octollm.resilience.json');
    expect((await runOctollm(folder, ['migrate', 'src', '--plan', '--write'])).code).toBe(0);
    writeFileSync(join(folder, 'octollm.resilience.json'), `${table} `);
    const again = await runOctollm(folder, ['migrate', 'src', '--plan', '--write']);
    expect(again.code).toBe(2);
    expect(again.stdout).toContain('octollm.resilience.json:1:1  it is there already');
    expect(read(folder, 'octollm.resilience.json')).toBe(`${table} `);
  });

  it('keeps the mode of a file', async () => {
    const folder = createProject({ 'a.ts': '#!/usr/bin/env node\nold_a();\n' });
    setMode(folder, 'a.ts', 0o755);
    await octollm(folder, 'migrate', '.', '--write');
    expect([getMode(folder, 'a.ts'), read(folder, 'a.ts')]).toEqual([0o755, '#!/usr/bin/env node\nnew_a();\n']);
  });

  it('ends with 2 when a file fails, and works on the others', async () => {
    const folder = createProject({ ...files, 'src/broken.ts': 'old_(;\n' });
    const { code, stdout } = await octollm(folder, 'migrate', 'src', '--write');
    expect(code).toBe(2);
    expect(stdout).toMatch(/1 file could not be migrated:\n {2}src\/broken\.ts:1:6 {2}/);
    expect(read(folder, 'src/a.ts')).toBe('new_a();\n');
  });

  it('leaves a file that somebody saved meanwhile, and ends with 2', async () => {
    const folder = createProject(files);
    const { code, stdout } = await runWith(folder, ['migrate', 'src', '--write'], () =>
      writeFileSync(join(folder, 'src/a.ts'), 'mine();\n'),
    );
    expect(code).toBe(2);
    expect(stdout).toContain('src/a.ts:1:1  somebody changed it since it was read.');
    expect([read(folder, 'src/a.ts'), read(folder, 'src/b.ts')]).toEqual(['mine();\n', 'old_brave(better_b);\n']);
  });
});

describe('the guard for what git does not hold', () => {
  it('lets clean files pass, and those in no repository', async () => {
    expect((await octollm(createCommitted(), 'migrate', 'src', '--write')).code).toBe(0);
    expect((await octollm(createProject(files), 'migrate', 'src', '--write')).code).toBe(0);
  });

  it.each([
    ['a changed file', (folder: string) => writeFileSync(join(folder, 'src/a.ts'), 'old_a(1);\n')],
    ['an untracked file', (folder: string) => writeFileSync(join(folder, 'src/new.ts'), 'old_n();\n')],
  ])('refuses %s with 3, before any work', async (_, change) => {
    const folder = createCommitted();
    change(folder);
    const { code, stdout, stderr } = await octollm(folder, 'migrate', 'src', '--write');
    expect({ code, stdout }).toEqual({ code: 3, stdout: '' });
    expect(stderr).toMatch(
      /^octollm: Refused to write, because git does not hold 1 file as it is now: `src\/(?:a|new)\.ts`\./,
    );
    expect(existsSync(join(folder, '.octollm'))).toBe(false);
    expect((await octollm(folder, 'migrate', 'src', '--write', '--allow-dirty')).code).toBe(0);
  });

  it('looks at the paths that it migrates, and at sources only', async () => {
    const folder = createCommitted({ ...files, 'other/d.ts': 'old_d();\n' });
    writeFileSync(join(folder, 'other/d.ts'), 'old_d(1);\n');
    writeFileSync(join(folder, 'src/notes.md'), '');
    expect((await octollm(folder, 'migrate', 'src', '--write')).code).toBe(0);
    expect((await octollm(folder, 'migrate', 'other/d.ts', '--write')).code).toBe(3);
  });

  it('does not hold a preview up', async () => {
    const folder = createCommitted();
    writeFileSync(join(folder, 'src/a.ts'), 'old_a(1);\n');
    expect((await octollm(folder, 'migrate', 'src')).code).toBe(0);
  });

  it('asks in a terminal, and takes no for an answer', async () => {
    const folder = createCommitted({ 'a.ts': 'fine();\n' });
    writeFileSync(join(folder, 'a.ts'), 'better();\n');
    expect(await answer(folder, 'n\r')).toBe(3);
    expect(await answer(folder, 'y\r')).toBe(0);
  });
});

describe('only one run at a time', () => {
  it('is told to the second one, which changes nothing', async () => {
    const folder = createProject(files);
    let second: Outcome | undefined;
    const first = await runWith(folder, ['migrate', 'src', '--write'], async () => {
      makeJournal(findJournal(folder));
      // The lock of this process counts as its own: another process holds this one.
      writeFileSync(join(findJournal(folder), `lock-${process.ppid}`), read(folder, lockOf(folder)));
      second = await octollm(folder, 'migrate', 'src', '--write');
    });
    expect(first.code).toBe(0);
    expect(second).toMatchObject({ code: 2, stdout: '' });
    expect(second?.stderr).toMatch(
      /^octollm: Another `octollm` is writing here \(process \d+ on .+\): wait until it has ended\./,
    );
  });

  it('is no matter for a lock that a dead process left', async () => {
    const folder = createProject(files);
    makeJournal(findJournal(folder));
    const own = lockOf(folder);
    await runWith(folder, ['migrate', 'src', '--write'], () => {
      writeFileSync(join(findJournal(folder), 'lock-4194999'), read(folder, own));
    });
    expect((await octollm(folder, 'undo')).code).toBe(0);
    expect(readdirSync(findJournal(folder)).filter((name) => name.startsWith('lock'))).toEqual([]);
  });

  it('a run that was cut off has to be finished or taken back first', async () => {
    const folder = createProject(files);
    await octollm(folder, 'migrate', 'src', '--write');
    const [id = ''] = readdirSync(findJournal(folder)).filter((name) => name.startsWith('20'));
    writeFileSync(join(findJournal(folder), id, 'state.json'), '');
    const { code, stderr } = await octollm(folder, 'migrate', 'src', '--write');
    expect(code).toBe(2);
    expect(stderr).toContain(
      `finish it with \`octollm resume ${id}\` or take it back with \`octollm undo ${id}\` first`,
    );
    expect(await octollm(folder, 'resume')).toMatchObject({ code: 0, stdout: `Finished run ${id}: 2 files.\n` });
  });
});

describe('octollm undo', () => {
  it('leaves what somebody changed since, names it, and ends with 2', async () => {
    const folder = createProject(files);
    await octollm(folder, 'migrate', 'src', '--write');
    writeFileSync(join(folder, 'src/a.ts'), 'mine();\n');
    const { code, stderr } = await octollm(folder, 'undo');
    expect(code).toBe(2);
    expect(stderr).toBe('Left alone: src/a.ts: somebody changed it since the run wrote it.\n');
    expect(read(folder, 'src/b.ts')).toBe(files['src/b.ts']);
  });

  it('works from a folder below', async () => {
    const folder = createCommitted();
    await octollm(folder, 'migrate', 'src', '--write');
    expect((await octollm(join(folder, 'src'), 'undo')).code).toBe(0);
    expect(read(folder, 'src/a.ts')).toBe('old_a();\n');
  });

  it('ends with 3 when there is nothing to take back', async () => {
    const folder = createProject(files);
    const { code, stderr } = await octollm(folder, 'undo');
    expect(code).toBe(3);
    expect(readdirSync(folder)).toEqual(['src']);
    expect(stderr).toContain('There is nothing to undo');
  });
});

describe('octollm list', () => {
  it('shows the codemods and the runs', async () => {
    const folder = createProject(files);
    expect((await octollm(folder, 'list')).stdout).toMatch(/^codemod +what it does\n[^]+\n\nNo runs so far\.\n$/);
    await octollm(folder, 'migrate', 'src', '--write');
    expect((await octollm(folder, 'list')).stdout).toMatch(
      /\nrun +state +files +command\n[\w-]+ +written +2 +octollm migrate src --write\n$/,
    );
    await octollm(folder, 'undo');
    expect((await octollm(folder, 'list')).stdout).toMatch(/ undone /);
  });
});

describe('a wrong call ends with 3 and one message', () => {
  it.each([
    [
      'no path',
      ['migrate'],
      "octollm: Missing required argument 'paths'. Run `octollm migrate --help` for the usage.\n",
    ],
    [
      '--check with --write',
      ['migrate', 'src', '--check', '--write'],
      'octollm: `--check` writes nothing: leave it or `--write` out.\n',
    ],
    [
      '--verify without --write',
      ['migrate', 'src', '--verify'],
      'octollm: `--verify` checks what was written: pass `--write` as well, or leave it out.\n',
    ],
    [
      '--plan with other codemods',
      ['migrate', 'src', '--plan', '--only', 'add-cause'],
      'octollm: `--plan` is for `inject-resilience` alone: leave the other codemods out.\n',
    ],
    [
      'a report without a form',
      ['migrate', 'src', '--report', 'm.xyz'],
      'octollm: Cannot write the report `m.xyz`: its ending `.xyz` stands for no form.',
    ],
    [
      'a codemod that is not there',
      ['migrate', 'src', '--only', 'old-to-nw'],
      'octollm: Unknown codemod `old-to-nw`: did you mean `old-to-new`?\n',
    ],
    [
      'a commit that is not there',
      ['migrate', 'src', '--since', 'HEAD'],
      'octollm: Cannot tell what changed since `HEAD`: ',
    ],
    ['a run that is not there', ['undo', 'x'], 'octollm: Cannot undo the run `x`: the journal in '],
  ])('%s', async (_, parameters, message) => {
    const { code, stdout, stderr } = await octollm(createProject(files), ...parameters);
    expect({ code, stdout }).toEqual({ code: 3, stdout: '' });
    expect(stderr.startsWith(message)).toBe(true);
  });

  it.each([['migrate'], ['undo'], ['resume'], ['list']])('while %s --help tells its exit codes', async (command) => {
    const { code, stdout } = await octollm(createProject({}), command, '--help');
    expect(code).toBe(0);
    expect(stdout).toContain('Exit codes:\n  0   ');
  });
});

/** The lock that this process has while it writes. */
function lockOf(folder: string): string {
  return join(findJournal(folder), `lock-${process.pid}`).slice(folder.length + 1);
}

/** Runs the command, and something else between its plan and its first write. */
async function runWith(
  folder: string,
  parameters: readonly string[],
  between: () => Promise<void> | void,
): Promise<{ readonly code: number; readonly stdout: string }> {
  let stdout = '';
  const sink = new Writable({
    write(chunk: Buffer, _encoding, done): void {
      stdout += chunk.toString();
      done();
    },
  });
  const terminal = { cwd: folder, environment: {}, stdout: sink, stderr: new PassThrough() };
  const code = await runCommand(parameters, terminal, {
    planMigration: async (request) => {
      const result = await planMigration({ ...request, registry: smallCodemods });
      await between();
      return result;
    },
  });
  return { code, stdout };
}

/** Runs the command in a terminal for somebody who types. */
async function answer(folder: string, keys: string): Promise<number> {
  const terminal = openPseudoTerminal([...octollmCommand, 'migrate', '.', '--write'], { cwd: folder });
  await terminal.waitFor('Git does not hold 1 file as it is now: `a.ts`.');
  await terminal.waitFor('Write nevertheless?');
  terminal.type(keys);
  return (await terminal.end()).code;
}

import { mkdirSync, readFileSync, symlinkSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { planMigration, type MigrationRequest } from '../../../codemods/engine/migrate/migrate.ts';
import type { MigrationResult } from '../../../codemods/engine/migrate/migration-result.ts';
import { smallCodemods } from '../support/small-codemods.ts';
import { createProject, createRepository, git } from '../support/temporary-project.ts';

const workerEntry = new URL('../support/small-worker.ts', import.meta.url);

function plan(cwd: string, request: Partial<MigrationRequest> = {}): Promise<MigrationResult> {
  return planMigration({ paths: ['.'], cwd, registry: smallCodemods, workerEntry, ...request });
}

/** New texts by the name of the file. */
function listChanged({ files }: MigrationResult): Record<string, string> {
  return Object.fromEntries(files.flatMap(({ file, before, after }) => (before === after ? [] : [[file, after]])));
}

describe('a plan', () => {
  it('holds the files with changes, and touches none', async () => {
    const folder = createProject({ 'a.ts': 'old_a();\n', 'b.ts': 'fine();\n', 'c/c.ts': 'old_c(worse_c);\n' });
    const result = await plan(folder);
    expect(listChanged(result)).toEqual({ 'a.ts': 'new_a();\n', 'c/c.ts': 'new_c(better_c);\n' });
    expect(result).toMatchObject({ filesSeen: 3, failures: [], run: null, verification: null, notices: [] });
    expect(readFileSync(join(folder, 'a.ts'), 'utf8')).toBe('old_a();\n');
  });

  it('tells the place and the lines of each change', async () => {
    const folder = createProject({ 'a.ts': 'first();\nold_a(worse_b);\n' });
    expect((await plan(folder)).files[0]?.applied).toMatchObject([
      { codemod: 'old-to-new', place: { line: 2, column: 1 }, before: 'old_a(worse_b);', after: 'new_a(worse_b);' },
      { codemod: 'worse-to-better', place: { line: 2, column: 7 }, after: 'old_a(better_b);' },
    ]);
  });

  it('is empty where nothing is to do', async () => {
    expect((await plan(createProject({ 'a.ts': 'fine();\n' }))).files).toEqual([]);
  });

  it('is empty for what an earlier one has made', async () => {
    const folder = createProject({ 'a.ts': 'old_a(worse_a, old_brave);\n' });
    const first = await plan(folder, { unsafe: true });
    writeFileSync(join(folder, 'a.ts'), first.files[0]?.after ?? '');
    expect((await plan(folder, { unsafe: true })).files).toEqual([]);
  });

  it('runs the codemods that are named', async () => {
    const folder = createProject({ 'a.ts': 'old_a(worse_a);\n' });
    const result = await plan(folder, { only: ['worse-to-better'] });
    expect(listChanged(result)).toEqual({ 'a.ts': 'old_a(better_a);\n' });
    expect(result.codemods.map(({ name }) => name)).toEqual(['worse-to-better']);
  });

  it('refuses a name that no codemod has', async () => {
    const folder = createProject({ 'a.ts': '' });
    await expect(plan(folder, { only: ['old-to-now'] })).rejects.toThrow(
      'Unknown codemod `old-to-now`: did you mean `old-to-new`?',
    );
  });
});

describe('what is held back', () => {
  const text = 'old_a();\nold_brave();\nold_vague();\nold_odd();\n';

  it('is unsafe, or for a person', async () => {
    const [file] = (await plan(createProject({ 'a.ts': text }))).files;
    expect(file?.after).toBe('new_a();\nold_brave();\nnew_vague();\nold_odd();\n');
    expect(file?.leftAlone.map(({ cause, place, text: line }) => [cause, place.line, line])).toEqual([
      ['unsafe', 2, 'old_brave();'],
      ['manual', 4, 'old_odd();'],
    ]);
  });

  it('is less with `unsafe`', async () => {
    const [file] = (await plan(createProject({ 'a.ts': text }), { unsafe: true })).files;
    expect(file?.after).toContain('new_brave');
  });

  it('is more below a least confidence', async () => {
    const [file] = (await plan(createProject({ 'a.ts': text }), { minimumConfidence: 0.5 })).files;
    expect(file?.leftAlone.find(({ cause }) => cause === 'unsure')?.text).toBe('old_vague();');
  });

  it('is what somebody else decides', async () => {
    const seen: string[] = [];
    const result = await plan(createProject({ 'a.ts': text, 'b.ts': 'old_b();' }), {
      decide: (path, _change, preview) => {
        seen.push(preview().before);
        return path.endsWith('b.ts') ? 'apply' : 'declined';
      },
    });
    expect(listChanged(result)).toEqual({ 'b.ts': 'new_b();' });
    expect(seen).toContain('old_brave();');
  });

  it('makes no file changed', async () => {
    const [file] = (await plan(createProject({ 'a.ts': 'old_odd();\n' }))).files;
    expect(file).toMatchObject({ before: 'old_odd();\n', after: 'old_odd();\n', applied: [] });
  });
});

describe('files that are left out', () => {
  it('are tests, declarations, generated, vendored and built ones', async () => {
    const old = 'old_a();\n';
    const folder = createProject({
      'a.ts': old,
      'a.test.ts': old,
      'a.d.ts': 'declare const old_a: 1;\n',
      'b.ts': `// @generated\n${old}`,
      'vendor/c.ts': old,
      'dist/d.js': old,
      'node_modules/e/e.js': old,
    });
    const result = await plan(folder);
    expect(listChanged(result)).toEqual({ 'a.ts': 'new_a();\n' });
    expect(result.skipped).toEqual({ tests: 1, declarations: 1, vendored: 1, generated: 1 });
    expect(Object.keys(listChanged(await plan(folder, { includeTests: true, includeGenerated: true })))).toEqual([
      'a.test.ts',
      'a.ts',
      'b.ts',
    ]);
  });

  it('are those that git ignores', async () => {
    const folder = createRepository({ '.gitignore': 'out/\n!keep.ts\n', 'a.ts': 'old_a();', 'out/b.ts': 'old_b();' });
    expect(Object.keys(listChanged(await plan(folder)))).toEqual(['a.ts']);
  });

  it('are symbolic links', async () => {
    const folder = createProject({ 'src/a.ts': 'old_a();' });
    symlinkSync('a.ts', join(folder, 'src/link.ts'));
    expect(Object.keys(listChanged(await plan(folder)))).toEqual(['src/a.ts']);
  });

  it('are those of the runtime itself', async () => {
    const folder = createProject({
      'errors/package.json': '{ "name": "@octollm/errors" }',
      'errors/src/a.ts': 'old_a();',
      'b.ts': 'old_b();',
    });
    const result = await plan(folder);
    expect(Object.keys(listChanged(result))).toEqual(['b.ts']);
    expect(result.skipped).toEqual({ runtime: 1 });
  });

  it('are those that did not change since a commit', async () => {
    const folder = createRepository({ 'a.ts': 'old_a();', 'b.ts': 'old_b();', 'd e.ts': 'old_d();' });
    git(folder, 'add', '.');
    git(folder, 'commit', '--quiet', '-m', 'first');
    git(folder, 'tag', 'start');
    writeFileSync(join(folder, 'b.ts'), 'old_b(old_c);');
    writeFileSync(join(folder, 'd e.ts'), 'old_d(1);');
    git(folder, 'commit', '--quiet', '-am', 'second');
    writeFileSync(join(folder, 'new.ts'), 'old_n();');
    const result = await plan(folder, { since: 'start' });
    expect(Object.keys(listChanged(result))).toEqual(['b.ts', 'd e.ts', 'new.ts']);
    expect(result.skipped).toEqual({ unchanged: 1 });
    await expect(plan(folder, { since: 'nowhere' })).rejects.toThrow('git knows no such commit, tag or branch');
    await expect(plan(createProject({ 'a.ts': '' }), { since: 'start' })).rejects.toThrow('is in no git repository');
  });
});

describe('a file that fails', () => {
  it('stops no other one', async () => {
    const folder = createProject({
      'a.ts': 'old_a();\n',
      'broken.ts': 'old_b(;\n',
      'crash.ts': 'crash_c();\n',
      'z.ts': 'old_z();\n',
    });
    writeFileSync(join(folder, 'latin.ts'), Buffer.from('old_l("caf\xe9");\n', 'latin1'));
    const result = await plan(folder);
    expect(Object.keys(listChanged(result))).toEqual(['a.ts', 'z.ts']);
    expect(result.failures.map(({ file, kind, line }) => [file, kind, line])).toEqual([
      ['broken.ts', 'parse', 1],
      ['crash.ts', 'crash', 1],
      ['latin.ts', 'read', 1],
    ]);
  });

  it('is not parsed when it holds nothing of interest', async () => {
    expect((await plan(createProject({ 'broken.ts': 'const = ;' }))).failures).toEqual([]);
  });
});

describe('the work shared among processes', () => {
  function createFiles(count: number): Record<string, string> {
    return Object.fromEntries(
      Array.from({ length: count }, (_, index) => [`${index}.ts`, index % 3 === 0 ? `old_${index}();\n` : 'fine();\n']),
    );
  }

  it('comes to the same in the same order', async () => {
    const folder = createProject(createFiles(60));
    const here = await plan(folder);
    const there = await plan(folder, { jobs: 2 });
    expect(there).toEqual(here);
    expect(here.files).toHaveLength(20);
  });

  it('tells how far it is, file by file', async () => {
    const done: number[] = [];
    await plan(createProject(createFiles(60)), { jobs: 1, onProgress: (count, total) => done.push(count, total) });
    expect(done.slice(-2)).toEqual([60, 60]);
  });

  it('loses one file to a worker that dies, and says so', async () => {
    const folder = createProject({ 'a.ts': 'old_a();', 'kill.ts': 'kill_b();', 'z.ts': 'old_z();' });
    const result = await plan(folder, { jobs: 1 });
    expect(Object.keys(listChanged(result))).toEqual(['a.ts', 'z.ts']);
    expect(result.failures).toMatchObject([
      {
        file: 'kill.ts',
        kind: 'crash',
        reason: 'The worker died while it worked on this file: it was ended by SIGKILL',
      },
    ]);
  });

  it('spares this process a file on which the parser overflows its stack', async () => {
    const chain = `export const text = ${Array.from({ length: 120_000 }, () => 'old_a').join('+\n')};`;
    const result = await plan(createProject({ 'chain.ts': chain, 'good.ts': 'old_a();' }));
    expect(result.failures).toMatchObject([{ file: 'chain.ts', kind: 'crash' }]);
    expect(Object.keys(listChanged(result))).toEqual(['good.ts']);
  });
});

describe('what cannot be planned', () => {
  it.each([
    ['a path that is not there', ['nope'], 'Cannot migrate `nope`: there is no such file or folder.'],
    ['a file that is no source', ['readme.md'], 'Cannot migrate `readme.md`: it is no JavaScript or TypeScript file.'],
    ['an empty folder', ['empty'], 'Found no JavaScript or TypeScript files to migrate in `empty`.'],
  ])('%s', async (_, paths, message) => {
    const folder = createProject({ 'readme.md': '', 'a.ts': '' });
    mkdirSync(join(folder, 'empty'));
    await expect(plan(folder, { paths })).rejects.toThrow(message);
  });
});

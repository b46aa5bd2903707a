import { chmodSync, mkdirSync, rmSync, symlinkSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { discoverFiles, type Discovery } from '../../codemods/engine/discover/discover-files.ts';
import { readSettings } from '../../codemods/engine/audit/read-settings.ts';
import { createProject, createRepository, git } from './support/temporary-project.ts';

const { testGlobs } = readSettings({});

function discover(cwd: string, paths: readonly string[] = ['.'], includeTests = false): Discovery {
  return discoverFiles(paths, { purpose: 'audit', cwd, includeTests, testGlobs });
}

function list(cwd: string, paths?: readonly string[], includeTests?: boolean): string[] {
  return discover(cwd, paths, includeTests).tasks.map(({ file }) => file);
}

const code = 'export {};\n';

describe('a folder outside of git', () => {
  it('gives each kind of source file, in the order of their paths', () => {
    const names = ['a.cjs', 'a.cts', 'a.js', 'a.jsx', 'a.mjs', 'a.mts', 'a.ts', 'a.tsx'];
    expect(list(createProject(Object.fromEntries(names.map((name) => [name, code]))))).toEqual(names);
  });

  it('leaves out what is no source', () => {
    const cwd = createProject({ 'a.ts': code, 'a.json': '{}', 'a.vue': '', 'a.ts.bak': '', ts: '', 'readme.md': '' });
    expect(list(cwd)).toEqual(['a.ts']);
  });

  it('leaves out what tools made or fetched', () => {
    const names = ['node_modules/p', 'dist', 'build', 'coverage', '.next/server', 'packages/a/dist'];
    const cwd = createProject({ 'a.ts': code, ...Object.fromEntries(names.map((name) => [`${name}/b.js`, code])) });
    expect(list(cwd)).toEqual(['a.ts']);
  });

  it('audits a file whose name is that of such a folder', () => {
    expect(list(createProject({ 'build.ts': code, 'dist.js': code }))).toEqual(['build.ts', 'dist.js']);
  });

  it('counts declarations, minified, vendored and very large files, and leaves them out', () => {
    const cwd = createProject({
      'a.d.ts': code,
      'b.d.mts': code,
      'jquery.min.js': code,
      'vendor/lib.js': code,
      'data.ts': `export const data = '${'x'.repeat(1_100_000)}';`,
    });
    expect(discover(cwd)).toEqual({ tasks: [], skipped: { declarations: 2, minified: 1, vendored: 1, large: 1 } });
  });

  it('honours .gitignore, nested ones and what they take back', () => {
    const cwd = createProject({
      '.gitignore': '# made by the build\n*.gen.ts\n/local\n',
      'a.ts': code,
      'a.gen.ts': code,
      'local/b.ts': code,
      'deep/local/c.ts': code,
      'deep/.gitignore': '!kept.gen.ts\nsecret.ts\n',
      'deep/kept.gen.ts': code,
      'deep/other.gen.ts': code,
      'deep/secret.ts': code,
      'deep/er/kept.gen.ts': code,
    });
    expect(list(cwd)).toEqual(['a.ts', 'deep/er/kept.gen.ts', 'deep/kept.gen.ts', 'deep/local/c.ts']);
  });

  it('takes nothing back from a folder that is ignored as a whole, as git does', () => {
    const cwd = createProject({ '.gitignore': 'out/\n!out/kept.ts\n', 'out/kept.ts': code, 'a.ts': code });
    expect(list(cwd)).toEqual(['a.ts']);
  });

  it('follows no links, which may lead in circles', () => {
    const cwd = createProject({ 'a/b.ts': code });
    symlinkSync('..', join(cwd, 'a/up'));
    symlinkSync('b.ts', join(cwd, 'a/c.ts'));
    expect(list(cwd)).toEqual(['a/b.ts']);
  });

  it('reads names with spaces, brackets and letters of all kinds', () => {
    const names = ['[id].ts', 'mit Umlaut ä.ts', 'über/$slug.ts'];
    expect(list(createProject(Object.fromEntries(names.map((name) => [name, code]))))).toEqual(names);
  });
});

describe('a folder in a git repository', () => {
  it('gives tracked and new files, without the ignored ones', () => {
    const cwd = createRepository({ '.gitignore': 'out\n', 'a.ts': code, 'new.ts': code, 'out/b.ts': code });
    git(cwd, 'add', 'a.ts');
    expect(list(cwd)).toEqual(['a.ts', 'new.ts']);
  });

  it('honours the .gitignore above the audited folder', () => {
    const cwd = createRepository({ '.gitignore': '*.gen.ts\n', 'src/a.ts': code, 'src/a.gen.ts': code, 'b.ts': code });
    expect(list(cwd, ['src'])).toEqual(['src/a.ts']);
  });

  it('takes what a nested .gitignore takes back', () => {
    const cwd = createRepository({ '.gitignore': '*.gen.ts\n', 'src/.gitignore': '!b.gen.ts\n', 'src/b.gen.ts': code });
    expect(list(cwd)).toEqual(['src/b.gen.ts']);
  });

  it('goes on without a tracked file that is deleted', () => {
    const cwd = createRepository({ 'a.ts': code, 'b.ts': code });
    git(cwd, 'add', '.');
    rmSync(join(cwd, 'b.ts'));
    expect(list(cwd)).toEqual(['a.ts']);
  });

  it('reads a folder that the repository ignores when it is named, a package in node_modules', () => {
    const cwd = createRepository({ '.gitignore': 'node_modules\n', 'node_modules/p/src/a.ts': code, 'b.ts': code });
    expect(list(cwd)).toEqual(['b.ts']);
    expect(list(cwd, ['node_modules/p/src'])).toEqual(['node_modules/p/src/a.ts']);
  });

  it('reads a repository inside of it', () => {
    const cwd = createRepository({
      'a.ts': code,
      'inner/b.ts': code,
      'inner/.gitignore': 'c.ts\n',
      'inner/c.ts': code,
    });
    git(join(cwd, 'inner'), 'init', '--quiet');
    expect(list(cwd)).toEqual(['a.ts', 'inner/b.ts']);
  });

  it('reads names that git would quote', () => {
    expect(list(createRepository({ 'ä "b".ts': code }))).toEqual(['ä "b".ts']);
  });
});

describe('tests', () => {
  const files = {
    'a.ts': code,
    'a.test.ts': code,
    'b.spec.js': code,
    '__tests__/c.ts': code,
    'test/d.ts': code,
    'tests/e.ts': code,
    'e2e/f.ts': code,
    'contest/g.ts': code,
    'latest.ts': code,
  };

  it('are left out and counted', () => {
    const cwd = createProject(files);
    expect(list(cwd)).toEqual(['a.ts', 'contest/g.ts', 'latest.ts']);
    expect(discover(cwd).skipped).toEqual({ tests: 6 });
  });

  it('are audited when asked for', () => {
    expect(list(createProject(files), ['.'], true)).toHaveLength(9);
  });

  it('are told by the path below the audited folder, wherever that folder is', () => {
    const cwd = createProject({ 'test/project/src/a.ts': code, 'test/project/test/b.ts': code });
    expect(list(cwd, [join(cwd, 'test/project')])).toEqual(['test/project/src/a.ts']);
    expect(list(join(cwd, 'test/project'))).toEqual(['src/a.ts']);
  });
});

describe('the paths of a command line', () => {
  it('may name files, which are audited whatever they look like', () => {
    const cwd = createRepository({ '.gitignore': 'dist\n', 'dist/a.min.js': code, 'a.test.ts': code, 'a.d.ts': code });
    const { tasks } = discover(cwd, ['dist/a.min.js', 'a.test.ts', 'a.d.ts']);
    expect(tasks.map(({ file }) => file)).toEqual(['a.d.ts', 'a.test.ts', 'dist/a.min.js']);
    expect(tasks.every(({ isExplicit }) => isExplicit)).toBe(true);
  });

  it('may name a link to a file', () => {
    const cwd = createProject({ 'a.ts': code });
    symlinkSync('a.ts', join(cwd, 'b.ts'));
    expect(list(cwd, ['b.ts'])).toEqual(['b.ts']);
  });

  it('may overlap: each file is audited once', () => {
    const cwd = createProject({ 'src/a.ts': code, 'src/b/c.ts': code });
    expect(list(cwd, ['src', 'src/b', 'src/a.ts', './src'])).toEqual(['src/a.ts', 'src/b/c.ts']);
  });

  it('are shown as they were given when they lie outside of the working directory', () => {
    const cwd = createProject({ 'in/a.ts': code, 'out/b.ts': code });
    expect(list(join(cwd, 'in'), ['../out'])).toEqual(['../out/b.ts']);
    expect(list(join(cwd, 'in'), [join(cwd, 'out')])).toEqual([join(cwd, 'out/b.ts')]);
  });

  it.each([
    ['missing', 'Cannot audit `missing`: there is no such file or folder.'],
    ['a.ts/b.ts', 'Cannot audit `a.ts/b.ts`: there is no such file or folder.'],
    ['readme.md', 'Cannot audit `readme.md`: it is no JavaScript or TypeScript file.'],
  ])('are refused with a reason: %s', (path, message) => {
    const cwd = createProject({ 'a.ts': code, 'readme.md': '' });
    expect(() => discover(cwd, [path])).toThrow(message);
  });

  it.skipIf(process.getuid?.() === 0)('leave out a folder that may not be read', () => {
    const cwd = createProject({ 'a.ts': code });
    mkdirSync(join(cwd, 'closed'));
    chmodSync(join(cwd, 'closed'), 0);
    expect(list(cwd)).toEqual(['a.ts']);
  });
});

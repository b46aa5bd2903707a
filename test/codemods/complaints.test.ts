import { readdirSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { getMode, read, setMode } from './support/journal-run.ts';
import { runOctollm, type Outcome } from './support/run-octollm.ts';
import { endlessCodemod, smallCodemods } from './support/small-codemods.ts';
import { createProject, createRepository, git } from './support/temporary-project.ts';

/*
 * What users of other codemods complain about, each with the number that the complaint has in our collection. Those about single
 * edits have their cases with the codemods that make them; here the whole command is tried.
 */

const load = "try { load() } catch (e: any) { throw new Error('Order could not be loaded from the database') }";

async function migrate(files: Readonly<Record<string, string>>, ...parameters: string[]) {
  const folder = createProject(files);
  const outcome = await runOctollm(folder, ['migrate', '.', '--write', '--unsafe', ...parameters]);
  return { ...outcome, folder, get: (name: string) => read(folder, name) };
}

/** The lines of a text that are not in another one. */
function findOther(text: string, other: string): string[] {
  const known = new Set(other.split('\n'));
  return text.split('\n').filter((line) => !known.has(line));
}

describe('what a changed file looks like', () => {
  it('B1: the licence at the head stays in front of an import that is added', async () => {
    const licence = '/*!\n * Copyright the authors.\n * SPDX-License-Identifier: MIT\n */\n';
    const { get } = await migrate({ 'a.ts': `${licence}${load}\n` });
    expect(get('a.ts').startsWith(`${licence}import {`)).toBe(true);
  });

  it('B2: every comment stays', async () => {
    const comments = [
      '// one',
      '/* two */',
      '/** three */',
      '// four',
      '// eslint-disable-next-line no-console',
      '// five',
    ];
    const [one, two, three, four, directive, five] = comments;
    const text = `${one}\ntry { ${two}\n  load(${three} 1); ${four}\n} catch (e: any) {\n  ${directive}\n  console.log(e.message);\n  throw new Error('Order could not be loaded from the database'); ${five}\n}\n`;
    const after = (await migrate({ 'a.ts': text })).get('a.ts');
    expect(after).not.toBe(text);
    for (const comment of comments) expect(after.split(comment)).toHaveLength(2);
  });

  it('B3, B4, B5, B6, B9, B10: nothing but the site changes its form', async () => {
    const rest = `'use strict'
const options = {
  first: 1,
  // eslint-disable-next-line no-undef
  second: (a && b) as number, third: "x",
}
const make = () => ({ ...options }) as Options<string, number>
export @sealed class Store<const T> { @inject() accessor value = <T>options
  overload(a: string): void
  overload(a: unknown): void {}
}
const check = new Map<string, Array<number>>()
function wrap() { return function () {} }
`;
    const { get } = await migrate({ 'a.ts': `${rest}${load}\n` });
    const after = get('a.ts');
    expect(findOther(`${rest}`, after)).toEqual([]);
    expect(after).not.toContain(';\n');
    expect(after.startsWith("'use strict'\n")).toBe(true);
  });

  it('B7: the line ends of Windows stay, all of them', async () => {
    const text = `const a = 1;\r\n${load}\r\nconst b = 2;\r\n`;
    const after = (await migrate({ 'a.ts': text })).get('a.ts');
    expect(after).not.toBe(text);
    expect(after.match(/(?<!\r)\n/g)).toBeNull();
  });

  it('B8: the shebang stays a line of its own, and the file stays executable', async () => {
    const folder = createProject({ 'cli.ts': `#!/usr/bin/env node\n// the tool\n${load}\n` });
    setMode(folder, 'cli.ts', 0o755);
    await runOctollm(folder, ['migrate', '.', '--write', '--unsafe']);
    expect(read(folder, 'cli.ts')).toMatch(/^#!\/usr\/bin\/env node\nimport .+\n[^]*\n\/\/ the tool\n/);
    expect(getMode(folder, 'cli.ts')).toBe(0o755);
  });

  it('B20: two sites share one import', async () => {
    const { get } = await migrate({ 'a.ts': `${load}\n${load}\n` });
    expect(get('a.ts').match(/from ['"]@octollm\/errors['"]/g)).toHaveLength(1);
  });

  it('B21: a name that is taken is imported under another one', async () => {
    const free = (await migrate({ 'a.ts': `${load}\n` })).get('a.ts');
    const [, name = ''] = /import \{ (\w+) \}/.exec(free) ?? [];
    const after = (await migrate({ 'a.ts': `class ${name} {}\n${load}\nexport { ${name} };\n` })).get('a.ts');
    const [, alias = ''] = new RegExp(`import \\{ ${name} as (\\w+) \\}`).exec(after) ?? [];
    expect(alias).not.toBe('');
    expect(after).toContain(`throw new ${alias}(`);
  });
});

describe('how the command ends', () => {
  const good = 'old_a();\n';

  function octollm(files: Readonly<Record<string, string>>, ...parameters: string[]): Promise<Outcome> {
    return runOctollm(createProject(files), ['migrate', ...parameters], {}, { registry: smallCodemods });
  }

  it.each([
    ['a file does not parse', { 'a.ts': good, 'b.ts': 'old_(;' }, ['.'], 2],
    ['a codemod breaks down', { 'a.ts': good, 'b.ts': 'crash_b();' }, ['.'], 2],
    ['a path is not there', { 'a.ts': good }, ['nope'], 3],
    ['there are no files', { 'readme.md': '' }, ['.'], 3],
    ['a codemod is not there', { 'a.ts': good }, ['.', '--only', 'nope'], 3],
    ['an option is not there', { 'a.ts': good }, ['.', '--dry'], 3],
    ['something would change and nothing may', { 'a.ts': good }, ['.', '--check'], 1],
  ])('B11: it is no success when %s, also with --quiet', async (_, files, parameters, code) => {
    const loud = await octollm(files, ...parameters);
    const quiet = await octollm(files, ...parameters, '--quiet');
    expect([loud.code, quiet.code]).toEqual([code, code]);
    if (code > 1) expect(quiet.stderr).not.toBe('');
  });

  it('B12: the report for programs is clean, and what failed is told beside it', async () => {
    const { code, stdout, stderr } = await octollm({ 'a.ts': good, 'b.ts': 'old_(;' }, '.', '--format', 'json');
    expect(code).toBe(2);
    expect(JSON.parse(stdout)).toMatchObject({ failures: [{ file: 'b.ts', kind: 'parse' }] });
    expect(stderr).toMatch(/^b\.ts:1:6 {2}.+\n$/);
  });

  it('B24: a codemod that finds no end is told as a failure', async () => {
    const folder = createProject({ 'a.ts': 'endless_a();\n' });
    const { code, stdout } = await runOctollm(folder, ['migrate', '.', '--write'], {}, { registry: [endlessCodemod] });
    expect(code).toBe(2);
    expect(stdout).toMatch(/a\.ts:1:1 {2}`endless` still find something to change in `.+` after \d passes\./);
    expect(read(folder, 'a.ts')).toBe('endless_a();\n');
  });
});

describe('which files are found', () => {
  it.each([
    ['a.ts', 'const a = old_a satisfies number;'],
    ['a.ts', 'using a = old_a(); await using b = old_b();'],
    ['a.ts', 'enum A { B = 1 } export @dec class C { accessor d = old_a; static { old_b(); } }'],
    ['a.ts', 'const f = <T,>(a: T) => <number>old_a; type R = `${string}-${number}`;'],
    ['a.ts', "import defer * as lazy from './lazy.js'; import data from './data.json' with { type: 'json' }; old_a();"],
    ['a.ts', 'export class B { constructor(@inject() private readonly a = old_a) {} }'],
    ['a.tsx', 'const f = <T,>(a: T) => <p {...a}>{old_a}</p>;'],
    ['a.mts', 'const a = old_a as number;'],
    ['a.cts', 'import a = require("a"); export = old_a;'],
    ['a.mjs', 'export default await old_a;'],
    ['a.cjs', 'return old_a;'],
    ['a.jsx', 'old_a(<></>);'],
  ])('B13: %s with syntax of today: %s', async (name, text) => {
    const folder = createProject({ [name]: `${text}\n` });
    const parameters = ['migrate', '.', '--write', '--unsafe'];
    expect((await runOctollm(folder, parameters, {}, { registry: smallCodemods })).code).toBe(0);
    expect(read(folder, name)).toBe(`${text.replaceAll('old_', 'new_')}\n`);
  });

  it('B14: never in node_modules, and as .gitignore says, also where it takes something back in', async () => {
    const files = {
      '.gitignore': 'out/*\n!out/kept.ts\n*.gen.ts\n',
      'a.ts': 'old_a();',
      'a.gen.ts': 'old_a();',
      'out/b.ts': 'old_b();',
      'out/kept.ts': 'old_c();',
      'sub/.gitignore': '!*.gen.ts\n',
      'sub/d.gen.ts': 'old_d();',
      'node_modules/e/index.js': 'old_e();',
      'sub/node_modules/f/index.js': 'old_f();',
    };
    for (const folder of [createProject(files), createRepository(files)]) {
      await runOctollm(folder, ['migrate', '.', '--write', '--allow-dirty'], {}, { registry: smallCodemods });
      const changed = Object.keys(files).filter((name) => read(folder, name).startsWith('new_'));
      expect(changed).toEqual(['a.ts', 'out/kept.ts', 'sub/d.gen.ts']);
    }
  });

  it('B15: what holds nothing of interest is not even parsed', async () => {
    const folder = createProject({ 'a.ts': 'old_a();', 'huge.ts': 'this is ; no = code\n'.repeat(900) });
    const outcome = await runOctollm(folder, ['migrate', '.', '--write'], {}, { registry: smallCodemods });
    expect(outcome.code).toBe(0);
  });
});

describe('what a second run does', () => {
  it('B19: nothing, with all codemods', async () => {
    const { folder, get } = await migrate({
      'a.ts': `${load}\nexport class LostError extends Error {}\nlater().catch((e: any) => { throw new Error('Payment was refused: ' + e.message) });\n`,
      'b.ts':
        'export async function read(path: string) { try { return await load(path) } catch (e: any) { console.error(e.message); throw new Error(`Cannot read ${path}`) } }\n',
    });
    const once = [get('a.ts'), get('b.ts')];
    const again = await runOctollm(folder, ['migrate', '.', '--write', '--unsafe']);
    expect(again.stdout).toContain('Nothing to change');
    expect([get('a.ts'), get('b.ts')]).toEqual(once);
  });
});

describe('what stands between a user and a loss', () => {
  const files = { 'a.ts': 'old_a();\n', 'b.ts': 'old_b(;\n', 'c.ts': 'old_c();\n' };

  it('B22: a file that fails leaves no half of the run behind, and undo takes back the other half', async () => {
    const folder = createProject(files);
    await runOctollm(folder, ['migrate', '.', '--write'], {}, { registry: smallCodemods });
    expect([read(folder, 'a.ts'), read(folder, 'b.ts'), read(folder, 'c.ts')]).toEqual([
      'new_a();\n',
      'old_b(;\n',
      'new_c();\n',
    ]);
    expect((await runOctollm(folder, ['undo'])).code).toBe(0);
    expect(Object.keys(files).map((name) => read(folder, name))).toEqual(Object.values(files));
  });

  it('B23: a preview writes nothing at all, and goes the same way', async () => {
    const folder = createProject(files);
    const before = statSync(join(folder, 'a.ts')).mtimeMs;
    const preview = await runOctollm(folder, ['migrate', '.', '--format', 'json'], {}, { registry: smallCodemods });
    expect(readdirSync(folder)).toEqual(Object.keys(files));
    expect(statSync(join(folder, 'a.ts')).mtimeMs).toBe(before);
    const parameters = ['migrate', '.', '--write', '--format', 'json'];
    const real = await runOctollm(folder, parameters, {}, { registry: smallCodemods });
    expect(preview.code).toBe(real.code);
    expect(listFiles(preview.stdout)).toEqual(listFiles(real.stdout));
  });

  it('B23: the guard sees untracked files, speaks before the work, and needs no git', async () => {
    const folder = createRepository({ 'a.ts': 'old_a();\n' });
    git(folder, 'add', '.');
    git(folder, 'commit', '--quiet', '-m', 'first');
    writeFileSync(join(folder, 'new.ts'), 'old_n(;\n');
    const guarded = await runOctollm(folder, ['migrate', '.', '--write'], {}, { registry: smallCodemods });
    expect(guarded).toMatchObject({ code: 3, stdout: '' });
    expect(guarded.stderr).toContain('`new.ts`');

    const path = process.env['PATH'];
    process.env['PATH'] = '/nowhere';
    try {
      const free = await runOctollm(folder, ['migrate', 'a.ts', '--write'], {}, { registry: smallCodemods });
      expect(free.code).toBe(0);
    } finally {
      process.env['PATH'] = path;
    }
    expect(read(folder, 'a.ts')).toBe('new_a();\n');
  });
});

/** Names and texts of the files of a report. */
function listFiles(report: string): unknown {
  const parsed: unknown = JSON.parse(report);
  return typeof parsed === 'object' && parsed !== null && 'files' in parsed ? parsed.files : undefined;
}

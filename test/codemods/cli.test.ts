import { spawn } from 'node:child_process';
import { chmodSync, existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { Writable } from 'node:stream';
import { describe, expect, it } from 'vitest';
import { createProgress } from '../../codemods/cli/progress.ts';
import { octollmCommand, runOctollm, spawnOctollm } from './support/run-octollm.ts';
import { createProject } from './support/temporary-project.ts';

const drop = 'try { load() } catch (error) {}\n';
const project = {
  'src/a.ts': drop,
  'src/b.ts': `${drop}export function find() { throw new Error('Order 7 was not found'); }\n`,
};

describe('a wrong call ends with 3 and one message', () => {
  it.each([
    [
      'a folder that is not there',
      ['audit', 'nope'],
      'octollm: Cannot audit `nope`: there is no such file or folder.\n',
    ],
    ['an empty folder', ['audit', 'empty'], 'octollm: Found no JavaScript or TypeScript files to audit in `empty`.\n'],
    [
      'a folder of tests only',
      ['audit', 'tests-only'],
      'octollm: Found no JavaScript or TypeScript files to audit in `tests-only` (1 left out as tests, use `--include-tests` to audit tests).\n',
    ],
    [
      'a file that is no source',
      ['audit', 'readme.md'],
      'octollm: Cannot audit `readme.md`: it is no JavaScript or TypeScript file.\n',
    ],
    ['no path', ['audit'], "octollm: Missing required argument 'paths'. Run `octollm audit --help` for the usage.\n"],
    [
      'an unknown option',
      ['audit', 'src', '--max-finding', '1'],
      'octollm: Unknown option `--max-finding` (Did you mean --max-findings?) Run `octollm audit --help` for the usage.\n',
    ],
    [
      'an option without its value',
      ['audit', 'src', '--baseline'],
      'octollm: Option `--baseline <file>` argument missing. Run `octollm audit --help` for the usage.\n',
    ],
    [
      'an unknown format',
      ['audit', 'src', '--format', 'xml'],
      "octollm: Option `-f, --format <name>` argument 'xml' is invalid. Allowed choices are text, json, sarif, markdown, github. Run `octollm audit --help` for the usage.\n",
    ],
    [
      'a count that is none',
      ['audit', 'src', '--max-findings', 'few'],
      "octollm: Option `--max-findings <number>` argument 'few' is invalid. It must be a whole number from 0 up. Run `octollm audit --help` for the usage.\n",
    ],
    [
      'no jobs at all',
      ['audit', 'src', '--jobs', '0'],
      "octollm: Option `-j, --jobs <number>` argument '0' is invalid. It must be a whole number from 1 up. Run `octollm audit --help` for the usage.\n",
    ],
    [
      'an unknown rule that is close to known ones',
      ['audit', 'src', '--rule', 'no-silnt-catch'],
      'octollm: Unknown rule `no-silnt-catch`: did you mean `no-silent-catch`, `no-log-only-catch` or `no-silent-fallback`?\n',
    ],
    [
      'a rule that the preset leaves off',
      ['audit', 'src', '--rule', 'no-generic-throw', '--preset', 'none'],
      "octollm: Option `-p, --preset <name>` argument 'none' is invalid. Allowed choices are recommended, strict, octollm, migration. Run `octollm audit --help` for the usage.\n",
    ],
    [
      'an unknown command',
      ['audits', 'src'],
      "octollm: Unknown command 'audits' (Did you mean audit?) Run `octollm --help` for the usage.\n",
    ],
    [
      'a baseline that is not there',
      ['audit', 'src', '--baseline', 'base.json'],
      'octollm: Cannot read the baseline `base.json`: there is no such file, write it with `--baseline base.json --write-baseline`.\n',
    ],
    [
      'a baseline to write without its name',
      ['audit', 'src', '--write-baseline'],
      'octollm: `--write-baseline` needs `--baseline FILE`, the file to write.\n',
    ],
    [
      'a report into a folder that is not there',
      ['audit', 'src', '--output', 'no/report.txt'],
      'octollm: Cannot write `no/report.txt`: its folder is not there or not open to writing.\n',
    ],
    ['a report over a folder', ['audit', 'src', '--output', 'src'], 'octollm: Cannot write `src`: it is a folder.\n'],
    [
      'settings that are not there',
      ['audit', 'src', '--settings', 'no.json'],
      'octollm: Cannot read the settings `no.json`: there is no such file.\n',
    ],
  ])('%s', async (_, parameters, message) => {
    const cwd = createProject({ ...project, 'readme.md': '', 'tests-only/a.test.ts': drop });
    mkdirSync(join(cwd, 'empty'));
    expect(await runOctollm(cwd, parameters)).toEqual({ code: 3, stdout: '', stderr: message });
  });

  it.each([
    ['no JSON', '{ a: 1 }', /^octollm: Cannot read the settings `s.json`: it is no JSON \(.+\)\.\n$/],
    ['a list', '[]', /^octollm: Cannot use the settings in `s.json`: the file must hold an object such as .+\.\n$/],
    [
      'an unknown setting',
      '{ "logers": [] }',
      /^octollm: Cannot use the settings in `s.json`: Unknown setting `settings.octollm.logers`: .+\.\n$/,
    ],
    [
      'a setting of the wrong kind',
      '{ "loggers": "log" }',
      /^octollm: Cannot use the settings in `s.json`: Invalid `settings.octollm.loggers`: .+\.\n$/,
    ],
    [
      'a catalogue that is not there',
      '{ "catalog": "c.json" }',
      /^octollm: Cannot read the catalogue `c.json`: there is no such file\.\n$/,
    ],
  ])('broken settings: %s', async (_, text, message) => {
    const cwd = createProject({ ...project, 's.json': text });
    const { code, stdout, stderr } = await runOctollm(cwd, ['audit', 'src', '--settings', 's.json']);
    expect({ code, stdout }).toEqual({ code: 3, stdout: '' });
    expect(stderr).toMatch(message);
  });

  it('a broken catalogue', async () => {
    const cwd = createProject({ ...project, 'c.json': '[{ "name": 1 }]' });
    const { code, stderr } = await runOctollm(cwd, ['audit', 'src', '--catalog', 'c.json']);
    expect(code).toBe(3);
    expect(stderr).toMatch(/^octollm: Cannot use the settings in `c.json`: [^\n]+\n$/);
  });

  it('shows the stack with DEBUG=octollm only', async () => {
    const cwd = createProject(project);
    const { stderr } = await runOctollm(cwd, ['audit', 'nope'], { DEBUG: 'octollm' });
    expect(stderr).toMatch(
      /^octollm: Cannot audit `nope`.*\nInvalidInputError: [^]+\n {4}at [^]+Caused by: Error: ENOENT/,
    );
  });
});

describe('a good call ends with 0', () => {
  it('with findings, as long as no gate is set', async () => {
    const { code, stdout, stderr } = await runOctollm(createProject(project), ['audit', 'src']);
    expect({ code, stderr }).toEqual({ code: 0, stderr: '' });
    expect(stdout).toContain('3 findings in 2 files, 3 lines.');
  });

  it.each([['--help'], ['audit', '--help'], ['help', 'audit']])('for help: %s %s', async (...parameters) => {
    const { code, stdout, stderr } = await runOctollm(createProject({}), parameters);
    expect({ code, stderr }).toEqual({ code: 0, stderr: '' });
    expect(stdout).toContain('Exit codes:');
  });

  it('for the version', async () => {
    const { code, stdout } = await runOctollm(createProject({}), ['--version']);
    expect(code).toBe(0);
    expect(stdout).toMatch(/^\d+\.\d+\.\d+\n$/);
  });

  it('needs a command, and shows which there are', async () => {
    const { code, stdout, stderr } = await runOctollm(createProject({}), []);
    expect({ code, stdout }).toEqual({ code: 3, stdout: '' });
    expect(stderr).toContain('audit [options] <paths...>');
  });
});

describe('a file that cannot be audited', () => {
  it('is listed, and the rest is audited', async () => {
    const cwd = createProject({ ...project, 'src/broken.ts': 'ok();\nexport const = 1;\n' });
    const { code, stdout, stderr } = await runOctollm(cwd, ['audit', 'src']);
    expect({ code, stderr }).toEqual({ code: 2, stderr: '' });
    expect(stdout).toContain('3 findings in 2 files, 3 lines.');
    expect(stdout).toContain('1 file could not be audited:\n  src/broken.ts:2:14  Unexpected token.\n');
  });

  it('is told on standard error when the report is for a program', async () => {
    const cwd = createProject({ ...project, 'src/broken.ts': 'let = ;' });
    const { code, stdout, stderr } = await runOctollm(cwd, ['audit', 'src', '--format', 'json']);
    expect(code).toBe(2);
    expect(JSON.parse(stdout)).toMatchObject({ failures: [{ file: 'src/broken.ts', kind: 'parse', line: 1 }] });
    expect(stderr).toMatch(/^1 file could not be audited:\n {2}src\/broken.ts:1:\d+ {2}[^\n]+\.\n$/);
  });

  it.skipIf(process.getuid?.() === 0)('may be one that may not be read', async () => {
    const cwd = createProject(project);
    chmodSync(join(cwd, 'src/a.ts'), 0);
    const { code, stdout } = await runOctollm(cwd, ['audit', 'src']);
    expect(code).toBe(2);
    expect(stdout).toContain('src/a.ts:1:1  EACCES');
  });

  it('does not hide that the gate is exceeded', async () => {
    const cwd = createProject({ ...project, 'src/broken.ts': 'let = ;' });
    expect((await runOctollm(cwd, ['audit', 'src', '--max-findings', '2'])).code).toBe(1);
    expect((await runOctollm(cwd, ['audit', 'src', '--max-findings', '3'])).code).toBe(2);
  });
});

describe('the options', () => {
  it('--rule runs one rule, with or without the name of the plugin', async () => {
    const cwd = createProject(project);
    const { stdout } = await runOctollm(cwd, [
      'audit',
      'src',
      '-r',
      'no-silent-catch',
      '--rule',
      'octollm/require-cause',
    ]);
    expect(stdout).toContain('2 findings');
    expect(stdout).not.toContain('no-generic-throw');
  });

  it('--preset narrows the rules as the preset does', async () => {
    const cwd = createProject({ 'a.ts': 'try { load() } catch (error) { /* the cache may be cold */ }\n' });
    expect((await runOctollm(cwd, ['audit', '.', '--preset', 'recommended'])).stdout).toMatch(/^0 findings/);
    expect((await runOctollm(cwd, ['audit', '.', '--preset', 'strict'])).stdout).toContain('no-silent-catch');
  });

  it('--settings tells the rules of the project', async () => {
    const files = {
      'a.ts': 'export async function read(id) { try { return await load(id) } catch (error) { notice.put(error) } }\n',
      's.json': '{ "loggers": ["notice.put"] }',
    };
    const parameters = ['audit', '.', '--rule', 'no-log-only-catch'];
    expect((await runOctollm(createProject(files), parameters)).stdout).toMatch(/^0 findings/);
    expect((await runOctollm(createProject(files), [...parameters, '--settings', 's.json'])).stdout).toContain(
      '1 finding ',
    );
  });

  it('--include-tests and --include-generated bring in what is left out', async () => {
    const cwd = createProject({ 'a.ts': drop, 'a.test.ts': drop, 'b.ts': `// @generated\n${drop}` });
    const few = await runOctollm(cwd, ['audit', '.']);
    expect(few.stdout).toContain('Left out: tests 1, generated 1 (`--include-tests`, `--include-generated`).');
    const all = await runOctollm(cwd, ['audit', '.', '--include-tests', '--include-generated']);
    expect(all.stdout).toContain('3 findings in 3 files');
    expect(all.stdout).not.toContain('Left out');
  });

  it('--output writes the report to a file and tells so', async () => {
    const cwd = createProject(project);
    const { code, stdout, stderr } = await runOctollm(cwd, ['audit', 'src', '-f', 'json', '-o', 'report.json']);
    expect({ code, stdout, stderr }).toEqual({
      code: 0,
      stdout: '',
      stderr: '3 findings: the report is in `report.json`.\n',
    });
    expect(JSON.parse(readFileSync(join(cwd, 'report.json'), 'utf8'))).toMatchObject({ schemaVersion: 1 });
  });

  it('--quiet is silent about what is well', async () => {
    const cwd = createProject(project);
    const silent = { code: 0, stdout: '', stderr: '' };
    expect(await runOctollm(cwd, ['audit', 'src', '--quiet'])).toEqual(silent);
    expect(await runOctollm(cwd, ['audit', 'src', '--quiet', '--max-findings', '3'])).toEqual(silent);
  });

  it('--quiet still tells what is wrong', async () => {
    const cwd = createProject(project);
    expect(await runOctollm(cwd, ['audit', 'src', '--quiet', '--max-findings', '2'])).toEqual({
      code: 1,
      stdout: '',
      stderr: 'Gate exceeded: 3 findings, 2 allowed.\n',
    });
  });

  it('colours are for terminals, and for who asks', async () => {
    const cwd = createProject(project);
    const escape = '\u001b[';
    expect((await runOctollm(cwd, ['audit', 'src'])).stdout).not.toContain(escape);
    expect((await runOctollm(cwd, ['audit', 'src'], { FORCE_COLOR: '1' })).stdout).toContain(escape);
    expect((await runOctollm(cwd, ['audit', 'src', '--no-color'], { FORCE_COLOR: '1' })).stdout).not.toContain(escape);
    expect((await runOctollm(cwd, ['audit', 'src'], { FORCE_COLOR: '1', NO_COLOR: '1' })).stdout).not.toContain(escape);
  });
});

describe('the command as a process', () => {
  it('gives its exit code to the shell', () => {
    const cwd = createProject(project);
    expect(spawnOctollm(cwd, ['audit', 'src', '--max-findings', '3']).code).toBe(0);
    expect(spawnOctollm(cwd, ['audit', 'src', '--max-findings', '2']).code).toBe(1);
    expect(spawnOctollm(cwd, ['audit', 'nope']).code).toBe(3);
  });

  it('writes a report of any length to a pipe as a whole', () => {
    const files = Object.fromEntries(Array.from({ length: 40 }, (_, index) => [`${index}.ts`, drop.repeat(50)]));
    const { stdout } = spawnOctollm(createProject(files), ['audit', '.', '--format', 'json']);
    const report: unknown = JSON.parse(stdout);
    expect(report).toMatchObject({ summary: { findings: 2_000 } });
  });

  it('takes a closed pipe for the end, not for a failure', async () => {
    const files = Object.fromEntries(Array.from({ length: 40 }, (_, index) => [`${index}.ts`, drop.repeat(50)]));
    const [node = '', ...parameters] = octollmCommand;
    const child = spawn(node, [...parameters, 'audit', '.', '--format', 'json'], { cwd: createProject(files) });
    let complaint = '';
    child.stderr.on('data', (chunk: Buffer) => (complaint += chunk.toString()));
    child.stdout.once('data', () => child.stdout.destroy());
    const code = await new Promise((resolve) => child.on('exit', resolve));
    expect({ code, complaint }).toEqual({ code: 0, complaint: '' });
  });

  it('gives the same whatever --jobs says', () => {
    const cwd = createProject(Object.fromEntries(Array.from({ length: 60 }, (_, index) => [`${index}.ts`, drop])));
    const one = spawnOctollm(cwd, ['audit', '.', '--format', 'json', '--jobs', '1']);
    expect(spawnOctollm(cwd, ['audit', '.', '--format', 'json', '--jobs', '3'])).toEqual(one);
    expect(JSON.parse(one.stdout)).toMatchObject({ summary: { findings: 60 } });
  });

  it('leaves no temporary files behind', () => {
    const cwd = createProject(project);
    writeFileSync(join(cwd, 'report.md'), 'old');
    expect(spawnOctollm(cwd, ['audit', 'src', '-f', 'markdown', '-o', 'report.md']).code).toBe(0);
    expect(readFileSync(join(cwd, 'report.md'), 'utf8')).toMatch(/^# octollm audit\n/);
    expect(existsSync(join(cwd, `report.md.${process.pid}.tmp`))).toBe(false);
  });
});

describe('the progress bar', () => {
  async function watch(isTTY: boolean, isWanted: boolean, waitMs: number): Promise<string> {
    let written = '';
    const stderr = Object.assign(
      new Writable({
        write(chunk: Buffer, _encoding, done): void {
          written += chunk.toString();
          done();
        },
      }),
      { isTTY },
    );
    const progress = await createProgress(
      { cwd: '.', environment: {}, stdout: stderr, stderr },
      isWanted,
      'audit',
      () => waitMs,
    );
    progress.update(1, 4);
    progress.update(2, 4);
    progress.stop();
    return written;
  }

  it('is shown on a terminal once the work takes long', async () => {
    expect(await watch(true, true, 600)).toContain('1 of 4 files');
  });

  it.each([
    ['for short work', true, true, 400],
    ['without a terminal', false, true, 600],
    ['when it is not wanted', true, false, 600],
  ])('is not shown %s', async (_, isTTY, isWanted, waitMs) => {
    expect(await watch(isTTY, isWanted, waitMs)).toBe('');
  });
});

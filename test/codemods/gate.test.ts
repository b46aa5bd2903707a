import { existsSync, readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { runOctollm, type Outcome } from './support/run-octollm.ts';
import { createProject, writeFiles } from './support/temporary-project.ts';

const drop = 'try { load() } catch (error) {}\n';

function audit(cwd: string, ...parameters: string[]): Promise<Outcome> {
  return runOctollm(cwd, ['audit', '--quiet', ...parameters]);
}

/** Writes the baseline of a project and gives its folder. */
async function createWithBaseline(files: Readonly<Record<string, string>>, ...paths: string[]): Promise<string> {
  const cwd = createProject(files);
  const { code } = await audit(
    cwd,
    ...(paths.length > 0 ? paths : ['.']),
    '--baseline',
    'base.json',
    '--write-baseline',
  );
  expect(code).toBe(0);
  return cwd;
}

function readCounts(cwd: string): unknown {
  return (JSON.parse(readFileSync(join(cwd, 'base.json'), 'utf8')) as { counts: unknown }).counts;
}

describe('--max-findings', () => {
  it.each([
    [0, 1, 'Gate exceeded: 2 findings, 0 allowed.\n'],
    [1, 1, 'Gate exceeded: 2 findings, 1 allowed.\n'],
    [2, 0, ''],
    [3, 0, ''],
  ])('%i with two findings', async (maximum, code, stderr) => {
    const cwd = createProject({ 'a.ts': drop + drop });
    expect(await audit(cwd, '.', '--max-findings', String(maximum))).toEqual({ code, stdout: '', stderr });
  });

  it('0 with none', async () => {
    expect((await audit(createProject({ 'a.ts': '' }), '.', '--max-findings', '0')).code).toBe(0);
  });
});

describe('--write-baseline', () => {
  it('writes counts by file and rule, in order', async () => {
    const cwd = await createWithBaseline({
      'src/b.ts': drop + drop,
      'src/a.ts': `${drop}export const fail = () => { throw new Error('Order not found'); };\n`,
      'clean.ts': 'export {};\n',
    });
    expect(readFileSync(join(cwd, 'base.json'), 'utf8')).toBe(
      [
        '{',
        '  "schemaVersion": 1,',
        '  "counts": {',
        '    "src/a.ts": {',
        '      "no-generic-throw": 1,',
        '      "no-silent-catch": 1',
        '    },',
        '    "src/b.ts": {',
        '      "no-silent-catch": 2',
        '    }',
        '  }',
        '}',
        '',
      ].join('\n'),
    );
  });

  it('tells what it wrote', async () => {
    const cwd = createProject({ 'a.ts': drop });
    const { code, stderr } = await runOctollm(cwd, ['audit', '.', '--baseline', 'base.json', '--write-baseline']);
    expect({ code, stderr }).toEqual({
      code: 0,
      stderr: 'Wrote the baseline `base.json` with 1 finding of this audit.\n',
    });
  });

  it('keeps what the audit has not looked at: other folders and other rules', async () => {
    const cwd = await createWithBaseline({ 'a/a.ts': `${drop}throw 'text';\n`, 'b/b.ts': drop });
    writeFiles(cwd, { 'a/a.ts': '', 'b/b.ts': '' });
    await audit(cwd, 'a', '--rule', 'no-silent-catch', '--baseline', 'base.json', '--write-baseline');
    expect(readCounts(cwd)).toEqual({ 'a/a.ts': { 'only-throw-errors': 1 }, 'b/b.ts': { 'no-silent-catch': 1 } });
  });

  it('keeps what a file had that does not parse now', async () => {
    const cwd = await createWithBaseline({ 'a.ts': drop });
    writeFiles(cwd, { 'a.ts': 'let = ;' });
    expect((await audit(cwd, '.', '--baseline', 'base.json', '--write-baseline')).code).toBe(2);
    expect(readCounts(cwd)).toEqual({ 'a.ts': { 'no-silent-catch': 1 } });
  });

  it('writes nothing when the audit cannot start', async () => {
    const cwd = createProject({ 'a.ts': drop });
    expect((await audit(cwd, 'nope', '--baseline', 'base.json', '--write-baseline')).code).toBe(3);
    expect(existsSync(join(cwd, 'base.json'))).toBe(false);
  });
});

describe('--baseline', () => {
  it('lets pass what it holds', async () => {
    const cwd = await createWithBaseline({ 'a.ts': drop });
    expect(await audit(cwd, '.', '--baseline', 'base.json')).toEqual({ code: 0, stdout: '', stderr: '' });
  });

  it('does not mind that lines move', async () => {
    const cwd = await createWithBaseline({ 'a.ts': drop });
    writeFiles(cwd, { 'a.ts': `// first\n\n${drop}` });
    expect((await audit(cwd, '.', '--baseline', 'base.json')).code).toBe(0);
  });

  it('fails on a new finding in a known file, and says where', async () => {
    const cwd = await createWithBaseline({ 'a.ts': drop });
    writeFiles(cwd, { 'a.ts': drop + drop });
    expect(await audit(cwd, '.', '--baseline', 'base.json')).toEqual({
      code: 1,
      stdout: '',
      stderr: 'Gate exceeded: 1 new finding beside the baseline `base.json`.\n  a.ts: no-silent-catch 1 → 2\n',
    });
  });

  it('fails on a new finding in a new file', async () => {
    const cwd = await createWithBaseline({ 'a.ts': drop });
    writeFiles(cwd, { 'b.ts': drop });
    expect((await audit(cwd, '.', '--baseline', 'base.json')).stderr).toContain('  b.ts: no-silent-catch 0 → 1\n');
  });

  it('fails on a new finding even if another one is gone', async () => {
    const cwd = await createWithBaseline({ 'a.ts': drop, 'b.ts': '' });
    writeFiles(cwd, { 'a.ts': '', 'b.ts': drop });
    expect((await audit(cwd, '.', '--baseline', 'base.json')).code).toBe(1);
  });

  it('lists only the findings of what has grown', async () => {
    const cwd = await createWithBaseline({ 'a.ts': drop, 'b.ts': drop });
    writeFiles(cwd, { 'b.ts': drop + drop });
    const { stdout } = await runOctollm(cwd, ['audit', '.', '--baseline', 'base.json', '--format', 'github']);
    expect(stdout.match(/file=\w\.ts/g)).toEqual(['file=b.ts', 'file=b.ts']);
  });

  it('asks to be made smaller when findings are gone', async () => {
    const cwd = await createWithBaseline({ 'a.ts': drop + drop, 'b.ts': drop });
    writeFiles(cwd, { 'a.ts': '' });
    rmSync(join(cwd, 'b.ts'));
    const { code, stdout } = await runOctollm(cwd, ['audit', '.', '--baseline', 'base.json']);
    expect(code).toBe(0);
    expect(stdout).toContain(
      '3 findings of the baseline are gone: run the audit with `--write-baseline` to keep it that way.\n',
    );
  });

  it('leaves some room with --max-findings', async () => {
    const cwd = await createWithBaseline({ 'a.ts': drop });
    writeFiles(cwd, { 'b.ts': drop });
    expect((await audit(cwd, '.', '--baseline', 'base.json', '--max-findings', '1')).code).toBe(0);
    writeFiles(cwd, { 'c.ts': drop });
    expect((await audit(cwd, '.', '--baseline', 'base.json', '--max-findings', '1')).code).toBe(1);
  });

  it('holds from any working directory, for it counts paths from its own folder', async () => {
    const cwd = await createWithBaseline({ 'a/a.ts': drop });
    expect((await audit(join(cwd, 'a'), '.', '--baseline', '../base.json')).code).toBe(0);
  });

  it('says nothing of folders that are not audited this time', async () => {
    const cwd = await createWithBaseline({ 'a/a.ts': drop, 'b/b.ts': drop });
    const { stdout } = await runOctollm(cwd, ['audit', 'a', '--baseline', 'base.json']);
    expect(stdout).toContain('Within the baseline: 0 new findings.\n');
    expect(stdout).not.toContain('gone');
  });

  it.each([
    ['no JSON', 'counts', /it is no JSON/],
    ['another version', '{ "schemaVersion": 2, "counts": {} }', /must hold `schemaVersion` 1/],
    ['something else', '[]', /must hold `schemaVersion` 1/],
    ['counts that are none', '{ "schemaVersion": 1, "counts": { "a.ts": { "x": "many" } } }', /must hold/],
  ])('is refused when it holds %s', async (_, text, message) => {
    const cwd = createProject({ 'a.ts': drop, 'base.json': text });
    const { code, stderr } = await audit(cwd, '.', '--baseline', 'base.json');
    expect(code).toBe(3);
    expect(stderr).toMatch(/^octollm: Cannot read the baseline `base.json`: [^\n]+\.\n$/);
    expect(stderr).toMatch(message);
  });
});

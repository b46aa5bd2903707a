import { resolve } from 'node:path';
import { describe, expect, it } from 'vitest';
import { read } from '../support/journal-run.ts';
import { runOctollm, type Outcome } from '../support/run-octollm.ts';
import { smallCodemods } from '../support/small-codemods.ts';
import { createProject } from '../support/temporary-project.ts';

function octollm(cwd: string, ...parameters: string[]): Promise<Outcome> {
  return runOctollm(cwd, ['migrate', '.', ...parameters], {}, { registry: smallCodemods });
}

function createConfigured(config: object, files: Readonly<Record<string, string>>): string {
  return createProject({ 'octollm.config.ts': `export default ${JSON.stringify(config)};`, ...files });
}

describe('octollm migrate with a configuration', () => {
  it('leaves files alone that it excludes, and counts them', async () => {
    const folder = createConfigured({ exclude: ['legacy/'] }, { 'a.ts': 'old_a();\n', 'legacy/b.ts': 'old_b();\n' });
    const { stdout } = await octollm(folder, '--format', 'json');
    expect(JSON.parse(stdout)).toMatchObject({ summary: { changes: 1, skipped: { excluded: 1 } } });
  });

  it('holds back what is not sure enough', async () => {
    const folder = createConfigured({ minimumConfidence: 0.5 }, { 'a.ts': 'old_a(old_vague);\n' });
    expect((await octollm(folder)).stdout).toContain('+new_a(old_vague);');
  });

  it('formats what was formatted before', async () => {
    const formatter = `"${process.execPath}" "${resolve('node_modules/prettier/bin/prettier.cjs')}" --stdin-filepath {file}`;
    const fits = 'call(worse_a, b1);\n';
    const files = { 'a.ts': fits, 'b.ts': ` ${fits}`, '.prettierrc': '{ "printWidth": 18 }' };
    const folder = createConfigured({ formatter }, files);
    await octollm(folder, '--write');
    expect(read(folder, 'a.ts')).toBe('call(\n  better_a,\n  b1,\n);\n');
    expect(read(folder, 'b.ts')).toBe(' call(better_a, b1);\n');
  });

  it('checks types with its command', async () => {
    const folder = createConfigured({ verify: 'echo fine' }, { 'a.ts': 'old_a();\n' });
    const { code, stdout } = await octollm(folder, '--write', '--verify');
    expect({ code, text: read(folder, 'a.ts') }).toEqual({ code: 0, text: 'new_a();\n' });
    expect(stdout).toContain('Type check `echo fine`: 0 errors before, 0 errors after.');
  });

  it('does without the codemods that it switches off, but for one that the command line names', async () => {
    const folder = createConfigured({ codemods: { 'throw-to-hierarchy': false } }, { 'a.ts': 'export {};\n' });
    const all = await runOctollm(folder, ['migrate', '.', '--format', 'json']);
    expect(all.stdout).not.toContain('"throw-to-hierarchy"');
    const one = await runOctollm(folder, ['migrate', '.', '--format', 'json', '--only', 'throw-to-hierarchy']);
    expect(one.stdout).toContain('"throw-to-hierarchy"');
  });

  it('may be another file', async () => {
    const folder = createProject({ 'etc/c.json': '{ "exclude": ["../a.ts"], "minimumConfidence": 2 }', 'a.ts': '' });
    expect(await octollm(folder, '--config', 'etc/c.json')).toEqual({
      code: 3,
      stdout: '',
      stderr:
        'octollm: Cannot use the configuration `etc/c.json`: `minimumConfidence` is 2, and must be a number from 0 to 1.\n',
    });
  });
});

import { spawnSync } from 'node:child_process';
import { chmodSync, existsSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { auditExitCodes, describeAuditCommand } from '../../codemods/cli/audit-options.ts';
import { handlerFates, losingFates } from '../../codemods/engine/audit/handler-counts.ts';
import { octollmCommand, runOctollm } from './support/run-octollm.ts';
import { getShape, readBlock, readPage, readTable } from './support/read-page.ts';
import { report } from './support/report.ts';
import { createProject, writeFiles } from './support/temporary-project.ts';

const auditPage = readPage('audit.md');
const ciPage = readPage('ci.md');

describe('the page on the audit', () => {
  it('lists the options that there are', () => {
    const documented = readTable(auditPage, 'Options').map(([cell = '']) => /`(--[\w-]+)`$/.exec(cell)?.[1]);
    expect(documented.toSorted()).toEqual(
      describeAuditCommand()
        .options.map(({ long }) => long)
        .toSorted(),
    );
  });

  it('lists the exit codes that there are', () => {
    const documented = readTable(auditPage, 'Exit codes').map(([cell]) => Number(cell));
    expect(documented).toEqual(Object.keys(auditExitCodes).map(Number));
  });

  it('lists the fates of a handler that there are', () => {
    const documented = readTable(auditPage, 'Handlers that lose their error');
    expect(documented.map(([name]) => name)).toEqual(handlerFates.map((fate) => `\`${fate}\``));
    const lost = documented.filter(([, , isLost]) => isLost === 'yes').map(([name]) => name);
    expect(lost).toEqual(losingFates.map((fate) => `\`${fate}\``));
  });

  it('shows the JSON report in its real shape', async () => {
    const real = await report('--format', 'json', '--rule', 'no-silent-fallback', '--max-findings', '5');
    const counts = new Set(['byRule', 'byOutcome', 'byHandlerKind', 'byKind']);
    expect(getShape(JSON.parse(readBlock(auditPage, 'json')), counts)).toEqual(getShape(JSON.parse(real), counts));
  });
});

describe('the page on CI', () => {
  const drop = 'try { load() } catch (error) {}\n';

  /** A project in which `npx octollm` is the command of these sources. */
  function createInstalled(files: Readonly<Record<string, string>>): string {
    const command = octollmCommand.map((part) => `'${part}'`).join(' ');
    const bin = 'node_modules/.bin/octollm';
    const cwd = createProject({ ...files, 'package.json': '{}', [bin]: `#!/bin/sh\nexec ${command} "$@"\n` });
    chmodSync(join(cwd, bin), 0o755);
    return cwd;
  }

  function runShell(script: string, cwd: string): { code: number | null; stderr: string } {
    const { status, stderr } = spawnSync('sh', ['-c', script], { cwd, encoding: 'utf8' });
    return { code: status, stderr };
  }

  it('has a gate for shells that lets the old pass and refuses the new', async () => {
    const gate = readBlock(ciPage, 'sh gate');
    const cwd = createInstalled({ 'src/a.ts': drop });
    expect(runShell(gate, cwd)).toMatchObject({ code: 3, stderr: expect.stringContaining('The audit could not run.') });
    await runOctollm(cwd, ['audit', '.', '--baseline', 'octollm-baseline.json', '--write-baseline']);
    expect(runShell(gate, cwd).code).toBe(0);
    writeFiles(cwd, { 'src/b.ts': drop });
    expect(runShell(gate, cwd)).toMatchObject({ code: 1, stderr: expect.stringContaining('New findings') });
    writeFiles(cwd, { 'src/b.ts': 'let = ;' });
    expect(runShell(gate, cwd)).toMatchObject({ code: 2, stderr: expect.stringContaining('could not be audited') });
  });

  it('has commands that run', async () => {
    const commands = [...ciPage.matchAll(/npx octollm (audit [^|\n]+?)(?= \|\||\n)/g)].map(
      ([, command = '']) => command,
    );
    expect(commands).toHaveLength(4);
    const cwd = createProject({ 'src/a.ts': drop });
    for (const command of commands)
      expect(await runOctollm(cwd, command.split(' ')), command).toMatchObject({ code: 0 });
    expect(existsSync(join(cwd, 'octollm.sarif'))).toBe(true);
  });
});

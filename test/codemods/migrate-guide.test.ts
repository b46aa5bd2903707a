import { describe, expect, it } from 'vitest';
import { describeMigrateCommand, migrateExitCodes } from '../../codemods/cli/migrate-options.ts';
import { readConfig } from '../../codemods/cli/read-config.ts';
import {
  formatMigration,
  getMigrationFormat,
  migrationFormats,
} from '../../codemods/engine/reports/migration/formats.ts';
import { createChange, createFile, createLeftAlone, createMigration } from './support/migration.ts';
import { getShape, readBlock, readPage, readTable } from './support/read-page.ts';
import { runOctollm } from './support/run-octollm.ts';
import { createProject } from './support/temporary-project.ts';

const page = readPage('migrate.md');

describe('the page on the migration', () => {
  it('lists the options that there are', () => {
    const documented = readTable(page, 'Options').map(([cell = '']) => /`(--[\w-]+)`$/.exec(cell)?.[1]);
    const options = describeMigrateCommand().options.map(({ long }) => long);
    expect(documented.toSorted()).toEqual(options.toSorted());
  });

  it('lists the exit codes that there are', () => {
    const documented = readTable(page, 'Exit codes').map(([cell]) => Number(cell));
    expect(documented).toEqual(Object.keys(migrateExitCodes).map(Number));
  });

  it('lists the endings of reports, one for each form', () => {
    const endings = readTable(page, 'Reports').flatMap(([cell = '']) => cell.match(/\.\w+/g) ?? []);
    const forms = new Set(endings.map((ending) => getMigrationFormat(`report${ending}`)));
    expect([...forms].sort()).toEqual([...migrationFormats].sort());
  });

  it('shows the diff that the command makes', async () => {
    const diff = readBlock(page, 'diff');
    const before = diff
      .split('\n')
      .filter((line) => /^[ -](?!--)/.test(line))
      .map((line) => line.slice(1));
    const head = "import { readFile } from 'node:fs/promises';\n\n";
    const files = { 'src/load.ts': `${head}${before.join('\n')}\n`, 'tsconfig.json': '{}' };
    const { stdout } = await runOctollm(createProject(files), ['migrate', 'src']);
    expect(stdout).toContain(`${diff}\n`);
  });

  it('shows the JSON report in its real shape', async () => {
    const result = createMigration({
      files: [createFile('src/load.ts', { applied: [createChange()], leftAlone: [createLeftAlone()] })],
      failures: [{ file: 'src/broken.ts', line: 1, column: 5, kind: 'parse', reason: 'Unexpected token' }],
      notices: ['`@octollm/errors` must be installed.'],
      skipped: { tests: 1 },
    });
    const view = { format: 'json', version: '0.1.0', hasColors: false, hasDiff: false, cwd: '/' } as const;
    const real = await formatMigration(result, view);
    expect(getShape(JSON.parse(readBlock(page, 'json')), new Set())).toEqual(getShape(JSON.parse(real), new Set()));
  });

  it('shows a configuration that is right and uses every key', async () => {
    const sample = readBlock(page, 'ts config');
    const folder = createProject({ 'octollm.config.ts': sample });
    expect(await readConfig(folder)).toMatchObject({ minimumConfidence: 0.8, verify: 'npx vue-tsc --noEmit' });
    for (const [cell = ''] of readTable(page, 'Configuration'))
      expect(sample).toContain(`${cell.replaceAll('`', '')}:`);
  });

  it('explains every key of the configuration', async () => {
    const keys = readTable(page, 'Configuration').map(([cell = '']) => cell.replaceAll('`', ''));
    const folder = createProject({ 'octollm.config.json': '{ "zzz": 1 }' });
    const problem = await readConfig(folder).then(String, String);
    expect(/the known ones are (.*)\.$/.exec(problem)?.[1]?.split(', ').sort()).toEqual(keys.sort());
  });

  it('has commands that run', async () => {
    const load = 'try { load() } catch (error) { throw new Error("no") }\n';
    const folder = createProject({ 'src/load.js': load });
    const commands = [...page.matchAll(/^npx octollm (.+)$/gm)].map(([, command = '']) => command.split(' '));
    expect(commands).toHaveLength(4);
    for (const command of commands.filter((parts) => !parts.includes('--interactive'))) {
      const { code, stderr } = await runOctollm(folder, command);
      expect({ code, stderr }, command.join(' ')).toEqual({ code: 0, stderr: '' });
    }
  });
});

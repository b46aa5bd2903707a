import { chmodSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { describe, expect, it } from 'vitest';
import { formatChanged } from '../../../codemods/engine/format/format-changed.ts';
import type { MigratedFile, MigrationResult } from '../../../codemods/engine/migrate/migration-result.ts';
import { createFile, createMigration } from '../support/migration.ts';
import { createProject } from '../support/temporary-project.ts';

const prettier = `"${process.execPath}" "${resolve('node_modules/prettier/bin/prettier.cjs')}" --stdin-filepath {file}`;

function format(
  files: readonly Partial<MigratedFile>[],
  command: string = prettier,
  folder: string = createProject({}),
): Promise<MigrationResult> {
  const named = files.map((parts, index) => {
    const file = parts.file ?? `${index}.ts`;
    return createFile(file, { path: join(folder, file), ...parts });
  });
  return formatChanged(createMigration({ files: named }), command, folder);
}

async function getTexts(result: Promise<MigrationResult>): Promise<string[]> {
  return (await result).files.map(({ after }) => after);
}

describe('the formatter of the project', () => {
  it('formats a changed file that was formatted before', async () => {
    expect(await getTexts(format([{ before: 'a();\n', after: 'b( )\n' }]))).toEqual(['b();\n']);
  });

  it('leaves a file that was not formatted before', async () => {
    expect(await getTexts(format([{ before: 'a( );\n', after: 'b( )\n' }]))).toEqual(['b( )\n']);
  });

  it('leaves a file that did not change', async () => {
    expect(await getTexts(format([{ before: 'a( );\n', after: 'a( );\n' }]))).toEqual(['a( );\n']);
  });

  it('formats a file that the migration makes', async () => {
    expect(await getTexts(format([{ before: null, after: 'export { }\n' }]))).toEqual(['export {};\n']);
  });

  it('goes by the name and the folder of the file', async () => {
    const folder = createProject({ '.prettierrc': '{ "singleQuote": true, "tabWidth": 4 }' });
    const file = { file: `src/it's my.tsx`, before: null, after: 'const a = () => { return <b c="d" /> }\n' };
    expect(await getTexts(format([file], prettier, folder))).toEqual([
      'const a = () => {\n    return <b c="d" />;\n};\n',
    ]);
  });

  it('is found among what the project has installed', async () => {
    const folder = createProject({ 'node_modules/.bin/shout': '#!/bin/sh\ntr a-z A-Z\n', 'src/a.ts': '' });
    chmodSync(join(folder, 'node_modules/.bin/shout'), 0o755);
    const result = format([{ before: 'A', after: 'Ab' }], 'shout {file}', join(folder, 'src'));
    expect(await getTexts(result)).toEqual(['AB']);
  });
});

describe('a formatter that fails', () => {
  it('leaves the text, and the user is told once', async () => {
    const files = [
      { before: 'a();\n', after: 'b( );\n' },
      { before: 'a(\n', after: 'b( );\n' },
      { before: 'a(\n', after: 'c( );\n' },
    ];
    const { files: left, notices } = await format(files);
    expect(left.map(({ after }) => after)).toEqual(['b();\n', 'b( );\n', 'c( );\n']);
    expect(notices).toEqual([
      expect.stringMatching(
        /^The formatter `.+` failed on 2 of the changed files, which are written as they are; on `1\.ts` it said: .*SyntaxError: .+\.$/,
      ),
    ]);
  });

  it('may be one that is not there', async () => {
    const { files, notices } = await format([{ before: 'a', after: 'b' }], 'no-such-formatter {file}');
    expect(files[0]?.after).toBe('b');
    expect(notices[0]).toContain('no-such-formatter');
  });

  it('may be one that reads nothing', async () => {
    const before = 'a();\n'.repeat(100_000);
    expect((await format([{ before, after: 'b' }], 'exit 3 # {file}')).notices[0]).toContain('exit code 3');
  });
});

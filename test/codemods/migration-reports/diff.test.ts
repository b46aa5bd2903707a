import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import pc from 'picocolors';
import { describe, expect, it } from 'vitest';
import { formatDiff, paintDiff } from '../../../codemods/engine/reports/migration/diff.ts';
import { createFile, createMigration } from '../support/migration.ts';
import { createProject, createRepository, git } from '../support/temporary-project.ts';

const files = [createFile('src/a.ts', { before: 'a();\nb();\n', after: 'a();\nc();\n' })];

describe('the diff', () => {
  it('has the names as git writes them, and no dates', () => {
    expect(formatDiff(createMigration({ files }))).toBe(
      '--- a/src/a.ts\n+++ b/src/a.ts\n@@ -1,2 +1,2 @@\n a();\n-b();\n+c();\n',
    );
  });

  it('is nothing for files that stay as they are', () => {
    expect(formatDiff(createMigration({ files: [createFile('src/a.ts')] }))).toBe('');
  });

  it('is coloured line by line', () => {
    const colors = pc.createColors(true);
    expect(paintDiff(formatDiff(createMigration({ files })), colors).split('\n')).toEqual([
      colors.bold('--- a/src/a.ts'),
      colors.bold('+++ b/src/a.ts'),
      colors.cyan('@@ -1,2 +1,2 @@'),
      ' a();',
      colors.red('-b();'),
      colors.green('+c();'),
      '',
    ]);
  });
});

const lines = Array.from({ length: 40 }, (_, index) => `line(${index});`);

describe('git apply makes of the old texts the new ones', () => {
  it.each([
    ['one line of many', 'a.ts', lines.join('\n'), lines.join('\n').replace('line(20)', 'changed()')],
    ['lines far from each other', 'a.ts', lines.join('\n'), lines.join('\n').replace(/line\((?:3|30)\)/g, 'changed()')],
    ['the first and the last line', 'a.ts', 'a();\nb();\n', 'first();\na();\nb();\nlast();\n'],
    ['an end without a line end', 'a.ts', 'a();\nb();', 'a();\nc();'],
    ['a line end that comes', 'a.ts', 'a();', 'a();\n'],
    ['a line end that goes', 'a.ts', 'a();\n', 'a();'],
    ['line ends of Windows', 'a.ts', 'a();\r\nb();\r\n', 'a();\r\nc();\r\n'],
    ['line ends of Windows, and none at the end', 'a.ts', 'a();\r\nb();', 'a();\r\nc();'],
    ['line ends of old Macs', 'a.ts', 'a();\rb();\rc();\n', 'a();\rd();\rc();\n'],
    ['line ends of each kind', 'a.ts', 'a();\r\nb();\nc();\r', 'a();\r\nd();\nc();\r'],
    ['a byte order mark', 'a.ts', '\ufeffa();\n', '\ufeffb();\n'],
    ['separators of Unicode', 'a.ts', 'a();\u2028b();\n', 'a();\u2028c();\n'],
    ['an empty text', 'a.ts', '', 'a();\n'],
    ['lines that look like a diff', 'a.ts', '-- a\n++ b\n@@ -1 @@\n', '-- b\n++ b\n@@ -1 @@\n'],
    ['a new file', 'src/made/policies.ts', null, 'export {};\n'],
    ['a name with a space', 'src/my file.ts', 'a();\n', 'b();\n'],
    ['a name with a quote and a letter beyond ASCII', 'src/it"s ü.ts', 'a();\n', 'b();\n'],
  ])('%s', (_, file, before, after) => {
    const folder = createRepository(before === null ? {} : { [file]: before });
    apply(folder, [{ file, before, after }]);
    expect(readFileSync(join(folder, file), 'utf8')).toBe(after);
  });

  it('several files at once', () => {
    const texts = ['a', 'b', 'c'].map((name) => ({ file: `${name}.ts`, before: `${name}();`, after: `${name}(1);` }));
    const folder = createRepository(Object.fromEntries(texts.map(({ file, before }) => [file, before])));
    apply(folder, texts);
    for (const { file, after } of texts) expect(readFileSync(join(folder, file), 'utf8')).toBe(after);
  });

  it('in a folder below the root of the working tree', () => {
    const folder = createRepository({ 'packages/core/src/a.ts': 'a();\n' });
    apply(join(folder, 'packages/core'), [{ file: 'src/a.ts', before: 'a();\n', after: 'b();\n' }]);
    expect(readFileSync(join(folder, 'packages/core/src/a.ts'), 'utf8')).toBe('b();\n');
  });

  it('without a repository', () => {
    const folder = createProject({ 'src/a.ts': 'a();\n' });
    apply(folder, [{ file: 'src/a.ts', before: 'a();\n', after: 'b();\n' }]);
    expect(readFileSync(join(folder, 'src/a.ts'), 'utf8')).toBe('b();\n');
  });

  it('refuses it where the file is another one by now', () => {
    const folder = createRepository({ 'a.ts': 'b();\n' });
    expect(() => apply(folder, [{ file: 'a.ts', before: 'a();\n', after: 'c();\n' }])).toThrow('patch does not apply');
  });
});

interface Texts {
  readonly file: string;
  readonly before: string | null;
  readonly after: string;
}

function apply(folder: string, texts: readonly Texts[]): void {
  const changed = texts.map(({ file, before, after }) => createFile(file, { before, after }));
  writeFileSync(join(folder, 'changes.diff'), formatDiff(createMigration({ files: changed })));
  git(folder, 'apply', '--whitespace=nowarn', 'changes.diff');
}

import { describe, expect, it } from 'vitest';
import type { MigrationResult } from '../../../codemods/engine/migrate/migration-result.ts';
import { formatMigration } from '../../../codemods/engine/reports/migration/formats.ts';
import { createChange, createFile, createLeftAlone, createMigration } from '../support/migration.ts';

function format(
  result: MigrationResult,
  view: { readonly hasDiff?: boolean; readonly hasColors?: boolean } = {},
): Promise<string> {
  return formatMigration(result, {
    format: 'text',
    version: '1.0.0',
    hasColors: false,
    hasDiff: false,
    cwd: '/',
    ...view,
  });
}

const changed = createFile('src/a.ts', {
  before: 'a();\n',
  after: 'b();\n',
  applied: [createChange(), createChange({ codemod: 'catch-any-to-unknown' })],
  leftAlone: [createLeftAlone(), createLeftAlone({ cause: 'unsafe', place: { line: 30, column: 1 } })],
});

describe('the text', () => {
  it('is short when there is nothing to do', async () => {
    expect(await format(createMigration({ codemods: [] }))).toBe('Nothing to change (10 files looked at).\n');
  });

  it('of a preview lists what is left, sums up, and says how to go on', async () => {
    expect(await format(createMigration({ files: [changed] }))).toMatchInlineSnapshot(`
      "Left for a person:
        src/a.ts:9:3  \`ParseError\` has no parameter for a cause: give it one.  add-cause

      codemod               changes  files  held back  left alone
      add-cause                   1      1          1           1
      catch-any-to-unknown        1      1          0           0

      Would make 2 changes in 1 file (10 looked at).
      1 more change may alter behaviour or types and is held back: \`--unsafe\` makes it as well.
      1 site left for a person.

      Nothing was written: repeat it with \`--write\` to make these changes.
      "
    `);
  });

  it('shows the diff before, when it is asked to', async () => {
    expect(await format(createMigration({ files: [changed] }), { hasDiff: true })).toMatch(
      /^--- a\/src\/a\.ts\n\+\+\+ b\/src\/a\.ts\n@@ -1,1 \+1,1 @@\n-a\(\);\n\+b\(\);\n\nLeft for a person:\n/,
    );
  });

  it('of a run says how to take it back', async () => {
    expect(await format(createMigration({ files: [changed], run: '20260101-1' }))).toMatch(
      /\nMade 2 changes in 1 file \(10 looked at\)\.\n[^]*\n\nTake it back with `octollm undo 20260101-1`\.\n$/,
    );
  });

  it('counts the files that are made', async () => {
    const made = createFile('src/policies.ts', { before: null, after: 'export {};\n' });
    expect(await format(createMigration({ files: [changed, made] }))).toContain(
      '\nWould make 2 changes in 1 file and 1 new file (10 looked at).\n',
    );
    expect(await format(createMigration({ files: [made], run: '7' }))).toMatch(
      /\nMade 1 new file \(10 looked at\)\.\n\nTake it back with `octollm undo 7`\.\n$/,
    );
  });

  it('counts no changes of a file that was taken back, and tells why', async () => {
    const reverted = createFile('src/b.ts', { applied: [createChange()], reverted: 'TS2554: Expected 1 argument.' });
    const result = createMigration({
      files: [reverted],
      run: '1',
      verification: {
        command: 'npm run typecheck',
        errorsBefore: 3,
        errorsAfter: 3,
        reverted: [{ file: 'src/b.ts', errors: ['TS2554: Expected 1 argument.'] }],
        remaining: [],
      },
    });
    expect(await format(result)).toMatchInlineSnapshot(`
      "Type check \`npm run typecheck\`: 3 errors before, 3 errors after.
      Taken back because of new type errors: 1 file.
        src/b.ts  TS2554: Expected 1 argument.

      codemod    changes  files  held back  left alone
      add-cause        0      0          0           0

      No change stands: all were taken back (10 files looked at).
      "
    `);
  });

  it('tells type errors that remain', async () => {
    const verification = {
      command: 'tsc',
      errorsBefore: 0,
      errorsAfter: 1,
      reverted: [],
      remaining: ['src/c.ts: TS1'],
    };
    expect(await format(createMigration({ run: '1', verification }))).toContain(
      'Type check `tsc`: 0 errors before, 1 error after.\nNew type errors that remain: 1.\n  src/c.ts: TS1\n',
    );
  });

  it('lists the files that failed', async () => {
    const failure = { file: 'src/x.ts', line: 3, column: 7, kind: 'parse', reason: 'Unexpected token' } as const;
    expect(await format(createMigration({ failures: [failure] }))).toContain(
      '1 file could not be migrated:\n  src/x.ts:3:7  Unexpected token.\n',
    );
  });

  it('tells each cause for which a site was left', async () => {
    const leftAlone = (['unsafe', 'unsafe', 'unsure', 'declined', 'manual'] as const).map((cause) =>
      createLeftAlone({ cause }),
    );
    expect(await format(createMigration({ files: [createFile('src/a.ts', { leftAlone })] }))).toMatchInlineSnapshot(`
      "Left for a person:
        src/a.ts:9:3  \`ParseError\` has no parameter for a cause: give it one.  add-cause

      codemod    changes  files  held back  left alone
      add-cause        0      0          3           2

      Nothing to change (10 files looked at).
      2 more changes may alter behaviour or types and are held back: \`--unsafe\` makes them as well.
      1 more change is less sure than \`minimumConfidence\` asks for.
      1 change declined in the review.
      1 site left for a person.
      "
    `);
  });

  it('ends with what the user has to do', async () => {
    const notices = ['`@octollm/errors` must be installed.'];
    expect(await format(createMigration({ notices }))).toMatch(/\n\nNote: `@octollm\/errors` must be installed\.\n$/);
  });

  it('lists the first fifty sites, and counts the others', async () => {
    const leftAlone = Array.from({ length: 53 }, (_, index) =>
      createLeftAlone({ place: { line: index + 1, column: 1 } }),
    );
    const text = await format(createMigration({ files: [createFile('src/a.ts', { leftAlone })] }));
    expect(text).toContain('src/a.ts:50:1');
    expect(text).not.toContain('src/a.ts:51:1');
    expect(text).toContain('\n  … and 3 more: `--report migration.html` lists them all.\n');
    expect(text).toContain('\n53 sites left for a person.\n');
  });

  it('has colours for a terminal only', async () => {
    expect(await format(createMigration({ files: [changed] }))).not.toContain('\u001b[');
    expect(await format(createMigration({ files: [changed] }), { hasColors: true })).toContain('\u001b[');
  });
});

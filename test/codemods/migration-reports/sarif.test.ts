import { Ajv } from 'ajv';
import type { Log, Replacement } from 'sarif';
import { describe, expect, it } from 'vitest';
import type { MigrationResult } from '../../../codemods/engine/migrate/migration-result.ts';
import { formatMigration } from '../../../codemods/engine/reports/migration/formats.ts';
import { LineIndex } from '../../../codemods/engine/source/line-index.ts';
import { createChange, createFile, createMigration } from '../support/migration.ts';
import sarifEssentials from '../support/sarif-essentials.json' with { type: 'json' };
import { createToldMigration } from '../support/told-migration.ts';

async function format(result: MigrationResult): Promise<Log> {
  const view = { format: 'sarif', version: '1.0.0', hasColors: false, hasDiff: false, cwd: '/' } as const;
  return JSON.parse(await formatMigration(result, view)) as Log;
}

describe('sarif', () => {
  it('has what the standard asks for', async () => {
    const validate = new Ajv({ strict: false, formats: { uri: true, 'uri-reference': true } }).compile(sarifEssentials);
    validate(await format(createToldMigration()));
    expect(validate.errors).toBeNull();
  });

  it('of a preview has each change and each site that is left', async () => {
    const [run] = (await format(createToldMigration())).runs;
    const results = run?.results?.map(({ ruleId, level, message, locations }) => {
      const place = locations?.[0]?.physicalLocation;
      return [ruleId, level, message.text, place?.artifactLocation?.uri, place?.region?.startLine];
    });
    expect(results).toMatchInlineSnapshot(`
      [
        [
          "octollm/migrate/add-cause",
          "note",
          "The caught error goes along as the cause.",
          "src/load.ts",
          4,
        ],
        [
          "octollm/migrate/add-cause",
          "note",
          "\`ParseError\` has no parameter for a cause: give it one.",
          "src/load.ts",
          20,
        ],
        [
          "octollm/migrate/add-cause",
          "note",
          "It | has <b>marks</b>.",
          "src/my%20orders/find.ts",
          4,
        ],
        [
          "octollm/migrate/add-cause",
          "warning",
          "\`ParseError\` has no parameter for a cause: give it one.",
          "src/my%20orders/find.ts",
          9,
        ],
      ]
    `);
  });

  it('of a run has what is left, where it is now', async () => {
    const leftAlone = createToldMigration().files.flatMap((file) => file.leftAlone);
    const moved = leftAlone.map((site) => ({ ...site, placeAfter: { line: 77, column: 1 } }));
    const files = [createFile('src/a.ts', { applied: [createChange()], leftAlone: moved })];
    const results = (await format(createMigration({ run: '1', files }))).runs[0]?.results ?? [];
    expect(results.map(({ locations }) => locations?.[0]?.physicalLocation?.region?.startLine)).toEqual([77, 77]);
  });

  it('tells the files that failed', async () => {
    expect((await format(createToldMigration())).runs[0]?.invocations?.[0]).toMatchObject({
      executionSuccessful: false,
      toolExecutionNotifications: [{ descriptor: { id: 'octollm/parse' }, message: { text: 'Unexpected token.' } }],
    });
  });
});

describe('the fix of a file leads from its old text to the new one', () => {
  it.each([
    ['one line', 'a();\nb();\nc();\n', 'a();\nd();\nc();\n'],
    ['lines that are new', 'a();\nb();\n', 'import x;\na();\nnew1();\nb();\n'],
    ['lines that are gone', 'a();\nb();\nc();\n', 'c();\n'],
    ['several places', 'a();\nb();\nc();\nd();\n', 'A();\nb();\nC();\nd();\ne();'],
    ['line ends of Windows', 'a();\r\nb();\r\n', 'a();\r\nc();\r\n'],
    ['no line end at the end', 'a();\nb();', 'a();\nc();'],
    ['an empty text', '', 'a();\n'],
  ])('%s', async (_, before, after) => {
    const files = [createFile('a.ts', { before, after, applied: [createChange(), createChange()] })];
    const [first, second] = (await format(createMigration({ files }))).runs[0]?.results ?? [];
    expect(apply(before, first?.fixes?.[0]?.artifactChanges[0]?.replacements ?? [])).toBe(after);
    expect(second?.fixes).toBeUndefined();
  });
});

/** Applies replacements as a viewer of SARIF does. */
function apply(text: string, replacements: readonly Replacement[]): string {
  const lines = new LineIndex(text);
  const getOffset = (line = 1, column = 1): number => Math.min(text.length, lines.getStart(line - 1) + column - 1);
  return replacements.reduceRight((result, { deletedRegion, insertedContent }) => {
    const start = getOffset(deletedRegion.startLine, deletedRegion.startColumn);
    const end = getOffset(deletedRegion.endLine, deletedRegion.endColumn);
    return result.slice(0, start) + (insertedContent?.text ?? '') + result.slice(end);
  }, text);
}

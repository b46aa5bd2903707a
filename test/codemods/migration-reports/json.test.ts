import { describe, expect, it } from 'vitest';
import { formatMigration } from '../../../codemods/engine/reports/migration/formats.ts';
import { createMigration } from '../support/migration.ts';
import { createToldMigration } from '../support/told-migration.ts';

const view = { format: 'json', version: '1.0.0', hasColors: false, hasDiff: false, cwd: '/project' } as const;

describe('the JSON', () => {
  it('has all that happened', async () => {
    expect(JSON.parse(await formatMigration(createToldMigration(), view))).toMatchInlineSnapshot(`
      {
        "codemods": [
          {
            "description": "Keeps the original error as the cause.",
            "name": "add-cause",
            "rules": [
              "require-cause",
            ],
          },
          {
            "description": "Calls \`retry\` in place of p-retry.",
            "name": "p-retry-to-octollm",
            "rules": [],
          },
        ],
        "failures": [
          {
            "column": 5,
            "file": "src/broken.ts",
            "kind": "parse",
            "line": 1,
            "reason": "Unexpected token",
          },
        ],
        "files": [
          {
            "changes": [
              {
                "after": "    throw new Error('x', { cause: error });",
                "applicability": "safe",
                "before": "    throw new Error('x');",
                "codemod": "add-cause",
                "column": 5,
                "confidence": 1,
                "kind": "append",
                "line": 4,
                "reason": "The caught error goes along as the cause.",
              },
            ],
            "file": "src/load.ts",
            "isNew": false,
            "leftAlone": [
              {
                "cause": "unsafe",
                "codemod": "add-cause",
                "column": 3,
                "columnAfter": 3,
                "kind": "merge",
                "line": 20,
                "lineAfter": 9,
                "reason": "\`ParseError\` has no parameter for a cause: give it one.",
                "text": "  throw new ParseError(text);",
              },
            ],
            "reverted": null,
          },
          {
            "changes": [],
            "file": "src/made.ts",
            "isNew": true,
            "leftAlone": [],
            "reverted": null,
          },
          {
            "changes": [
              {
                "after": "c(\`\`\`);",
                "applicability": "safe",
                "before": "b(\`\`\`);",
                "codemod": "add-cause",
                "column": 5,
                "confidence": 1,
                "kind": "merge",
                "line": 4,
                "reason": "It | has <b>marks</b>.",
              },
            ],
            "file": "src/my orders/find.ts",
            "isNew": false,
            "leftAlone": [
              {
                "cause": "manual",
                "codemod": "add-cause",
                "column": 3,
                "columnAfter": 3,
                "kind": "unknown-class",
                "line": 9,
                "lineAfter": 9,
                "reason": "\`ParseError\` has no parameter for a cause: give it one.",
                "text": "  throw new ParseError(text);",
              },
            ],
            "reverted": null,
          },
          {
            "changes": [
              {
                "after": "    throw new Error('x', { cause: error });",
                "applicability": "safe",
                "before": "    throw new Error('x');",
                "codemod": "add-cause",
                "column": 5,
                "confidence": 1,
                "kind": "append",
                "line": 4,
                "reason": "The caught error goes along as the cause.",
              },
            ],
            "file": "src/worse.ts",
            "isNew": false,
            "leftAlone": [],
            "reverted": "TS2554: Expected 1 argument.",
          },
        ],
        "notices": [
          "\`@octollm/errors\` must be installed.",
        ],
        "paths": [
          "src",
        ],
        "run": null,
        "schemaVersion": 1,
        "summary": {
          "byCodemod": {
            "add-cause": {
              "changes": 2,
              "files": 2,
              "leftAlone": {
                "declined": 0,
                "manual": 1,
                "unsafe": 1,
                "unsure": 0,
              },
            },
            "p-retry-to-octollm": {
              "changes": 0,
              "files": 0,
              "leftAlone": {
                "declined": 0,
                "manual": 0,
                "unsafe": 0,
                "unsure": 0,
              },
            },
          },
          "changes": 2,
          "failures": 1,
          "filesChanged": 2,
          "filesSeen": 10,
          "skipped": {
            "tests": 3,
          },
        },
        "tool": {
          "name": "octollm",
          "version": "1.0.0",
        },
        "verification": null,
      }
    `);
  });

  it('is the same for the same migration, without absolute paths', async () => {
    const text = await formatMigration(createToldMigration(), view);
    expect(await formatMigration(createToldMigration(), view)).toBe(text);
    expect(text).not.toContain('/project/');
  });

  it('has the run and its type check', async () => {
    const verification = { command: 'tsc', errorsBefore: 1, errorsAfter: 1, reverted: [], remaining: [] };
    const report: unknown = JSON.parse(await formatMigration(createMigration({ run: '7', verification }), view));
    expect(report).toMatchObject({ run: '7', verification });
  });
});

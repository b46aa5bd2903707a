import type { MigrationResult } from '../../../codemods/engine/migrate/migration-result.ts';
import { createChange, createFile, createLeftAlone, createMigration } from './migration.ts';

/** A migration with something for each part of a report. */
export function createToldMigration(parts: Partial<MigrationResult> = {}): MigrationResult {
  return createMigration({
    codemods: [
      { name: 'add-cause', description: 'Keeps the original error as the cause.', rules: ['require-cause'] },
      { name: 'p-retry-to-octollm', description: 'Calls `retry` in place of p-retry.', rules: [] },
    ],
    files: [
      createFile('src/load.ts', {
        before: "try {\n  a();\n} catch (error) {\n    throw new Error('x');\n}\n",
        after: "try {\n  a();\n} catch (error) {\n    throw new Error('x', { cause: error });\n}\n",
        applied: [createChange()],
        leftAlone: [createLeftAlone({ cause: 'unsafe', kind: 'merge', place: { line: 20, column: 3 } })],
      }),
      createFile('src/made.ts', { before: null, after: 'export {};\n' }),
      createFile('src/my orders/find.ts', {
        before: 'b();\n',
        after: 'c();\n',
        applied: [
          createChange({ kind: 'merge', reason: 'It | has <b>marks</b>.', before: 'b(```);', after: 'c(```);' }),
        ],
        leftAlone: [createLeftAlone()],
      }),
      createFile('src/worse.ts', { applied: [createChange()], reverted: 'TS2554: Expected 1 argument.' }),
    ],
    failures: [{ file: 'src/broken.ts', line: 1, column: 5, kind: 'parse', reason: 'Unexpected token' }],
    skipped: { tests: 3 },
    notices: ['`@octollm/errors` must be installed.'],
    ...parts,
  });
}

import { describe, expect, it } from 'vitest';
import type { MigrationResult } from '../../../codemods/engine/migrate/migration-result.ts';
import { formatMigration } from '../../../codemods/engine/reports/migration/formats.ts';
import { createFile, createLeftAlone, createMigration } from '../support/migration.ts';
import { createToldMigration } from '../support/told-migration.ts';

function format(result: MigrationResult, hasDiff = true): Promise<string> {
  return formatMigration(result, { format: 'markdown', version: '1.0.0', hasColors: false, hasDiff, cwd: '/' });
}

describe('markdown', () => {
  it('is made of headings, tables, examples and lists', async () => {
    expect(await format(createToldMigration())).toMatchInlineSnapshot(`
      "# octollm migrate

      **Would make 2 changes in 2 files and 1 new file (10 looked at).** 1 more change may alter behaviour or types and is held back: \`--unsafe\` makes it as well. 1 site left for a person.

      Nothing was written: repeat it with \`--write\` to make these changes.

      > \`@octollm/errors\` must be installed.

      ## Codemods

      | Codemod | Changes | Held back | Left alone | Files |
      | --- | ---: | ---: | ---: | ---: |
      | [add-cause](https://github.com/octollm/octollm-errors/blob/main/docs/codemods/add-cause.md) | 2 | 1 | 1 | 2 |
      | [p-retry-to-octollm](https://github.com/octollm/octollm-errors/blob/main/docs/codemods/p-retry-to-octollm.md) | 0 | 0 | 0 | 0 |

      ## Folders

      | Folder | Changes | Left alone | Files |
      | --- | ---: | ---: | ---: |
      | \`src\` | 1 | 1 | 1 |
      | \`src/my orders\` | 1 | 1 | 1 |

      ## Examples

      **add-cause** (append), \`src/load.ts\`:4: The caught error goes along as the cause.

      \`\`\`diff
      -    throw new Error('x');
      +    throw new Error('x', { cause: error });
      \`\`\`

      **add-cause** (merge), \`src/my orders/find.ts\`:4: It \\| has \\<b\\>marks\\</b\\>.

      \`\`\`\`diff
      -b(\`\`\`);
      +c(\`\`\`);
      \`\`\`\`

      ## Left for a person

      <details>
      <summary>1 site</summary>

      - \`src/my orders/find.ts\`:9:3 \`ParseError\` has no parameter for a cause: give it one.

      </details>

      ## Taken back

      - \`src/worse.ts\` TS2554: Expected 1 argument.

      ## Could not be migrated

      - \`src/broken.ts\`:1:5 Unexpected token.
      "
    `);
  });

  it('is short when there is nothing to do', async () => {
    expect(await format(createMigration({ codemods: [] }))).toBe(
      '# octollm migrate\n\n**Nothing to change (10 files looked at).**\n',
    );
  });

  it('has no examples when only the sums are wanted', async () => {
    expect(await format(createToldMigration())).toContain('## Examples');
    expect(await format(createToldMigration(), false)).not.toContain('## Examples');
  });

  it('tells the type check', async () => {
    const verification = { command: 'tsc', errorsBefore: 2, errorsAfter: 1, reverted: [], remaining: [] };
    expect(await format(createMigration({ run: '1', verification }))).toContain(
      '## Type check\n\nType check `tsc`: 2 errors before, 1 error after.\n',
    );
  });

  it('stays below what forges take, however much is left', async () => {
    const leftAlone = Array.from({ length: 5_000 }, () => createLeftAlone());
    const text = await format(createMigration({ files: [createFile('src/a.ts', { leftAlone })] }));
    expect(text).toContain('- … and 4,900 more.');
    expect(text.length).toBeLessThan(65_536);
  });
});

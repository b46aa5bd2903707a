import { describe, expect, it } from 'vitest';
import { report } from './support/report.ts';
import { runOctollm } from './support/run-octollm.ts';
import { createProject } from './support/temporary-project.ts';

describe('text', () => {
  it('lists the findings by file, then sums up', async () => {
    expect(await report()).toMatchInlineSnapshot(`
      "src/load.ts
        4:5  error    The failure is turned into \`undefined\`, which callers cannot tell from a real result: narrow, report or pass on the error.  no-silent-fallback

      src/orders/find 1.ts
        1:66  warning  \`Error\` tells callers nothing: throw \`TaskNotFoundError\`, which can be handled by class and code.  no-generic-throw
        1:66  error    The original error is lost here: pass it on as \`{ cause: error }\`.  require-cause

      3 findings in 2 files, 8 lines.
      Handlers that lose their error: 2 of 2 (100.0 %), replaced 1, cause-lost 1.
      Left out: tests 1 (\`--include-tests\`).

      rule                findings  files
      no-generic-throw           1      1
      no-silent-fallback         1      1
      require-cause              1      1

      outcome     findings  files
      cause-lost         1      1
      generic            1      1
      replaced           1      1

      folder      findings  files  lines
      src/orders         2      1      1
      src                1      1      7

      worst file            findings  lines
      src/orders/find 1.ts         2      1
      src/load.ts                  1      7

      1 file could not be audited:
        src/broken.ts:1:7  Unexpected token.
      "
    `);
  });

  it('is short when all is well', async () => {
    const { stdout } = await runOctollm(createProject({ 'a.ts': 'export const a = 1;\n' }), ['audit', 'a.ts']);
    expect(stdout).toBe('0 findings in 1 file, 1 line.\nNo error handlers.\n');
  });

  it('shows as many rows as --top says, and no findings with --summary', async () => {
    expect(await report('--summary', '--top', '1')).toMatchInlineSnapshot(`
      "3 findings in 2 files, 8 lines.
      Handlers that lose their error: 2 of 2 (100.0 %), replaced 1, cause-lost 1.
      Left out: tests 1 (\`--include-tests\`).

      rule                findings  files
      no-generic-throw           1      1
      no-silent-fallback         1      1
      require-cause              1      1

      outcome     findings  files
      cause-lost         1      1
      generic            1      1
      replaced           1      1

      folder (1 of 2)  findings  files  lines
      src/orders              2      1      1

      worst file (1 of 2)   findings  lines
      src/orders/find 1.ts         2      1

      1 file could not be audited:
        src/broken.ts:1:7  Unexpected token.
      "
    `);
  });
});

describe('markdown', () => {
  it('is made of headings, tables and lists', async () => {
    expect(await report('--format', 'markdown')).toMatchInlineSnapshot(`
      "# octollm audit

      **3 findings** in 2 files, 8 lines.

      Handlers that lose their error: 2 of 2 (100.0 %), replaced 1, cause-lost 1.

      Left out: tests 1 (\`--include-tests\`).

      ## Could not be audited

      - \`src/broken.ts\`:1:7 Unexpected token.

      ## Rules

      | Rule | Findings | Files |
      | --- | ---: | ---: |
      | [no-generic-throw](https://github.com/octollm/octollm-errors/blob/main/docs/rules/no-generic-throw.md) | 1 | 1 |
      | [no-silent-fallback](https://github.com/octollm/octollm-errors/blob/main/docs/rules/no-silent-fallback.md) | 1 | 1 |
      | [require-cause](https://github.com/octollm/octollm-errors/blob/main/docs/rules/require-cause.md) | 1 | 1 |

      ## Outcomes

      | Outcome | Findings | Files |
      | --- | ---: | ---: |
      | cause-lost | 1 | 1 |
      | generic | 1 | 1 |
      | replaced | 1 | 1 |

      ## Folders

      | Folder | Findings | Files | Lines |
      | --- | ---: | ---: | ---: |
      | \`src/orders\` | 2 | 1 | 1 |
      | \`src\` | 1 | 1 | 7 |

      ## Worst files

      | File | Findings | Lines |
      | --- | ---: | ---: |
      | \`src/orders/find 1.ts\` | 2 | 1 |
      | \`src/load.ts\` | 1 | 7 |

      ## Findings

      ### \`src/load.ts\`

      - 4:5 The failure is turned into \`undefined\`, which callers cannot tell from a real result: narrow, report or pass on the error. [no-silent-fallback](https://github.com/octollm/octollm-errors/blob/main/docs/rules/no-silent-fallback.md)

      ### \`src/orders/find 1.ts\`

      - 1:66 \`Error\` tells callers nothing: throw \`TaskNotFoundError\`, which can be handled by class and code. [no-generic-throw](https://github.com/octollm/octollm-errors/blob/main/docs/rules/no-generic-throw.md)
      - 1:66 The original error is lost here: pass it on as \`{ cause: error }\`. [require-cause](https://github.com/octollm/octollm-errors/blob/main/docs/rules/require-cause.md)
      "
    `);
  });
});

describe('github', () => {
  it('is one workflow command a finding, with what would end a property escaped', async () => {
    expect(await report('--format', 'github', '--max-findings', '0')).toMatchInlineSnapshot(`
      "::error file=src/load.ts,line=4,endLine=4,col=5,endColumn=10,title=octollm/no-silent-fallback::The failure is turned into \`undefined\`, which callers cannot tell from a real result: narrow, report or pass on the error.
      ::warning file=src/orders/find 1.ts,line=1,endLine=1,col=66,endColumn=107,title=octollm/no-generic-throw::\`Error\` tells callers nothing: throw \`TaskNotFoundError\`, which can be handled by class and code.
      ::error file=src/orders/find 1.ts,line=1,endLine=1,col=66,endColumn=107,title=octollm/require-cause::The original error is lost here: pass it on as \`{ cause: error }\`.
      ::error file=src/broken.ts,line=1,col=7,title=octollm::Could not be audited: Unexpected token.
      ::error title=octollm::Gate exceeded: 3 findings, 0 allowed.
      "
    `);
  });
});

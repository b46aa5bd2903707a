import { Ajv } from 'ajv';
import { describe, expect, it } from 'vitest';
import sarifEssentials from './support/sarif-essentials.json' with { type: 'json' };
import { runOctollm } from './support/run-octollm.ts';
import { createProject } from './support/temporary-project.ts';

const project = {
  'src/load.ts': [
    'export async function load(id: string) {',
    '  try {',
    '    return await read(id);',
    '  } catch {',
    '    return undefined;',
    '  }',
    '}',
    '',
  ].join('\n'),
  'src/orders/find 1.ts': [
    "export const find = (id: string) => read(id).catch(() => { throw new Error('Order not found, 100% | sure') });",
    '',
  ].join('\n'),
  'src/broken.ts': 'let = ;\n',
  'src/load.test.ts': '',
};

async function report(...parameters: string[]): Promise<string> {
  const { stdout } = await runOctollm(createProject(project), ['audit', 'src', ...parameters]);
  return stdout;
}

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
      no-any-in-handler          0      0
      no-log-only-catch          0      0
      no-silent-catch            0      0
      only-throw-errors          0      0

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
      no-any-in-handler          0      0
      no-log-only-catch          0      0
      no-silent-catch            0      0
      only-throw-errors          0      0

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
      | [no-any-in-handler](https://github.com/octollm/octollm-errors/blob/main/docs/rules/no-any-in-handler.md) | 0 | 0 |
      | [no-log-only-catch](https://github.com/octollm/octollm-errors/blob/main/docs/rules/no-log-only-catch.md) | 0 | 0 |
      | [no-silent-catch](https://github.com/octollm/octollm-errors/blob/main/docs/rules/no-silent-catch.md) | 0 | 0 |
      | [only-throw-errors](https://github.com/octollm/octollm-errors/blob/main/docs/rules/only-throw-errors.md) | 0 | 0 |

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

describe('json', () => {
  it('has the documented shape', async () => {
    expect(JSON.parse(await report('--format', 'json', '--rule', 'no-silent-fallback', '--max-findings', '5')))
      .toMatchInlineSnapshot(`
        {
          "failures": [
            {
              "column": 7,
              "file": "src/broken.ts",
              "kind": "parse",
              "line": 1,
              "reason": "Unexpected token",
            },
          ],
          "findings": [
            {
              "column": 5,
              "endColumn": 10,
              "endLine": 4,
              "file": "src/load.ts",
              "fingerprint": "13238907461ec627",
              "handlerKind": "catch-clause",
              "line": 4,
              "message": "The failure is turned into \`undefined\`, which callers cannot tell from a real result: narrow, report or pass on the error.",
              "messageId": "fallback",
              "outcome": "replaced",
              "rule": "no-silent-fallback",
              "severity": "error",
            },
          ],
          "gate": {
            "allowed": 5,
            "baseline": null,
            "counted": 1,
            "passed": true,
          },
          "paths": [
            "src",
          ],
          "preset": null,
          "rules": [
            {
              "description": "Disallow handlers that turn a failure into a default value that looks like a result",
              "name": "no-silent-fallback",
              "severity": "error",
              "url": "https://github.com/octollm/octollm-errors/blob/main/docs/rules/no-silent-fallback.md",
            },
          ],
          "schemaVersion": 1,
          "summary": {
            "byFolder": [
              {
                "files": 1,
                "findings": 1,
                "folder": "src",
                "lines": 7,
              },
            ],
            "byHandlerKind": {
              "catch-clause": 1,
            },
            "byOutcome": {
              "replaced": 1,
            },
            "byRule": {
              "no-silent-fallback": 1,
            },
            "failures": 1,
            "files": 2,
            "filesWithFindings": 1,
            "findings": 1,
            "handlers": {
              "byFate": {
                "cause-lost": 1,
                "handled": 0,
                "ignored": 0,
                "justified": 0,
                "logged": 0,
                "logged-blind": 0,
                "replaced": 1,
                "tolerated": 0,
              },
              "byKind": {
                "catch-clause": {
                  "replaced": 1,
                },
                "promise-catch": {
                  "cause-lost": 1,
                },
              },
              "losing": 2,
              "losingShare": 1,
              "total": 2,
            },
            "lines": 8,
            "skipped": {
              "declarations": 0,
              "generated": 0,
              "large": 0,
              "minified": 0,
              "tests": 1,
              "vendored": 0,
            },
            "worstFiles": [
              {
                "file": "src/load.ts",
                "findings": 1,
                "lines": 7,
              },
            ],
          },
          "tool": {
            "name": "octollm",
            "version": "0.1.0",
          },
        }
      `);
  });

  it('is the same for the same input', async () => {
    expect(await report('--format', 'json')).toBe(await report('--format', 'json'));
  });
});

describe('sarif', () => {
  it('has the rules, the places and the files that failed', async () => {
    expect(JSON.parse(await report('--format', 'sarif', '--rule', 'no-silent-fallback'))).toMatchInlineSnapshot(`
      {
        "$schema": "https://json.schemastore.org/sarif-2.1.0.json",
        "runs": [
          {
            "columnKind": "utf16CodeUnits",
            "invocations": [
              {
                "executionSuccessful": false,
                "toolExecutionNotifications": [
                  {
                    "descriptor": {
                      "id": "octollm/parse",
                    },
                    "level": "error",
                    "locations": [
                      {
                        "physicalLocation": {
                          "artifactLocation": {
                            "uri": "src/broken.ts",
                            "uriBaseId": "%SRCROOT%",
                          },
                          "region": {
                            "startColumn": 7,
                            "startLine": 1,
                          },
                        },
                      },
                    ],
                    "message": {
                      "text": "Unexpected token.",
                    },
                  },
                ],
              },
            ],
            "results": [
              {
                "level": "error",
                "locations": [
                  {
                    "physicalLocation": {
                      "artifactLocation": {
                        "uri": "src/load.ts",
                        "uriBaseId": "%SRCROOT%",
                      },
                      "region": {
                        "endColumn": 10,
                        "endLine": 4,
                        "startColumn": 5,
                        "startLine": 4,
                      },
                    },
                  },
                ],
                "message": {
                  "text": "The failure is turned into \`undefined\`, which callers cannot tell from a real result: narrow, report or pass on the error.",
                },
                "partialFingerprints": {
                  "octollmFinding/v1": "13238907461ec627",
                },
                "properties": {
                  "handlerKind": "catch-clause",
                  "outcome": "replaced",
                },
                "ruleId": "octollm/no-silent-fallback",
                "ruleIndex": 0,
              },
            ],
            "tool": {
              "driver": {
                "informationUri": "https://github.com/octollm/octollm-errors",
                "name": "octollm",
                "rules": [
                  {
                    "defaultConfiguration": {
                      "level": "error",
                    },
                    "helpUri": "https://github.com/octollm/octollm-errors/blob/main/docs/rules/no-silent-fallback.md",
                    "id": "octollm/no-silent-fallback",
                    "shortDescription": {
                      "text": "Disallow handlers that turn a failure into a default value that looks like a result.",
                    },
                  },
                ],
                "semanticVersion": "0.1.0",
              },
            },
          },
        ],
        "version": "2.1.0",
      }
    `);
  });

  it('keeps to what SARIF 2.1.0 demands', async () => {
    const log: unknown = JSON.parse(await report('--format', 'sarif'));
    const validate = new Ajv({ allErrors: true, formats: { 'uri-reference': /^[^\s"<>\\^`{|}]*$/ } }).compile(
      sarifEssentials,
    );
    validate(log);
    expect(validate.errors).toBeNull();
  });

  it('refers to its rules by index, and tells findings of one line apart', async () => {
    const { runs } = JSON.parse(await report('--format', 'sarif')) as SarifLog;
    for (const { tool, results } of runs) {
      for (const { ruleId, ruleIndex } of results) expect(tool.driver.rules[ruleIndex]?.id).toBe(ruleId);
      const marks = results.map(({ ruleId, partialFingerprints }) => ruleId + JSON.stringify(partialFingerprints));
      expect(new Set(marks).size).toBe(results.length);
    }
  });

  it('shows paths from the root of the checkout, spelled as addresses', async () => {
    expect(await report('--format', 'sarif')).toContain('"uri": "src/orders/find%201.ts"');
  });
});

interface SarifLog {
  readonly runs: readonly {
    readonly tool: { readonly driver: { readonly rules: readonly { readonly id: string }[] } };
    readonly results: readonly {
      readonly ruleId: string;
      readonly ruleIndex: number;
      readonly partialFingerprints: object;
    }[];
  }[];
}

describe('a finding keeps its fingerprint', () => {
  const find = async (text: string): Promise<unknown[]> => {
    const { stdout } = await runOctollm(createProject({ 'a.ts': text }), ['audit', 'a.ts', '--format', 'json']);
    return (JSON.parse(stdout) as { findings: { fingerprint: string }[] }).findings.map(
      ({ fingerprint }) => fingerprint,
    );
  };
  const code = 'try { a() } catch {}\n';

  it('when lines around it move', async () => {
    expect(await find(`\n// moved\n  ${code}`)).toEqual(await find(code));
  });

  it('not when its line changes', async () => {
    expect(await find(code.replace('a()', 'b()'))).not.toEqual(await find(code));
  });

  it('and the same line twice has two', async () => {
    expect(new Set(await find(code + code)).size).toBe(2);
  });
});

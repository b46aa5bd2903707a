import { Ajv } from 'ajv';
import { describe, expect, it } from 'vitest';
import { report } from './support/report.ts';
import sarifEssentials from './support/sarif-essentials.json' with { type: 'json' };

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

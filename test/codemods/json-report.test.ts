import { describe, expect, it } from 'vitest';
import { report } from './support/report.ts';
import { runOctollm } from './support/run-octollm.ts';
import { createProject } from './support/temporary-project.ts';

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

import { cpSync, mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import * as eslint10 from 'eslint';
import * as eslint9 from 'eslint9';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { getCorpusPackages, getPackageFolder, listSources } from '../real-code/corpus.ts';
import { allRules, lintWithEslint } from './lint-with-eslint.ts';
import { lintWithOxlint } from './lint-with-oxlint.ts';
import { findDifferences, formatReports } from './report.ts';

/** `CORPUS=bench` compares the hosts on every fetched package instead of the installed ones. */
const set = process.env['CORPUS'] === 'bench' ? 'bench' : 'demo';
let folder = '';

beforeAll(() => {
  // Linters leave `node_modules` alone, so the sources are read from a copy.
  folder = mkdtempSync(join(tmpdir(), 'octollm-hosts-'));
  for (const entry of getCorpusPackages(set))
    for (const file of listSources(entry)) {
      const target = join(folder, entry.name.replace('/', '-'), file);
      mkdirSync(dirname(target), { recursive: true });
      cpSync(join(getPackageFolder(entry), file), target);
    }
});

afterAll(() => rmSync(folder, { recursive: true, force: true }));

test('a difference between two hosts shows', () => {
  const report = {
    file: 'a.ts',
    rule: 'octollm/require-cause',
    line: 1,
    column: 2,
    endLine: 1,
    endColumn: 9,
    message: 'Lost.',
  };
  const moved = { ...report, column: 3 };
  expect(findDifferences(formatReports([report]), formatReports([moved]))).toEqual([
    'missing a.ts:1:2-1:9 octollm/require-cause: Lost.',
    'extra   a.ts:1:3-1:9 octollm/require-cause: Lost.',
  ]);
});

describe('the same reports on real code', () => {
  let expected: readonly string[] = [];

  test('ESLint 10 finds something to report with most rules', async () => {
    const reports = await lintWithEslint(eslint10, folder);
    expected = formatReports(reports);
    const rules = new Set(reports.map(({ rule }) => rule));
    expect([...rules].filter((rule) => !(rule in allRules))).toEqual([]);
    expect(rules.size).toBeGreaterThan(14);
    expect(expected.length).toBeGreaterThan(500);
  });

  test('under ESLint 9', async () => {
    expect(eslint9.ESLint.version).toMatch(/^9\./);
    // ESLint 9's own types name the same class; only the version they come from differs.
    const reports = await lintWithEslint(eslint9 as unknown as typeof eslint10, folder);
    expect(findDifferences(expected, formatReports(reports))).toEqual([]);
  });

  test('under Oxlint', () => {
    expect(findDifferences(expected, formatReports(lintWithOxlint(folder)))).toEqual([]);
  });
});

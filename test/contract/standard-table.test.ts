import { describe, expect, test } from 'vitest';
import { readExports } from './checks/exports.ts';
import { findUnproven, readStandardRows, type Provable } from './checks/standard-table.ts';
import { readTestTitles } from './checks/test-titles.ts';
import { readFiles } from './checks/tree.ts';

const pages = readFiles(['docs/runtime'], /^docs\/runtime\/standard\.md$/);

const project: Provable = {
  exports: readExports(),
  titles: new Map(
    readFiles(['test/src', 'test/contract'], /\.ts$/).map((file) => [file.path, new Set(readTestTitles(file))]),
  ),
};

describe('what the page of the standard promises is there', () => {
  test.each(pages)('$path', (page) => {
    expect(readStandardRows(page.text).length).toBeGreaterThan(70);
    expect(findUnproven(page, project)).toEqual([]);
  });
});

describe('a planted fault is found', () => {
  const known: Provable = {
    exports: new Map([['@octollm/errors/retry', new Set(['retry', 'RetryOptions.idempotent'])]]),
    titles: new Map([['test/src/retry/retry.test.ts', new Set(['is %s'])]]),
  };
  const link = '[retry](../../test/src/retry/retry.test.ts)';
  const find = (exports: string, proof: string): string[] =>
    findUnproven({ path: 'docs/runtime/standard.md', text: `| Backoff | ${exports} | ${proof} |\n` }, known);

  test.each([
    ['an export that is gone', '`/retry` `gone`', `${link} \`is %s\``, 'no export gone of /retry'],
    ['an export of another entry', '`/http` `retry`', `${link} \`is %s\``, 'no export retry of /http'],
    [
      'a member that is gone',
      '`/retry` `RetryOptions.gone`',
      `${link} \`is %s\``,
      'no export RetryOptions.gone of /retry',
    ],
    ['a test that is gone', '`/retry` `retry`', `${link} \`gone\``, 'no test gone in test/src/retry/retry.test.ts'],
    [
      'a file that is gone',
      '`/retry` `retry`',
      '[gone](../../test/gone.test.ts) `is %s`',
      'no test is %s in test/gone.test.ts',
    ],
    ['a row without an export', 'soon', `${link} \`is %s\``, 'names no export'],
    ['a row without a test', '`/retry` `retry`', 'soon', 'names no test'],
    ['a file without a test', '`/retry` `retry`', link, 'names no test of test/src/retry/retry.test.ts'],
  ])('%s', (_, exports, proof, problem) => {
    expect(find(exports, proof)).toEqual([`Backoff: ${problem}`]);
  });

  test('a row that is right is accepted', () => {
    expect(find('`/retry` `retry` `RetryOptions.idempotent`', `${link} \`is %s\``)).toEqual([]);
  });

  test('the head of a table is no row', () => {
    expect(readStandardRows('| Part | Export | Proof |\n| ---- | ------ | ----- |\n| a | `b` | c |\n')).toEqual([
      { part: 'a', exports: '`b`', proof: 'c' },
    ]);
  });

  test('titles are read with their placeholders, from tests and groups', () => {
    const text = "describe('a', () => { test.each([1])('b %s', f); it.skipIf(x)('c', f); other('d'); });";
    expect(readTestTitles({ path: 'a.test.ts', text })).toEqual(['a', 'b %s', 'c']);
  });
});

import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { readLeadingIds, readListedIds } from './checks/defect-ids.ts';
import { readTestTitles } from './checks/test-titles.ts';
import { readFiles, repository } from './checks/tree.ts';

const listed = readListedIds(readFileSync(join(repository, 'docs/runtime/defects.md'), 'utf8'));
const tested = new Set(readFiles(['test/src'], /\.ts$/).flatMap(readTestTitles).flatMap(readLeadingIds));

describe('every known defect has a test that begins with its id', () => {
  test.each(listed)('%s', (id) => {
    expect(tested.has(id)).toBe(true);
  });

  test('and every id of a test is explained', () => {
    expect([...tested].filter((id) => !listed.includes(id))).toEqual([]);
  });

  test.each([
    ['P', 15],
    ['C', 9],
    ['R', 11],
    ['T', 7],
    ['K', 14],
    ['L', 20],
  ])('the list of %s has %i ids, each once', (letter, count) => {
    const expected = Array.from({ length: count }, (_, index) => `${letter}${index + 1}`);
    expect(listed.filter((id) => new RegExp(`^${letter}\\d`).test(id))).toEqual(expected);
  });
});

describe('an id at the beginning of a title', () => {
  test.each([
    ['P1: every class can be built', ['P1']],
    ['L7, C9: retries around a breaker', ['L7', 'C9']],
    ['M-opossum-slot: the slot stays taken', ['M-opossum-slot']],
    ['M-Date.parse: it takes a bare number for a year', ['M-Date.parse']],
    ['returns P1: nothing', []],
    ['K: what it gets wrong', []],
    ['P1 is not followed by a colon', []],
  ])('%s', (title, ids) => {
    expect(readLeadingIds(title)).toEqual(ids);
  });

  test('is listed in the first column of a table', () => {
    expect(readListedIds('| Id | P3 |\n| P1  | P2 |\n| M-got |\n')).toEqual(['P1', 'M-got']);
  });
});

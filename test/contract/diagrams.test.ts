import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { findDiagramProblems } from './checks/diagrams.ts';
import { readFiles, repository } from './checks/tree.ts';

test('every diagram says what it shows and is on a page', () => {
  const readme = { path: 'README.md', text: readFileSync(join(repository, 'README.md'), 'utf8') };
  const pages = [readme, ...readFiles(['docs', 'src', 'rules', 'codemods'], /\.md$/)];
  expect(findDiagramProblems(readFiles(['docs/assets'], /\.svg$/), pages)).toEqual([]);
});

test.each([
  ['has no title', '<svg><desc>Two lines cross.</desc></svg>', '![lines](../assets/lines.svg)'],
  ['has no description', '<svg><title>Lines</title></svg>', '![lines](../assets/lines.svg)'],
  ['is on no page', '<svg><title>Lines</title><desc>Two lines cross.</desc></svg>', '[lines](../assets/lines.svg)'],
  ['is on no page', '<svg><title>Lines</title><desc>Two lines cross.</desc></svg>', '![](../assets/lines.svg)'],
])('a planted diagram %s', (problem, text, page) => {
  const problems = findDiagramProblems(
    [{ path: 'docs/assets/lines.svg', text }],
    [{ path: 'docs/page.md', text: page }],
  );
  expect(problems).toHaveLength(1);
  expect(problems[0]).toContain(problem);
});

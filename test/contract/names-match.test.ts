import { describe, expect, test } from 'vitest';
import { listRuleNames } from '../../docs/scripts/generated/load-rules.ts';
import { rules } from '../../rules/plugin/registry.generated.ts';
import { findHeadingProblems, findMissingFiles, findOrphans } from './checks/matching-files.ts';
import { readFiles } from './checks/tree.ts';

const files = readFiles(['rules', 'codemods', 'test', 'docs'], /\.(?:ts|tsx|md|js|json)$/);
const paths = new Set(files.map(({ path }) => path));
const codemods = [...paths].flatMap((path) => /^codemods\/([^/]+)\.ts$/.exec(path)?.[1] ?? []);

describe('one name runs through parallel paths', () => {
  test('every rule has a test and a page', () => {
    expect(findMissingFiles(Object.keys(rules), 'rules', paths)).toEqual([]);
    expect(findOrphans(Object.keys(rules), 'rules', paths)).toEqual([]);
  });

  test('every file in rules/ is a rule of that name', async () => {
    for (const name of listRuleNames()) {
      const module = (await import(`../../rules/${name}.ts`)) as { readonly default?: unknown };
      expect(module.default, name).toMatchObject({
        name,
        meta: { type: expect.any(String) },
        create: expect.any(Function),
      });
    }
    expect(listRuleNames()).toEqual(Object.keys(rules));
  });

  // That each is a codemod of that name says codemod-registry.test.ts.
  test('every file in codemods/ has cases and a page', () => {
    expect(findMissingFiles(codemods, 'codemods', paths)).toEqual([]);
  });

  test('every page of a rule has the four headings', () => {
    const pages = files.filter(({ path }) => /^docs\/rules\/(?!index)[^/]+\.md$/.test(path));
    expect(pages.flatMap(({ path, text }) => findHeadingProblems(path, text))).toEqual([]);
  });

  test('a missing test, a missing page and an orphan are found', () => {
    const planted = new Set(['rules/no-a.ts', 'test/rules/no-a.test.ts', 'rules/no-b.ts', 'docs/rules/no-c.md']);
    expect(findMissingFiles(['no-a', 'no-b'], 'rules', planted)).toEqual([
      'docs/rules/no-a.md',
      'test/rules/no-b.test.ts',
      'docs/rules/no-b.md',
    ]);
    expect(
      findMissingFiles(['a-to-b'], 'codemods', new Set(['codemods/a-to-b.ts', 'docs/codemods/a-to-b.md'])),
    ).toEqual(['test/codemods/cases/a-to-b/']);
    expect(findOrphans(['no-a', 'no-b'], 'rules', planted)).toEqual(['docs/rules/no-c.md']);
    const tests = new Set([
      'test/rules/no-a-suggestions.test.ts',
      'test/rules/no-c.test.ts',
      'test/rules/syntax.test.ts',
    ]);
    expect(findOrphans(['no-a'], 'rules', tests)).toEqual(['test/rules/no-c.test.ts']);
  });

  test('a missing heading and a wrong order are found', () => {
    expect(findHeadingProblems('a.md', '## Why\n## Options\n## When not to use it\n')).toEqual([
      'a.md lacks "Examples"',
    ]);
    const swapped = '## Why\n## Options\n## How it decides\n## Examples\n## When not to use it\n';
    expect(findHeadingProblems('a.md', swapped)).toEqual(['a.md has Why, Options, Examples, When not to use it']);
  });
});

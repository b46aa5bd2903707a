import { existsSync, readFileSync } from 'node:fs';
import { join, relative } from 'node:path';
import { describe, expect, test } from 'vitest';
import { createReference, type Reference } from '../../docs/scripts/api/create-reference.ts';
import { listEntries } from '../../docs/scripts/api/entries.ts';
import { listPages } from '../../docs/scripts/api/list-pages.ts';
import { repository } from './checks/tree.ts';

const folder = join(repository, 'docs/runtime/api');

describe('the reference of the runtime', async () => {
  const { pages, problems } = await createReference(listEntries(), join(repository, 'src/tsconfig.json'), folder);

  test('documents every export', () => {
    expect(problems).toEqual([]);
  });

  test('is as `npm run docs:api` would write it', () => {
    const stale = pages.filter(({ path, content }) => !existsSync(path) || readFileSync(path, 'utf8') !== content);
    expect(stale.map(({ path }) => relative(repository, path))).toEqual([]);
    expect(listPages(folder)).toEqual(pages.map(({ path }) => path));
  });

  test('has a page for every sub-path', () => {
    const expected = ['index', ...listEntries().map(({ name }) => name)];
    expect(pages.map(({ path }) => relative(folder, path)).sort()).toEqual(expected.map((name) => `${name}.md`).sort());
  });

  test('says rightly what the root does not hand on', () => {
    const root = readFileSync(join(repository, 'src/index.ts'), 'utf8');
    const left = listEntries().filter(({ file }) => !root.includes(`'./${relative(join(repository, 'src'), file)}'`));
    const expected = listEntries().filter(
      ({ name, file }) => /^classify\/|^testing$/.test(name) || /adapters/.test(file),
    );
    expect(left).toEqual(expected);
  });

  test('tells nothing about the machine that wrote it', () => {
    expect(pages.filter(({ content }) => content.includes(repository))).toEqual([]);
  });
});

describe('of a module that is not documented', async () => {
  const { pages, problems } = await readFixtures('faulty', 'no-docstring');
  const faulty = 'test/contract/fixtures/api/faulty.ts';

  test.each([
    ['an export without a docstring', `${faulty}:7 faulty.limit has no docstring`],
    ['an option without a description', `${faulty}:15 faulty.Options.size has no description`],
    ['a time without a unit', `${faulty}:17 faulty.Options.delay is a time without a unit, such as milliseconds`],
    ['a parameter without a description', `${faulty}:25 faulty.act.text has no description`],
    ['a method without a docstring', `${faulty}:31 faulty.Runner.start has no description`],
    ['an option of a parameter', `${faulty}:38 faulty.Runner.stop.options.timeout has no description`],
    ['a parameter of a type', `${faulty}:42 faulty.Act.count has no description`],
    ['a parameter that is gone', `${faulty}:25 The signature faulty.act has an @param with name "gone"`],
    ['a link to a name that is gone', `${faulty}:25 Failed to resolve link to "nothing" in comment for faulty.act`],
    ['a link to a page that is gone', `${faulty}:21 The relative path ./gone.md is not a file`],
    ['a type that nobody can import', `${faulty}:25 Hidden, defined in`],
    ['a door without a docstring', 'test/contract/fixtures/api/no-docstring.ts:1 no-docstring has no docstring'],
  ])('%s is told with its name, file and line', (_, problem) => {
    expect(problems.filter((found) => found.startsWith(problem))).toHaveLength(1);
  });

  test('nothing else is told, and no page is written', () => {
    expect(problems).toHaveLength(12);
    expect(pages).toEqual([]);
  });
});

describe('of a module that is documented', async () => {
  const { pages, problems } = await readFixtures('faultless');
  const text = pages.map(({ content }) => content).join('\n');

  test('nothing is told', () => {
    expect(problems).toEqual([]);
  });

  test('links lead to their headings', () => {
    expect(text).toContain('see [wait](#wait)');
    expect(text).toContain('<a id="wait"></a>\n\n### wait()');
  });

  test('what a reader calls comes first', () => {
    expect([...text.matchAll(/^## (.*)$/gm)].map(([, heading]) => heading)).toEqual([
      'Functions',
      'Interfaces',
      'Type Aliases',
    ]);
  });
});

function readFixtures(...names: readonly string[]): Promise<Reference> {
  const fixtures = join(repository, 'test/contract/fixtures/api');
  const entries = names.map((name) => ({ name, file: join(fixtures, `${name}.ts`) }));
  return createReference(entries, join(fixtures, 'tsconfig.json'), folder);
}

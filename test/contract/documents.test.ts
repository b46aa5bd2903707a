import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import rootManifest from '../../package.json' with { type: 'json' };
import { readExports } from './checks/exports.ts';
import { findDeadReferences, type Known } from './checks/references.ts';
import { readFiles, repository } from './checks/tree.ts';

const known: Known = {
  exists: (path) => existsSync(join(repository, path)),
  read: (path) => readFileSync(join(repository, path), 'utf8'),
  scripts: new Set(Object.keys(rootManifest.scripts)),
  exports: readExports(),
};

const documents = readFiles(['src', 'rules', 'codemods', 'docs', 'test'], /\.md$/).filter(
  ({ path }) => !path.startsWith('docs/scripts/templates/'),
);
const readme = { path: 'README.md', text: readFileSync(join(repository, 'README.md'), 'utf8') };

describe('every document names what exists', () => {
  test.each([readme, ...documents])('$path', (document) => {
    expect(findDeadReferences(document, known)).toEqual([]);
  });

  test('each package has a README', () => {
    for (const folder of ['src', 'rules', 'codemods']) expect(known.exists(`${folder}/README.md`), folder).toBe(true);
  });

  test.each([
    ['a dead link', 'See [setup](docs/guide/gone.md).', 'README.md names docs/guide/gone.md'],
    ['a dead picture', '![overview](docs/assets/gone.svg)', 'README.md names docs/assets/gone.svg'],
    ['a dead heading', 'See [below](#nowhere).\n\n## Somewhere\n', 'README.md names #nowhere'],
    ['a script that is gone', 'Run `npm run gone`.', 'README.md names npm run gone'],
    [
      'an entry that is gone',
      "```ts\nimport { a } from '@octollm/errors/gone';\n```",
      'README.md names @octollm/errors/gone',
    ],
    [
      'a name that is gone',
      "```ts\nimport { Gone } from '@octollm/errors';\n```",
      'README.md names Gone of @octollm/errors',
    ],
  ])('a planted fault is found: %s', (_, text, problem) => {
    expect(findDeadReferences({ path: 'README.md', text }, known)).toEqual([problem]);
  });

  test('what is there is accepted', () => {
    const text =
      '# `A` heading, here\n<a id="mark"></a>\n[a](#a-heading-here) [m](#mark) [b](src) [c](https://example.com)\n`npm run build`\n```ts\nimport { type OctoLLMError as Base, wrap } from \'@octollm/errors\';\n```\n';
    expect(findDeadReferences({ path: 'README.md', text }, known)).toEqual([]);
  });
});

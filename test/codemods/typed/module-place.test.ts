import { ts } from 'ts-morph';
import { describe, expect, test } from 'vitest';
import { findModulePath, getSpecifier } from '../../../codemods/resilience/module-place.ts';

describe('findModulePath', () => {
  test.each([
    ['a source', ['/shop/src/orders/find.ts'], '/shop/src/resilience.ts'],
    ['a source and a script', ['/shop/src/find.ts', '/shop/scripts/seed.js'], '/shop/src/resilience.ts'],
    ['no package with a folder of sources', ['/shop/lib/a/find.js', '/shop/lib/b.js'], '/shop/lib/resilience.js'],
    ['files all over the package', ['/shop/find.ts', '/shop/lib/b.ts'], '/shop/resilience.ts'],
    ['an example that is no part of the sources', ['/shop/examples/backup.mjs'], '/shop/examples/resilience.js'],
    ['no file', [], '/shop/resilience.js'],
  ])('%s', (_, paths, expected) => {
    expect(findModulePath('/shop', paths)).toBe(expected);
  });
});

describe('getSpecifier', () => {
  const bundled = { module: ts.ModuleKind.ESNext };
  const inNode = { module: ts.ModuleKind.NodeNext };

  test.each([
    ['nothing is imported', '', bundled, '../resilience'],
    ['nothing is imported and Node resolves', '', inNode, '../resilience.js'],
    ['the others have no ending', "import { a } from './a';", bundled, '../resilience'],
    ['the others have that of the output', "import { a } from './a.js';", bundled, '../resilience.js'],
    ['the others have that of the source', "import { a } from './a.ts';", bundled, '../resilience.ts'],
    [
      'a type comes without one first',
      "import type { A } from '../a.d'\nimport { b } from './b.js'",
      bundled,
      '../resilience.js',
    ],
  ])('%s', (_, text, options, expected) => {
    expect(getSpecifier('/shop/src/orders/find.ts', '/shop/src/resilience.ts', text, options)).toBe(expected);
  });
});

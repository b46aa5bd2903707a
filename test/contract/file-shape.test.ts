import { describe, expect, test } from 'vitest';
import { findMisshapenFiles } from './checks/file-shape.ts';
import { readFiles } from './checks/tree.ts';

describe('one idea a file', () => {
  test('every file of the project', () => {
    const files = readFiles(['src', 'rules', 'codemods', 'test', 'docs'], /\.ts$/);
    expect(findMisshapenFiles(files)).toEqual([]);
  });

  test.each([
    ['too long', 'rules/patterns/walk.ts', 'export {};\n'.repeat(401)],
    ['utils', 'codemods/engine/utils.ts', ''],
    ['a test of helpers', 'test/support/helpers.test.ts', ''],
    ['camel case', 'src/errors/toError.ts', ''],
    ['a door with logic', 'src/errors/index.ts', `export * from './to-error.ts';\nexport const version = 1;`],
    ['a door that imports', 'src/http/index.ts', `import './status-map.ts';`],
  ])('a planted file is found: %s', (_, path, text) => {
    expect(findMisshapenFiles([{ path, text }])).toHaveLength(1);
  });

  test('a door of names alone and a file of 400 lines are fine', () => {
    const door = `// names only\nexport * from './to-error.ts';\nexport {\n  wrap,\n  type Wrap,\n} from './wrap.ts';\n`;
    expect(findMisshapenFiles([{ path: 'src/errors/index.ts', text: door }])).toEqual([]);
    expect(findMisshapenFiles([{ path: 'src/wrap.ts', text: 'export {};\n'.repeat(400) }])).toEqual([]);
  });
});

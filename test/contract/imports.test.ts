import { describe, expect, test } from 'vitest';
import { findForbiddenImports } from './checks/imports.ts';
import { readFiles } from './checks/tree.ts';

const files = readFiles(['src', 'rules', 'codemods'], /\.ts$/);

describe('imports run down the floors only', () => {
  test('in every file of the three packages', () => {
    expect(files.length).toBeGreaterThan(100);
    expect(findForbiddenImports(files)).toEqual([]);
  });

  test.each([
    ['the ground floor to the first', 'src/errors/x.ts', `import { rules } from 'eslint-plugin-octollm';`],
    ['the ground floor to a package', 'src/errors/x.ts', `import pino from 'pino';`],
    ['by a relative path', 'src/errors/x.ts', `import { walk } from '../../rules/patterns/walk.ts';`],
    ['the first floor to the second', 'rules/x.ts', `import { audit } from '@octollm/codemods';`],
    ['by a re-export', 'rules/plugin/x.ts', `export { audit } from '@octollm/codemods';`],
    ['by a dynamic import', 'rules/plugin/x.ts', `const audit = await import('@octollm/codemods');`],
    ['of a type alone', 'rules/plugin/x.ts', `import type { Audit } from '@octollm/codemods';`],
    ['the patterns to the plugin', 'rules/patterns/x.ts', `import { createRule } from '../plugin/create-rule.ts';`],
    ['the patterns to ESLint', 'rules/patterns/outcomes/x.ts', `import { Linter } from 'eslint';`],
    [
      'the patterns to typescript-eslint at run time',
      'rules/patterns/x.ts',
      `import { ASTUtils } from '@typescript-eslint/utils';`,
    ],
    ['the patterns to the file system', 'rules/patterns/x.ts', `import { readFileSync } from 'node:fs';`],
    ['the plugin to ESLint', 'rules/plugin/x.ts', `import { Linter } from 'eslint';`],
    ['the second floor to ESLint', 'codemods/engine/x.ts', `import { ESLint } from 'eslint';`],
    ['without the extension', 'rules/x.ts', `import { walk } from './patterns/walk';`],
  ])('a planted import is found: %s', (_, path, text) => {
    expect(findForbiddenImports([{ path, text }])).toHaveLength(1);
  });

  test.each([
    ['src/http/x.ts', `import type { Severity } from '../catalog/catalog-entry.ts';`],
    ['rules/patterns/x.ts', `import type { TSESTree } from '@typescript-eslint/utils';`],
    ['rules/patterns/x.ts', `import { catalog } from '@octollm/errors/catalog';`],
    ['codemods/engine/x.ts', `import { findHandlers } from 'eslint-plugin-octollm/patterns';`],
  ])('what points down is allowed: %s', (path, text) => {
    expect(findForbiddenImports([{ path, text }])).toEqual([]);
  });
});

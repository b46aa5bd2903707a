import { readFileSync } from 'node:fs';
import { relative } from 'node:path';
import { describe, expect, test } from 'vitest';
import { createGeneratedFiles, type GeneratedFile } from '../../docs/scripts/generated/create-generated-files.ts';
import { repository } from './checks/tree.ts';

const { files, missing } = await createGeneratedFiles();

function findStale(generated: readonly GeneratedFile[], read: (path: string) => string): string[] {
  return generated.filter(({ path, content }) => read(path) !== content).map(({ path }) => relative(repository, path));
}

describe('generated files', () => {
  test('are as `npm run generate` would write them', () => {
    expect(findStale(files, (path) => readFileSync(path, 'utf8'))).toEqual([]);
  });

  test('have the documents that they belong into', () => {
    expect(missing.map((path) => relative(repository, path))).toEqual([]);
  });

  test('one character too many is found', () => {
    const stale = findStale(files, (path) => {
      const text = readFileSync(path, 'utf8');
      return path.endsWith('registry.generated.ts') ? `${text} ` : text;
    });
    expect(stale).toContain('rules/plugin/registry.generated.ts');
  });
});

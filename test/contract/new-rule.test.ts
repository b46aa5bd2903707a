import { existsSync } from 'node:fs';
import { dirname, join, relative, resolve } from 'node:path';
import { describe, expect, test } from 'vitest';
import { createRuleFiles, getNameProblem } from '../../docs/scripts/templates/create-rule-files.ts';
import { repository } from './checks/tree.ts';

describe('npm run new:rule', () => {
  const files = createRuleFiles('no-late-retry');

  test('writes a rule, its test and its page under one name', () => {
    expect(files.map(({ path }) => relative(repository, path))).toEqual([
      'rules/no-late-retry.ts',
      'test/rules/no-late-retry.test.ts',
      'docs/rules/no-late-retry.md',
    ]);
    for (const { content } of files) expect(content).not.toContain('template');
  });

  test('imports that lead to what is there', () => {
    const written = new Set(files.map(({ path }) => path));
    const imported = files.flatMap(({ path, content }) =>
      [...content.matchAll(/ from '(\.[^']+)'/g)].map(([, specifier = '']) => resolve(dirname(path), specifier)),
    );
    expect(imported.length).toBeGreaterThan(5);
    expect(imported.filter((path) => !existsSync(path) && !written.has(path))).toEqual([]);
    expect(imported).toContain(join(repository, 'rules/no-late-retry.ts'));
  });

  test.each(['', 'NoLateRetry', 'late-retry', 'no-', 'no-late_retry', '../no-late'])(
    'refuses the name "%s"',
    (name) => {
      expect(getNameProblem(name)).toMatch(/a name is in kebab case/);
    },
  );
});

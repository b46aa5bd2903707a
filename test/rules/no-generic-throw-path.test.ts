import { Linter, type ESLint } from 'eslint';
import plugin from 'eslint-plugin-octollm';
import { expect, test } from 'vitest';

/** What the rule says of a throw whose words point nowhere, so that the path alone could. */
function getMessage(cwd: string, filename: string): string | undefined {
  const config: Linter.Config = {
    files: ['**/*.js'],
    // The plugin describes itself with types of its own, which fit ESLint's but for their exactness.
    plugins: { octollm: plugin as unknown as ESLint.Plugin },
    rules: { 'octollm/no-generic-throw': 'error' },
  };
  return new Linter({ cwd }).verify("throw new Error('many lines');", [config], { filename })[0]?.message;
}

test('folders of the project take part in the choice of a class', () => {
  expect(getMessage('/work', '/work/database/a.js')).not.toBe(getMessage('/work', '/work/plain/a.js'));
});

test('folders above the working directory do not', () => {
  expect(getMessage('/database', '/database/a.js')).toBe(getMessage('/plain', '/plain/a.js'));
});

import * as typescriptParser from '@typescript-eslint/parser';
import { Linter, type ESLint } from 'eslint';
import plugin from 'eslint-plugin-octollm';

export interface Reported {
  readonly rule: string;
  readonly line: number;
  readonly column: number;
  readonly endLine: number | undefined;
  readonly endColumn: number | undefined;
  readonly message: string;
}

const allRules = Object.fromEntries(Object.keys(plugin.rules).map((name) => [`octollm/${name}`, 'error' as const]));

/** What ESLint with typescript-eslint's parser and the plugin reports on a file; a message without a rule is a parse error. */
export function lintWithESLint(
  path: string,
  text: string,
  rules: Linter.RulesRecord = allRules,
  cwd: string = process.cwd(),
  settings: object = {},
): Reported[] {
  const config: Linter.Config = {
    files: ['**/*.{js,mjs,cjs,jsx,ts,mts,cts,tsx}'],
    languageOptions: {
      parser: typescriptParser,
      parserOptions: { ecmaFeatures: { jsx: /\.(?:[cm]?js|[jt]sx)$/.test(path) } },
    },
    linterOptions: { reportUnusedDisableDirectives: 'off' },
    // The plugin describes itself with types of its own, which fit ESLint's but for their exactness.
    plugins: { octollm: plugin as unknown as ESLint.Plugin },
    rules,
    settings: { octollm: settings },
  };
  return new Linter({ cwd })
    .verify(text, [{ ignores: ['!**/node_modules/'] }, config], { filename: path })
    .filter(({ ruleId }) => ruleId?.startsWith('octollm/'))
    .map(({ ruleId, line, column, endLine, endColumn, message }) => ({
      rule: (ruleId ?? '').replace('octollm/', ''),
      line,
      column,
      endLine,
      endColumn,
      message,
    }))
    .sort(compareReported);
}

export function compareReported(first: Reported, second: Reported): number {
  return (
    first.line - second.line ||
    first.column - second.column ||
    compare(first.rule, second.rule) ||
    compare(first.message, second.message)
  );
}

function compare(first: string, second: string): number {
  if (first === second) return 0;
  return first < second ? -1 : 1;
}

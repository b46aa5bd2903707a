import { Linter, type Rule as ESLintRule } from 'eslint';
import type { Rule } from '../../rules/plugin/create-rule.ts';
import { getFilename, getLanguageOptions } from './parsers.ts';
import { getSettings, type Case, type ParserName } from './rule-case.ts';

/** What a rule reports on a case, in the order of the file. */
export function lint(name: string, rule: Rule, testCase: Case, parser: ParserName): Linter.LintMessage[] {
  const config: Linter.Config = {
    files: ['**/*.{js,mjs,cjs,jsx,ts,mts,cts,tsx}'],
    languageOptions: getLanguageOptions(testCase, parser),
    linterOptions: { reportUnusedDisableDirectives: 'off' },
    settings: getSettings(testCase),
    // TSESLint's rule type is stricter than ESLint's in the node types of its listeners.
    plugins: { octollm: { rules: { [name]: rule as unknown as ESLintRule.RuleModule } } },
    rules: { [`octollm/${name}`]: ['error', ...(testCase.options ?? [])] },
  };
  return new Linter().verify(testCase.code, [config], getFilename(testCase, parser));
}

import * as typescriptParser from '@typescript-eslint/parser';
import { Linter, type Rule as ESLintRule } from 'eslint';
import type { Rule } from '../../../rules/plugin/create-rule.ts';

export interface Sample {
  readonly language: string;
  readonly isIncorrect: boolean;
  /** What stands behind the mark: ` ```ts incorrect {"kinds": ["callback"]} `. */
  readonly options: object | undefined;
  readonly code: string;
  readonly line: number;
}

const fence = /^```(\w+) (incorrect|correct)(?: (\{.*\}))?\n([\s\S]*?)^```$/gm;

/** Reads the code blocks of a page that are marked `incorrect` or `correct`. */
export function readSamples(page: string): Sample[] {
  return [...page.matchAll(fence)].map(({ 1: language = '', 2: mark, 3: options, 4: code = '', index }) => ({
    language,
    isIncorrect: mark === 'incorrect',
    options: options === undefined ? undefined : (JSON.parse(options) as object),
    code,
    line: page.slice(0, index).split('\n').length,
  }));
}

/** Runs the samples of a page: an incorrect one must be reported by the rule, a correct one must not. */
export function findSampleProblems(name: string, rule: Rule, page: string): string[] {
  const samples = readSamples(page);
  const problems = samples.flatMap((sample) => {
    const messages = lint(name, rule, sample);
    const place = `${name}.md:${sample.line}`;
    const fatal = messages.find((message) => message.fatal === true || message.ruleId === null);
    if (fatal) return [`${place} does not run: ${fatal.message}`];
    if (sample.isIncorrect) return messages.length > 0 ? [] : [`${place} is marked incorrect and is not reported`];
    return messages.map(({ line, message }) => `${place} is marked correct and line ${line} is reported: ${message}`);
  });
  const both = new Set(samples.map(({ isIncorrect }) => isIncorrect)).size === 2;
  return both ? problems : [...problems, `${name}.md does not show both an incorrect and a correct sample`];
}

function lint(name: string, rule: Rule, sample: Sample): Linter.LintMessage[] {
  const config: Linter.Config = {
    files: ['**/*.{ts,tsx,js,jsx}'],
    languageOptions: {
      parser: typescriptParser,
      parserOptions: { ecmaFeatures: { jsx: sample.language.endsWith('x') } },
    },
    // TSESLint's rule type is stricter than ESLint's in the node types of its listeners.
    plugins: { octollm: { rules: { [name]: rule as unknown as ESLintRule.RuleModule } } },
    rules: { [`octollm/${name}`]: sample.options ? ['error', sample.options] : 'error' },
  };
  return new Linter().verify(sample.code, [config], `src/sample.${sample.language}`);
}

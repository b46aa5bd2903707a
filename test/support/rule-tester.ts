import { RuleTester, type Linter, type Rule as ESLintRule } from 'eslint';
import { describe, expect, test } from 'vitest';
import type { Rule } from '../../rules/plugin/create-rule.ts';
import { rules } from '../../rules/plugin/registry.generated.ts';
import { applyFix } from './apply-fix.ts';
import { checkSuggestions } from './check-suggestions.ts';
import { lintInAudit, lintInOxlint } from './lint-on-hosts.ts';
import { lint } from './lint.ts';
import { getFilename, getLanguageOptions, getParsers } from './parsers.ts';
import {
  getSettings,
  toCase,
  type Case,
  type ExpectedError,
  type InvalidCase,
  type ParserName,
  type RuleCases,
} from './rule-case.ts';

export type { Case, ExpectedError, InvalidCase, RuleCases } from './rule-case.ts';

// Every case is a test of its own, in which ESLint's tester runs at once.
RuleTester.describe = (_name: string, run: () => void) => run();
RuleTester.it = (_name: string, run: () => void) => run();

/** Runs a rule's cases through ESLint's own RuleTester: under TypeScript's parser and, where it can read the code, under espree. */
export function testRule(name: string, rule: Rule, cases: RuleCases): void {
  describe(name, () => {
    describe('stays silent', () => {
      for (const testCase of cases.valid.map(toCase)) testValid(name, rule, testCase);
    });
    describe('reports', () => {
      for (const testCase of cases.invalid) testInvalid(name, rule, testCase);
    });
    if (name in rules) testHosts(name, rule, [...cases.valid.map(toCase), ...cases.invalid]);
    test('no case is written twice', () => {
      const keys = [...cases.valid.map(toCase), ...cases.invalid].map(({ name: _, ...rest }) => JSON.stringify(rest));
      expect(keys.filter((key, index) => keys.indexOf(key) !== index)).toEqual([]);
    });
  });
}

function testValid(name: string, rule: Rule, testCase: Case): void {
  for (const parser of getParsers(testCase))
    test(getTitle(testCase, parser), () => {
      run(name, rule, testCase, parser, { valid: [toTesterCase(testCase, parser)], invalid: [] });
    });
}

function testInvalid(name: string, rule: Rule, testCase: InvalidCase): void {
  for (const parser of getParsers(testCase))
    test(getTitle(testCase, parser), () => {
      const messages = lint(name, rule, testCase, parser);
      const errors = testCase.errors.map((error, index) => toTesterError(error, messages[index], testCase.code));
      const invalid: RuleTester.InvalidTestCase = { ...toTesterCase(testCase, parser), errors };
      if (testCase.output !== undefined) invalid.output = testCase.output;
      run(name, rule, testCase, parser, { valid: [], invalid: [invalid] });
      checkSuggestions(name, rule, testCase, parser, messages);
    });
}

/** The other hosts must say what ESLint says, at the same place, on every case that they can read. */
function testHosts(name: string, rule: Rule, cases: readonly Case[]): void {
  const own = cases.filter((testCase) => getParsers(testCase).includes('typescript'));
  const lintInEslint = (testCase: Case): string[] =>
    lint(name, rule, testCase, 'typescript').map(({ line, column, message }) => `${line}:${column} ${message}`);
  const expectSame = (reports: readonly (string[] | undefined)[]): void => {
    const read = own.map((testCase, index) => ({ testCase, said: reports[index] })).filter(({ said }) => said);
    expect(read.map(({ testCase, said }) => ({ ...testCase, said }))).toEqual(
      read.map(({ testCase }) => ({ ...testCase, said: lintInEslint(testCase) })),
    );
    expect(read.length).toBeGreaterThan(own.length * 0.9);
  };
  test('the audit says the same on every case', () => {
    expectSame(own.map((testCase) => lintInAudit(name, testCase)));
  });
  test('Oxlint says the same on every case', () => {
    expectSame(lintInOxlint(name, own));
  });
}

function run(
  name: string,
  rule: Rule,
  testCase: Case,
  parser: ParserName,
  cases: { valid: RuleTester.ValidTestCase[]; invalid: RuleTester.InvalidTestCase[] },
): void {
  const tester = new RuleTester({ languageOptions: getLanguageOptions(testCase, parser) });
  // TSESLint's rule type is stricter than ESLint's in the node types of its listeners.
  tester.run(name, rule as unknown as ESLintRule.RuleModule, cases);
}

function toTesterCase(testCase: Case, parser: ParserName): RuleTester.ValidTestCase {
  return {
    code: testCase.code,
    filename: getFilename(testCase, parser),
    settings: getSettings(testCase),
    ...(testCase.options ? { options: [...testCase.options] } : {}),
  };
}

/** ESLint's tester wants every suggestion spelled out; those that a case leaves out are taken as offered and checked by what they do. */
function toTesterError(
  error: string | ExpectedError,
  message: Linter.LintMessage | undefined,
  code: string,
): RuleTester.TestCaseError {
  const { data, suggestions, ...expected }: ExpectedError = typeof error === 'string' ? { messageId: error } : error;
  const testerError: RuleTester.TestCaseError = { ...expected };
  if (data) testerError.data = data;
  const offered = message?.suggestions?.map((suggestion) => ({
    messageId: suggestion.messageId ?? '',
    output: applyFix(code, suggestion.fix),
  }));
  const wanted = suggestions ? [...suggestions] : offered;
  if (wanted) testerError.suggestions = wanted;
  return testerError;
}

function getTitle(testCase: Case, parser: ParserName): string {
  const code = testCase.code.trim().replace(/\s+/g, ' ');
  const shown = code.length > 100 ? `${code.slice(0, 100)}…` : code;
  return `${testCase.name ? `${testCase.name}: ` : ''}${shown} (${parser})`;
}

import type { Linter } from 'eslint';
import { expect } from 'vitest';
import type { Rule } from '../../rules/plugin/create-rule.ts';
import { applyFix } from './apply-fix.ts';
import { lint } from './lint.ts';
import { getLanguageOptions } from './parsers.ts';
import type { Case, ParserName } from './rule-case.ts';

/** Applies every suggestion by itself: the file must still parse, keep its comments, and have one report of that kind less. */
export function checkSuggestions(
  name: string,
  rule: Rule,
  testCase: Case,
  parser: ParserName,
  messages: readonly Linter.LintMessage[],
): void {
  for (const message of messages)
    for (const { desc, fix } of message.suggestions ?? []) {
      const output = applyFix(testCase.code, fix);
      const shown = `after “${desc}”:\n${output}\n`;
      const after = lint(name, rule, { ...testCase, code: output }, parser);
      expect(
        after.filter(({ fatal }) => fatal === true).map((fatal) => fatal.message),
        `${shown}does not parse`,
      ).toEqual([]);
      const isSame = ({ messageId }: Linter.LintMessage): boolean => messageId === message.messageId;
      expect(after.filter(isSame).length, `${shown}still reports ${message.messageId}`).toBeLessThan(
        messages.filter(isSame).length,
      );
      const lost = getComments(testCase, parser, testCase.code).filter((comment) => !output.includes(comment));
      expect(lost, `${shown}lost comments`).toEqual([]);
    }
}

function getComments(testCase: Case, parser: ParserName, code: string): string[] {
  const { parser: implementation, parserOptions } = getLanguageOptions(testCase, parser);
  const options = { ...parserOptions, comment: true, range: true, ecmaVersion: 'latest', sourceType: 'module' };
  if (!implementation) return [];
  const program: unknown =
    'parseForESLint' in implementation
      ? implementation.parseForESLint(code, options).ast
      : implementation.parse(code, options);
  return (program as { comments?: { value: string }[] }).comments?.map(({ value }) => value.trim()) ?? [];
}

import * as typescriptParser from '@typescript-eslint/parser';
import * as espree from 'espree';
import type { Linter } from 'eslint';
import type { Case, ParserName } from './rule-case.ts';

/** The parsers that a case runs under. */
export function getParsers(testCase: Case): readonly ParserName[] {
  if (testCase.parsers) return testCase.parsers;
  const isTypeScript = /\.[cm]?tsx?$/.test(testCase.filename ?? '');
  return isTypeScript || !isJavaScript(testCase) ? ['typescript'] : ['typescript', 'espree'];
}

export function getFilename(testCase: Case, parser: ParserName): string {
  return testCase.filename ?? (parser === 'espree' ? 'src/example.js' : 'src/example.ts');
}

export function getLanguageOptions(testCase: Case, parser: ParserName): Linter.LanguageOptions {
  const parserOptions = { ecmaFeatures: { jsx: /x$/.test(getFilename(testCase, parser)) } };
  return {
    ecmaVersion: 'latest',
    sourceType: 'module',
    parser: parser === 'espree' ? espree : typescriptParser,
    parserOptions,
  };
}

/** Whether espree reads the code: it has no TypeScript syntax. */
function isJavaScript(testCase: Case): boolean {
  const jsx = /x$/.test(getFilename(testCase, 'espree'));
  try {
    espree.parse(testCase.code, { ecmaVersion: 'latest', sourceType: 'module', ecmaFeatures: { jsx } });
    return true;
  } catch {
    // espree refuses TypeScript with a syntax error, which is the answer.
    return false;
  }
}

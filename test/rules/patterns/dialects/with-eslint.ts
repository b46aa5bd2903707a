import { Linter } from 'eslint';
import type { Source } from '../../../../rules/patterns/source.ts';
import { getLanguageOptions } from '../../../support/parsers.ts';
import type { ParserName } from '../../../support/rule-case.ts';
import { describeErrors } from './describe-errors.ts';

/** Describes a snippet from within an ESLint rule, on the tree and the scopes that ESLint hands to rules. */
export function describeWithEslint(parser: ParserName, code: string): string[] {
  let described: string[] = [];
  const config: Linter.Config = {
    files: ['**/*.ts'],
    languageOptions: getLanguageOptions({ code }, parser),
    plugins: {
      patterns: {
        rules: {
          describe: {
            create: (context) => ({
              // ESLint types the tree as plain ESTree; under these parsers it is TS-ESTree.
              'Program:exit': () => (described = describeErrors(context.sourceCode as unknown as Source)),
            }),
          },
        },
      },
    },
    rules: { 'patterns/describe': 'error' },
  };
  const [problem] = new Linter().verify(code, [config], 'snippet.ts');
  if (problem) throw new Error(`Cannot describe the snippet with ${parser}: ${problem.message}`);
  return described;
}

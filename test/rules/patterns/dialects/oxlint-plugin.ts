import type { Source } from '../../../../rules/patterns/source.ts';
import { describeErrors } from './describe-errors.ts';

interface Context {
  readonly sourceCode: Source;
  report(problem: { readonly node: unknown; readonly message: string }): void;
}

/** A plugin for Oxlint whose one rule reports what the patterns say about the file. */
export default {
  meta: { name: 'patterns' },
  rules: {
    describe: {
      create: (context: Context) => ({
        'Program:exit': (node: unknown) =>
          context.report({ node, message: JSON.stringify(describeErrors(context.sourceCode)) }),
      }),
    },
  },
};

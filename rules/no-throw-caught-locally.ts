import type { TSESTree } from '@typescript-eslint/utils';
import { getErrorConstruction } from './patterns/causes/error-construction.ts';
import { getDottedName, getLastName } from './patterns/dotted-name.ts';
import { createCatchHandler } from './patterns/handlers/create-handler.ts';
import { getUses } from './patterns/handlers/error-uses.ts';
import { findLocalCatch } from './patterns/handlers/find-local-catch.ts';
import { analyzeHandler } from './patterns/outcomes/analyze-handler.ts';
import type { Outcome, OutcomeKind } from './patterns/outcomes/outcome.ts';
import { isTestFile } from './patterns/settings/test-files.ts';
import type { Source } from './patterns/source.ts';
import { unwrapExpression } from './patterns/unwrap-expression.ts';
import { collectOwn } from './patterns/walk.ts';
import { createRule, type Rule } from './plugin/create-rule.ts';

type MessageIds = 'jump';

interface Options {
  readonly allowRethrowBranches: boolean;
  readonly allowInLoops: boolean;
  readonly allowRead: boolean;
  readonly allowInTests: boolean;
}

const thrown: readonly OutcomeKind[] = ['rethrown', 'wrapped', 'cause-lost'];
/** The error ends in the handler, and what the function does next is the same for whatever was thrown. */
const ending: readonly OutcomeKind[] = ['ignored', 'replaced', 'signalled', 'logged', 'logged-blind'];

const rule: Rule = createRule<Options, MessageIds>({
  name: 'no-throw-caught-locally',
  type: 'suggestion',
  description: 'Disallow throwing an error to the `catch` of the same function, where it ends',
  why: 'such a throw is a jump in disguise: it builds a stack that nobody reads, and its `catch` hides real failures as well.',
  how: 'return or branch at the place of the throw, and let the `catch` handle what others throw.',
  presets: { strict: ['error', { allowRead: true }], migration: ['warn', { allowRead: true }] },
  messages: {
    jump: 'This `{{name}}` only jumps to the `catch` of its own function and ends there: return or branch instead.',
  },
  properties: {
    allowRethrowBranches: {
      description: 'Allow where the `catch` throws on some path, and not only where it does so on all.',
      type: 'boolean',
    },
    allowInLoops: { description: 'Allow a throw that leaves a loop, which takes a label otherwise.', type: 'boolean' },
    allowRead: {
      description: 'Allow where the `catch` reads the error, if only for a log.',
      type: 'boolean',
    },
    allowInTests: { description: 'Allow in the files that `settings.octollm.testGlobs` names.', type: 'boolean' },
  },
  defaults: { allowRethrowBranches: true, allowInLoops: false, allowRead: false, allowInTests: true },
  create: (context, options, settings) => {
    const source = context.sourceCode;
    const isAllowed = ({ kind }: Outcome): boolean => {
      if (thrown.includes(kind)) return options.allowRethrowBranches;
      return !ending.includes(kind);
    };
    return {
      ThrowStatement: (node: TSESTree.ThrowStatement) => {
        const found = findLocalCatch(node);
        const name = found && getThrownName(node.argument);
        if (!found || !name || (options.allowInLoops && found.leavesLoop) || assertsFailure(source, found.clause))
          return;
        const handler = createCatchHandler(source, found.clause);
        if (options.allowRead && getUses(source, settings, handler).some((use) => use !== 'narrowed')) return;
        const { outcomes } = analyzeHandler(source, settings, handler);
        if (outcomes.every(({ kind }) => thrown.includes(kind)) || outcomes.some(isAllowed)) return;
        if (options.allowInTests && isTestFile(context.filename, context.cwd, settings.testGlobs)) return;
        const ends = outcomes.find(({ kind }) => !thrown.includes(kind));
        context.report({
          node,
          messageId: 'jump',
          data: { name, handlerKind: 'catch-clause', outcome: ends?.kind ?? 'ignored' },
        });
      },
    };
  },
});

export default rule;

/** What is thrown, where it is made on the spot; an error from elsewhere was caught or kept before. */
function getThrownName(value: TSESTree.Expression): string | undefined {
  const inner = unwrapExpression(value);
  if (inner.type === 'Literal' || inner.type === 'TemplateLiteral') return 'string';
  return getErrorConstruction(inner)?.className;
}

/** `assert(false, …)` and `assertArgument(false, …)` throw by another name. */
function assertsFailure(source: Source, { body }: TSESTree.CatchClause): boolean {
  return collectOwn(source, body, 'CallExpression').some(
    ({ callee, arguments: [first] }) =>
      /^(?:assert|invariant|ok|fail$)/.test(getLastName(getDottedName(callee))) &&
      (first === undefined || (first.type === 'Literal' && first.value !== true)),
  );
}

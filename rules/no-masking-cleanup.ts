import type { TSESTree } from '@typescript-eslint/utils';
import { findLeaving } from './patterns/cleanup/find-leaving.ts';
import { findUnguardedAwait } from './patterns/cleanup/find-unguarded-await.ts';
import {
  canBeReplaced,
  findAwaitInFinally,
  findCleanupBeforeThrow,
  throwsKept,
} from './patterns/cleanup/hidden-error.ts';
import { getDottedName } from './patterns/dotted-name.ts';
import { findStatementReason } from './patterns/justification/find-justification.ts';
import { isTestFile } from './patterns/settings/test-files.ts';
import type { FunctionNode, Node } from './patterns/source.ts';
import { resolveFunction } from './patterns/variables.ts';
import { createRule, type Rule } from './plugin/create-rule.ts';
import { getReasonPolicy, reasonDefaults, reasonProperties, type ReasonOptions } from './plugin/reason-options.ts';
import { visitMethodCalls } from './plugin/visit-method-calls.ts';

type MessageIds = 'leaves' | 'awaits' | 'rethrows' | 'promise';

interface Options extends ReasonOptions {
  readonly checkAwait: boolean;
  readonly checkPromiseFinally: boolean;
  readonly allowInTests: boolean;
}

const rule: Rule = createRule<Options, MessageIds>({
  name: 'no-masking-cleanup',
  type: 'problem',
  description: 'Disallow cleanups that replace the error that is on its way',
  why: 'what `finally` returns or throws takes the place of the error that ended the work, and nobody ever sees that one.',
  how: 'let cleanups end normally: catch and report their own failures, return behind the `try`, or declare the resource with `await using`.',
  presets: {
    recommended: ['error', { checkAwait: false }],
    strict: 'error',
    migration: ['warn', { checkAwait: false }],
  },
  messages: {
    leaves: '`{{name}}` in `finally` replaces the error that is on its way: move it behind the `try` statement.',
    awaits: 'If `{{name}}` fails here, it replaces the error that is on its way: catch and report its failure.',
    rethrows: 'If `{{name}}` fails here, the caught error is never thrown again: catch and report its failure.',
    promise: 'What this `.finally` callback throws replaces the error that is on its way: catch and report it.',
  },
  properties: {
    ...reasonProperties,
    checkAwait: {
      description: 'Report awaited cleanups that may fail, in `finally` and in front of a rethrow.',
      type: 'boolean',
    },
    checkPromiseFinally: { description: 'Look at the callbacks of `.finally(…)`, too.', type: 'boolean' },
    allowInTests: {
      description: 'Allow awaited cleanups in the files that `settings.octollm.testGlobs` names.',
      type: 'boolean',
    },
  },
  // A comment in a cleanup speaks of the cleanup, seldom of the error that it hides.
  defaults: {
    ...reasonDefaults,
    requireDirective: true,
    checkAwait: true,
    checkPromiseFinally: true,
    allowInTests: true,
  },
  create: (context, options, settings) => {
    const source = context.sourceCode;
    const policy = getReasonPolicy(options);
    const seen = new Set<Node>();
    const isAllowedTest = (): boolean =>
      options.allowInTests && isTestFile(context.filename, context.cwd, settings.testGlobs);
    const report = (node: Node, messageId: MessageIds, name: string, handlerKind: string): void => {
      if (seen.has(node) || findStatementReason(source, node, policy)) return;
      if (node.type === 'AwaitExpression' && isAllowedTest()) return;
      seen.add(node);
      context.report({ node, messageId, data: { name, handlerKind, outcome: 'masked' } });
    };
    const checkCallback = (callback: FunctionNode): void => {
      const thrown = findLeaving(source, callback.body).find(({ type }) => type === 'ThrowStatement');
      const awaited = options.checkAwait && callback.async ? findUnguardedAwait(source, callback.body) : undefined;
      const node = thrown ?? awaited;
      if (node) report(node, 'promise', 'finally', 'promise-finally');
    };
    const checkStatement = (statement: TSESTree.TryStatement): void => {
      const { handler, finalizer } = statement;
      const undone = options.checkAwait && handler && findCleanupBeforeThrow(source, handler.body);
      if (undone) report(undone, 'rethrows', getName(undone), 'catch-clause');
      const leaving = finalizer ? findLeaving(source, finalizer) : [];
      if (leaving.length > 0 && canBeReplaced(source, statement))
        for (const node of leaving)
          if (!throwsKept(source, node, statement)) report(node, 'leaves', getKeyword(node), 'finally');
      const awaited = options.checkAwait ? findAwaitInFinally(source, statement) : undefined;
      if (awaited) report(awaited, 'awaits', getName(awaited), 'finally');
    };
    if (!options.checkPromiseFinally) return { TryStatement: checkStatement };
    const calls = visitFinallyCalls(source, ({ arguments: [first] }) => {
      const callback = first && resolveFunction(source, first);
      if (callback) checkCallback(callback);
    });
    return { ...calls, TryStatement: checkStatement };
  },
});

export default rule;

const visitFinallyCalls = visitMethodCalls('finally');

function getKeyword({ type }: Node): string {
  return type.replace('Statement', '').toLowerCase();
}

/** What is awaited, as people name it: `connection.close()`. */
function getName({ argument }: TSESTree.AwaitExpression): string {
  const name = getDottedName(argument);
  return name === '*' ? 'await' : name;
}

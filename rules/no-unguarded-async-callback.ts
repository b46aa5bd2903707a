import type { TSESLint } from '@typescript-eslint/utils';
import { guardCallback, waitForAll } from './fix/guard-callback.ts';
import { findStatementReason } from './patterns/justification/find-justification.ts';
import { canReject } from './patterns/promises/can-reject.ts';
import {
  callers,
  detachedNodeTypes,
  findDetachedCallback,
  type Caller,
  type DetachedCallback,
} from './patterns/promises/detached-callback.ts';
import { createRule, type Rule, type RuleContext } from './plugin/create-rule.ts';
import { getReasonPolicy, reasonDefaults, reasonProperties, type ReasonOptions } from './plugin/reason-options.ts';
import { shareSearch } from './plugin/share-search.ts';

type MessageIds = 'unguarded' | 'iteration' | 'executor' | 'route' | 'guard' | 'waitForAll';

interface Options extends ReasonOptions {
  readonly callers: readonly Caller[];
  readonly express: 4 | 5;
}

const processEnders: readonly Caller[] = ['timer', 'process', 'emitter', 'iteration', 'executor', 'callback'];

const rule: Rule = createRule<Options, MessageIds>({
  name: 'no-unguarded-async-callback',
  type: 'problem',
  description: 'Disallow async callbacks that may reject where nobody waits for their promise',
  why: 'timers, emitters and `forEach` drop the promise of a callback, so its rejection is unhandled, which ends a Node process.',
  how: 'put the body into a `try` statement that reports the error, or hand the promise to somebody who waits for it.',
  presets: {
    recommended: ['error', { callers: [...processEnders] }],
    strict: 'error',
    migration: ['warn', { callers: [...processEnders] }],
  },
  hasSuggestions: true,
  messages: {
    unguarded:
      '`{{name}}` drops the promise of this async callback, so its rejection is unhandled: catch the error inside of it.',
    iteration:
      '`{{name}}` does not wait for this async callback, so its rejection is unhandled: await them together, or loop.',
    executor: 'A promise ignores what its async executor rejects with, and never settles: catch it and call `reject`.',
    route:
      '`{{name}}` of Express 4 drops the promise of this handler, so its rejection is unhandled: pass the error to `next`.',
    guard: 'Catch the error inside of the callback.',
    waitForAll: 'Await all callbacks with `Promise.all`.',
  },
  properties: {
    ...reasonProperties,
    callers: {
      description: 'Who must not be given an async callback that may reject.',
      type: 'array',
      items: { type: 'string', enum: [...callers] },
      uniqueItems: true,
    },
    express: {
      description: 'Major version of Express: 5 waits for its handlers, 4 does not.',
      type: 'integer',
      enum: [4, 5],
    },
  },
  defaults: { ...reasonDefaults, requireDirective: true, callers: [...callers], express: 5 },
  create: (context, options) => {
    const source = context.sourceCode;
    const policy = getReasonPolicy(options);
    return visitDetachedCallbacks(source, (detached) => {
      const { caller, callback, node, name } = detached;
      if (!options.callers.includes(caller) || (caller === 'route' && options.express > 4)) return;
      if (!canReject(source, callback) || findStatementReason(source, detached.host, policy)) return;
      context.report({
        node,
        messageId: caller === 'iteration' || caller === 'executor' || caller === 'route' ? caller : 'unguarded',
        data: { name, handlerKind: caller, outcome: 'unhandled' },
        suggest: suggest(context, detached),
      });
    });
  },
});

export default rule;

const visitDetachedCallbacks = shareSearch(detachedNodeTypes, (source, node) => {
  const detached = findDetachedCallback(source, node);
  return detached ? [detached] : [];
});

function suggest(
  { sourceCode: source }: RuleContext<MessageIds>,
  detached: DetachedCallback,
): TSESLint.ReportSuggestionArray<MessageIds> {
  if (detached.caller === 'iteration') {
    const fix = waitForAll(source, detached);
    return fix ? [{ messageId: 'waitForAll', fix }] : [];
  }
  const fix = detached.caller === 'route' ? undefined : guardCallback(detached);
  return fix ? [{ messageId: 'guard', fix }] : [];
}

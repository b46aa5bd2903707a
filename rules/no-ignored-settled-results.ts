import type { TSESTree } from '@typescript-eslint/utils';
import { throwRejected } from './fix/throw-rejected.ts';
import { getDottedName } from './patterns/dotted-name.ts';
import { findStatementReason } from './patterns/justification/find-justification.ts';
import { getSettledFate, type SettledFate } from './patterns/promises/settled-fate.ts';
import {
  areAnnounced,
  areAwaitedElsewhere,
  areSettled,
  findTasks,
  isSettledCleanup,
} from './patterns/promises/settled-tasks.ts';
import { isTestFile } from './patterns/settings/test-files.ts';
import type { Source } from './patterns/source.ts';
import { unwrapExpression } from './patterns/unwrap-expression.ts';
import { isGlobal } from './patterns/variables.ts';
import { createRule, type Rule } from './plugin/create-rule.ts';
import { getReasonPolicy, reasonDefaults, reasonProperties, type ReasonOptions } from './plugin/reason-options.ts';
import { visitMethodCalls } from './plugin/visit-method-calls.ts';

type MessageIds = 'discarded' | 'fulfilledOnly' | 'throwRejected';

interface Options extends ReasonOptions {
  readonly check: readonly Exclude<SettledFate, 'seen'>[];
  readonly allowCleanup: boolean;
  readonly allowInTests: boolean;
}

const rule: Rule = createRule<Options, MessageIds>({
  name: 'no-ignored-settled-results',
  type: 'problem',
  description: 'Disallow `Promise.allSettled` whose rejected entries nobody reads',
  why: '`Promise.allSettled` never rejects, so a failed task is an entry of the list and nothing else tells of it.',
  how: 'read `reason` of the rejected entries and report them, or use `Promise.all` where one failure fails the whole.',
  presets: { recommended: 'error', strict: 'error', migration: 'warn' },
  hasSuggestions: true,
  messages: {
    discarded:
      'Nobody reads the result of `Promise.allSettled`, so failures are dropped: report or rethrow each `reason`.',
    fulfilledOnly:
      'Only fulfilled entries are read, so failures are dropped: report or rethrow the `reason` of the others.',
    throwRejected: 'Throw what was rejected as an `AggregateError`.',
  },
  properties: {
    ...reasonProperties,
    check: {
      description: 'What to report: lists that nobody reads, lists of which only fulfilled entries are read, or both.',
      type: 'array',
      items: { type: 'string', enum: ['discarded', 'fulfilled-only'] },
      uniqueItems: true,
    },
    allowCleanup: {
      description: 'Allow tasks that only clean up, and lists that cleaning code waits for.',
      type: 'boolean',
    },
    allowInTests: { description: 'Allow in the files that `settings.octollm.testGlobs` names.', type: 'boolean' },
  },
  defaults: { ...reasonDefaults, check: ['discarded', 'fulfilled-only'], allowCleanup: true, allowInTests: true },
  create: (context, options, settings) => {
    const source = context.sourceCode;
    const policy = getReasonPolicy(options);
    const isIgnored = (call: TSESTree.CallExpression, fate: SettledFate): boolean => {
      if (fate === 'seen' || !options.check.includes(fate)) return false;
      const tasks = findTasks(source, call);
      // Who only waits for promises that were made elsewhere leaves their failures to their owners.
      if (tasks.length === 0 && fate === 'discarded') return false;
      if (areAwaitedElsewhere(source, call) || (tasks.length > 0 && areSettled(source, tasks))) return false;
      if (fate === 'discarded' && areAnnounced(source, tasks)) return false;
      return !(fate === 'discarded' && options.allowCleanup && isSettledCleanup(call, tasks));
    };
    return visitSettledCalls(source, (call) => {
      if (!isOfPromise(source, call)) return;
      const fate = getSettledFate(source, call);
      if (!isIgnored(call, fate) || findStatementReason(source, call, policy)) return;
      if (options.allowInTests && isTestFile(context.filename, context.cwd, settings.testGlobs)) return;
      const fix = throwRejected(source, call);
      context.report({
        node: call.callee,
        messageId: fate === 'discarded' ? 'discarded' : 'fulfilledOnly',
        data: { name: 'Promise.allSettled', handlerKind: 'settled-result', outcome: fate },
        suggest: fix ? [{ messageId: 'throwRejected', fix }] : [],
      });
    });
  },
});

export default rule;

const visitSettledCalls = visitMethodCalls('allSettled');

function isOfPromise(source: Source, { callee }: TSESTree.CallExpression): boolean {
  if (getDottedName(callee) !== 'Promise.allSettled') return false;
  const inner = unwrapExpression(callee);
  return inner.type === 'MemberExpression' && inner.object.type === 'Identifier' && isGlobal(source, inner.object);
}

import type { TSESLint } from '@typescript-eslint/utils';
import { findFailureTarget } from './patterns/causes/failure-target.ts';
import { getDottedName } from './patterns/dotted-name.ts';
import {
  emitterKinds,
  getEmitterKind,
  type EmitterKind,
  type EmitterMaker,
} from './patterns/events/emitter-sources.ts';
import { getErrorReception } from './patterns/events/find-listener.ts';
import { findStatementReason } from './patterns/justification/find-justification.ts';
import { isTestFile } from './patterns/settings/test-files.ts';
import { getText, type Source } from './patterns/source.ts';
import { createRule, type Rule, type RuleContext } from './plugin/create-rule.ts';
import { getReasonPolicy, reasonDefaults, reasonProperties, type ReasonOptions } from './plugin/reason-options.ts';
import { shareSearch } from './plugin/share-search.ts';

type MessageIds = 'unheard' | 'piped' | 'listen';

interface Options extends ReasonOptions {
  readonly sources: readonly EmitterKind[];
  readonly checkPipe: boolean;
  readonly allowInTests: boolean;
}

// A server that cannot listen may well end its process.
const endedByAccident = emitterKinds.filter((kind) => kind !== 'server');

const rule: Rule = createRule<Options, MessageIds>({
  name: 'require-error-listener',
  type: 'problem',
  description: 'Require a listener for the `error` events of what is made here',
  why: 'an `error` event that nobody listens to is thrown into the event loop, where no `try` catches it, and ends the process.',
  how: "listen with `.on('error', …)` where the emitter is made, or hand it to `pipeline`, `finished` or `once`.",
  presets: {
    recommended: ['error', { sources: endedByAccident }],
    strict: 'error',
    migration: ['warn', { sources: endedByAccident }],
  },
  hasSuggestions: true,
  messages: {
    unheard: "Nobody listens to the errors of `{{name}}`, so one of them ends the process: add `.on('error', …)`.",
    piped:
      "`pipe` passes no errors on, so one of `{{name}}` ends the process: use `pipeline`, or add `.on('error', …)`.",
    listen: 'Pass its errors to `{{target}}`.',
  },
  properties: {
    ...reasonProperties,
    sources: {
      description: 'What must be listened to.',
      type: 'array',
      items: { type: 'string', enum: [...emitterKinds] },
      uniqueItems: true,
    },
    checkPipe: { description: 'Report streams that are piped on and have no listener of their own.', type: 'boolean' },
    allowInTests: { description: 'Allow in the files that `settings.octollm.testGlobs` names.', type: 'boolean' },
  },
  defaults: {
    ...reasonDefaults,
    requireDirective: true,
    sources: [...emitterKinds],
    checkPipe: true,
    allowInTests: true,
  },
  create: (context, options, settings) => {
    const source = context.sourceCode;
    const policy = getReasonPolicy(options);
    return visitEmitters(source, ({ node, kind }) => {
      if (!options.sources.includes(kind)) return;
      const reception = getErrorReception(source, node);
      if (reception === 'received' || (reception === 'piped' && !options.checkPipe)) return;
      if (options.allowInTests && isTestFile(context.filename, context.cwd, settings.testGlobs)) return;
      if (findStatementReason(source, node, policy)) return;
      context.report({
        node: node.callee,
        messageId: reception ?? 'unheard',
        data: { name: getDottedName(node.callee), handlerKind: 'error-event', outcome: 'unheard' },
        suggest: suggest(context, node),
      });
    });
  },
});

export default rule;

interface Emitter {
  readonly node: EmitterMaker;
  readonly kind: EmitterKind;
}

const visitEmitters: (source: Source, visit: (emitter: Emitter) => void) => TSESLint.RuleListener = shareSearch(
  ['CallExpression', 'NewExpression'],
  (source, node): Emitter[] => {
    const kind = getEmitterKind(source, node);
    return kind && (node.type === 'CallExpression' || node.type === 'NewExpression') ? [{ node, kind }] : [];
  },
);

/** Where somebody waits for the work, the error goes to them. */
function suggest(
  { sourceCode: source }: RuleContext<MessageIds>,
  node: EmitterMaker,
): TSESLint.ReportSuggestionArray<MessageIds> {
  const target = findFailureTarget(source, node);
  // `new Worker` without brackets would take the listener for a part of the class.
  if (target === undefined || !getText(source, node).endsWith(')')) return [];
  return [
    { messageId: 'listen', data: { target }, fix: (fixer) => fixer.insertTextAfter(node, `.on('error', ${target})`) },
  ];
}

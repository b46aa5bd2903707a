import type { TSESLint } from '@typescript-eslint/utils';
import { appendStatement } from './fix/rethrow.ts';
import { defaultCleanups, defaultProbeNames, isCleanup, isProbe } from './patterns/best-effort.ts';
import { handlerKinds, type ErrorHandler, type HandlerKind } from './patterns/handlers/error-handler.ts';
import { isSilencer } from './patterns/handlers/is-silencer.ts';
import { findJustification } from './patterns/justification/find-justification.ts';
import { analyzeHandler } from './patterns/outcomes/analyze-handler.ts';
import { getVerdict } from './patterns/outcomes/verdict.ts';
import { createRule, type Rule, type RuleContext } from './plugin/create-rule.ts';
import { getHandlerLocation } from './plugin/handler-location.ts';
import { getReasonPolicy, reasonDefaults, reasonProperties, type ReasonOptions } from './plugin/reason-options.ts';
import { visitHandlers } from './plugin/visit-handlers.ts';

type MessageIds = 'silent' | 'rethrow';

interface Options extends ReasonOptions {
  readonly allowKinds: readonly HandlerKind[];
  readonly allowOptionalCleanup: readonly string[];
  readonly allowFunctionNamePattern: string;
}

const rule: Rule = createRule<Options, MessageIds>({
  name: 'no-silent-catch',
  type: 'problem',
  description: 'Disallow handlers that drop the error without a trace',
  presets: { recommended: 'error', strict: ['error', { requireDirective: true }], migration: 'warn' },
  hasSuggestions: true,
  messages: {
    silent: 'This handler drops the error: handle it, pass it on, or say why with `// expected: reason`.',
    rethrow: 'Rethrow the error.',
  },
  properties: {
    ...reasonProperties,
    allowKinds: {
      description: 'Kinds of handlers that may drop the error.',
      type: 'array',
      items: { type: 'string', enum: [...handlerKinds] },
      uniqueItems: true,
    },
    allowOptionalCleanup: {
      description: 'Calls that may fail silently when nothing else is guarded.',
      type: 'array',
      items: { type: 'string' },
      uniqueItems: true,
    },
    allowFunctionNamePattern: {
      description: 'Names of functions that promise null or false instead of an error.',
      type: 'string',
    },
  },
  defaults: {
    ...reasonDefaults,
    // Error-first callbacks that forget their error are a matter of their own.
    allowKinds: ['callback'],
    allowOptionalCleanup: [...defaultCleanups],
    allowFunctionNamePattern: defaultProbeNames,
  },
  create: (context, options, settings) => {
    const source = context.sourceCode;
    const policy = getReasonPolicy(options);
    const probes = new RegExp(options.allowFunctionNamePattern);
    return visitHandlers(source, (handler) => {
      if (options.allowKinds.includes(handler.kind)) return;
      const { verdict } = getVerdict(analyzeHandler(source, settings, handler));
      if (verdict !== 'ignored') return;
      if (isCleanup(handler, options.allowOptionalCleanup) || isProbe(handler, probes)) return;
      if (isSilencer(source, handler) || findJustification(source, handler, policy)) return;
      context.report({
        loc: getHandlerLocation(source, handler),
        messageId: 'silent',
        data: { handlerKind: handler.kind, outcome: verdict },
        suggest: suggest(context, handler),
      });
    });
  },
});

export default rule;

function suggest(context: RuleContext<MessageIds>, handler: ErrorHandler): TSESLint.ReportSuggestionArray<MessageIds> {
  const rethrow = appendStatement(context.sourceCode, handler, (name) => `throw ${name};`);
  if (!rethrow || handler.kind === 'error-event' || handler.kind === 'process-event') return [];
  return [{ messageId: 'rethrow', fix: rethrow }];
}

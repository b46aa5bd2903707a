import type { TSESLint } from '@typescript-eslint/utils';
import { appendStatement } from './fix/rethrow.ts';
import type { ErrorHandler } from './patterns/handlers/error-handler.ts';
import { findJustification } from './patterns/justification/find-justification.ts';
import { analyzeHandler } from './patterns/outcomes/analyze-handler.ts';
import { getVerdict } from './patterns/outcomes/verdict.ts';
import { findTolerance } from './patterns/tolerance/find-tolerance.ts';
import { createRule, type Rule, type RuleContext } from './plugin/create-rule.ts';
import { getHandlerLocation } from './plugin/handler-location.ts';
import { getReasonPolicy, reasonDefaults, reasonProperties, type ReasonOptions } from './plugin/reason-options.ts';
import {
  getTolerancePolicy,
  toleranceDefaults,
  toleranceProperties,
  type ToleranceOptions,
} from './plugin/tolerance-options.ts';
import { visitHandlers } from './plugin/visit-handlers.ts';

type MessageIds = 'silent' | 'rethrow';

type Options = ReasonOptions & ToleranceOptions;

const rule: Rule = createRule<Options, MessageIds>({
  name: 'no-silent-catch',
  type: 'problem',
  description: 'Disallow handlers that drop the error without a trace',
  why: 'a dropped error is found by its consequences, far from the place and hours later.',
  how: 'handle the failures that you expect, pass the others on, and give the reason where nothing has to be done.',
  presets: { recommended: 'error', strict: ['error', { requireDirective: true }], migration: 'warn' },
  hasSuggestions: true,
  messages: {
    silent: 'This handler drops the error: handle it, pass it on, or say why with `// expected: reason`.',
    rethrow: 'Rethrow the error.',
  },
  properties: { ...reasonProperties, ...toleranceProperties },
  defaults: { ...reasonDefaults, ...toleranceDefaults },
  create: (context, options, settings) => {
    const source = context.sourceCode;
    const policy = getReasonPolicy(options);
    const tolerance = getTolerancePolicy(options);
    return visitHandlers(source, (handler) => {
      if (options.allowKinds.includes(handler.kind)) return;
      const { verdict, outcome } = getVerdict(analyzeHandler(source, settings, handler));
      if (verdict !== 'ignored' || !outcome) return;
      if (findTolerance(source, handler, outcome, tolerance) || findJustification(source, handler, policy)) return;
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

import { findJustification } from './patterns/justification/find-justification.ts';
import { analyzeHandler } from './patterns/outcomes/analyze-handler.ts';
import type { Outcome } from './patterns/outcomes/outcome.ts';
import { getVerdict } from './patterns/outcomes/verdict.ts';
import { isBooleanProbe } from './patterns/tolerance/probe.ts';
import { findTolerance } from './patterns/tolerance/find-tolerance.ts';
import { getText, type Source } from './patterns/source.ts';
import { createRule, type Rule } from './plugin/create-rule.ts';
import { getHandlerLocation } from './plugin/handler-location.ts';
import { getReasonPolicy, reasonDefaults, reasonProperties, type ReasonOptions } from './plugin/reason-options.ts';
import {
  getTolerancePolicy,
  toleranceDefaults,
  toleranceProperties,
  type ToleranceOptions,
} from './plugin/tolerance-options.ts';
import { visitHandlers } from './plugin/visit-handlers.ts';

type MessageIds = 'fallback' | 'skipped' | 'carriesOn';

interface Options extends ReasonOptions, ToleranceOptions {
  readonly allowValues: readonly string[];
  readonly allowBooleanProbe: boolean;
}

const rule: Rule = createRule<Options, MessageIds>({
  name: 'no-silent-fallback',
  type: 'problem',
  description: 'Disallow handlers that turn a failure into a default value that looks like a result',
  why: 'a made-up value looks like a result, so nobody notices that the real one is missing.',
  how: 'check for the failure that the default stands for, and rethrow, report or return the others.',
  presets: { strict: ['error', { requireDirective: true }], migration: 'warn' },
  messages: {
    fallback:
      'The failure is turned into `{{value}}`, which callers cannot tell from a real result: narrow, report or pass on the error.',
    skipped: 'The failure is skipped by `{{value}}` without a trace: narrow, report or collect the error.',
    carriesOn: 'This handler carries on as if nothing had failed: narrow, report or pass on the error.',
  },
  properties: {
    ...reasonProperties,
    ...toleranceProperties,
    allowValues: {
      description: 'Source text of defaults that are no secret, such as `false`.',
      type: 'array',
      items: { type: 'string' },
      uniqueItems: true,
    },
    allowBooleanProbe: {
      description: 'Accept `try { …; return true } catch { return false }`, where the pair of answers is the contract.',
      type: 'boolean',
    },
  },
  defaults: { ...reasonDefaults, ...toleranceDefaults, allowValues: [], allowBooleanProbe: true },
  create: (context, options, settings) => {
    const source = context.sourceCode;
    const policy = getReasonPolicy(options);
    const tolerance = getTolerancePolicy(options);
    return visitHandlers(source, (handler) => {
      if (options.allowKinds.includes(handler.kind)) return;
      const { verdict, outcome } = getVerdict(analyzeHandler(source, settings, handler));
      if (verdict !== 'replaced' || !outcome) return;
      if (outcome.value) {
        if (options.allowValues.includes(getText(source, outcome.value))) return;
        if (options.allowBooleanProbe && isBooleanProbe(source, handler, outcome.value)) return;
      }
      if (findTolerance(source, handler, outcome, tolerance) || findJustification(source, handler, policy)) return;
      context.report({
        loc: getHandlerLocation(source, handler),
        messageId: getMessage(outcome),
        data: { value: getValueText(source, outcome), handlerKind: handler.kind, outcome: verdict },
      });
    });
  },
});

export default rule;

function getMessage(outcome: Outcome): MessageIds {
  if (outcome.exit === 'continue' || outcome.exit === 'break') return 'skipped';
  return outcome.value ? 'fallback' : 'carriesOn';
}

function getValueText(source: Source, outcome: Outcome): string {
  if (!outcome.value) return outcome.exit;
  const text = getText(source, outcome.value).replace(/\s+/g, ' ');
  return text.length > 40 ? `${text.slice(0, 39)}…` : text;
}

import type { TSESLint, TSESTree } from '@typescript-eslint/utils';
import { bindError } from './patterns/handlers/bind-error.ts';
import { appendStatement } from './fix/rethrow.ts';
import { getDottedName } from './patterns/dotted-name.ts';
import { handlerKinds, type ErrorHandler, type HandlerKind } from './patterns/handlers/error-handler.ts';
import { findJustification } from './patterns/justification/find-justification.ts';
import { analyzeHandler } from './patterns/outcomes/analyze-handler.ts';
import { isLogger } from './patterns/outcomes/log-call.ts';
import { getVerdict } from './patterns/outcomes/verdict.ts';
import { findLogTolerance, type LogTolerancePolicy } from './patterns/tolerance/find-log-tolerance.ts';
import { collectOwn } from './patterns/walk.ts';
import { createRule, type Rule, type RuleContext } from './plugin/create-rule.ts';
import { getHandlerLocation } from './plugin/handler-location.ts';
import { logToleranceDefaults, logToleranceProperties } from './plugin/log-tolerance-options.ts';
import { getReasonPolicy, reasonDefaults, reasonProperties, type ReasonOptions } from './plugin/reason-options.ts';
import type { OctollmSettings } from './patterns/settings/settings.ts';
import { visitHandlers } from './plugin/visit-handlers.ts';

type MessageIds = 'logOnly' | 'logBlind' | 'rethrow' | 'logError';

interface Options extends ReasonOptions, LogTolerancePolicy {
  readonly check: readonly ('logOnly' | 'logBlind')[];
  readonly allowKinds: readonly HandlerKind[];
  readonly loggers: readonly string[];
  readonly reporters: readonly string[];
  readonly allowReporters: boolean;
}

const names = { type: 'array', items: { type: 'string' }, uniqueItems: true } as const;

const rule: Rule = createRule<Options, MessageIds>({
  name: 'no-log-only-catch',
  type: 'problem',
  description: 'Disallow handlers that only log the error and go on as if nothing had happened',
  why: 'the code behind the handler goes on without the result, and whoever called it believes that all went well.',
  how: 'log where the failure is answered; elsewhere rethrow it or return it as a failure.',
  presets: { recommended: ['error', { check: ['logBlind'] }], strict: 'error', migration: 'warn' },
  hasSuggestions: true,
  messages: {
    logOnly: 'The error is only logged, so the caller sees success: rethrow it or return a failure.',
    logBlind:
      'This handler logs without the error and goes on: pass `{{name}}` to the logger, and rethrow or return a failure.',
    rethrow: 'Rethrow `{{name}}` after logging.',
    logError: 'Pass `{{name}}` to the logger.',
  },
  properties: {
    ...reasonProperties,
    ...logToleranceProperties,
    check: {
      description:
        'What to report: handlers that log the error and go on, those that log without the error and go on, or both.',
      type: 'array',
      items: { type: 'string', enum: ['logOnly', 'logBlind'] },
      uniqueItems: true,
    },
    allowKinds: {
      description: 'Kinds of handlers that may only log.',
      type: 'array',
      items: { type: 'string', enum: [...handlerKinds] },
      uniqueItems: true,
    },
    loggers: { ...names, description: 'Further callees that log, beside those of the settings.' },
    reporters: { ...names, description: 'Further callees that report to a monitoring service.' },
    allowReporters: { description: 'Count a report to a monitoring service as handling.', type: 'boolean' },
  },
  defaults: {
    ...reasonDefaults,
    ...logToleranceDefaults,
    // A comment beside a log line says what happens, seldom why the caller may go on.
    requireDirective: true,
    check: ['logOnly', 'logBlind'],
    allowKinds: ['callback', 'error-event', 'process-event', 'middleware', 'component'],
    loggers: [],
    reporters: [],
    allowReporters: true,
  },
  create: (context, options, shared) => {
    const source = context.sourceCode;
    const policy = getReasonPolicy(options);
    const settings = extendSettings(shared, options);
    return visitHandlers(source, (handler) => {
      if (options.allowKinds.includes(handler.kind)) return;
      const { verdict, outcome } = getVerdict(analyzeHandler(source, settings, handler));
      const messageId = verdict === 'logged' ? 'logOnly' : verdict === 'logged-blind' ? 'logBlind' : undefined;
      if (!messageId || !outcome || !options.check.includes(messageId)) return;
      if (findLogTolerance(source, handler, outcome, options) || findJustification(source, handler, policy)) return;
      const name = bindError(source, handler)?.name ?? 'error';
      context.report({
        loc: getHandlerLocation(source, handler),
        messageId,
        data: { name, handlerKind: handler.kind, outcome: verdict },
        suggest: [...suggestLogging(context, handler, settings, messageId), ...suggestRethrow(context, handler)],
      });
    });
  },
});

export default rule;

const extended = new WeakMap<OctollmSettings, Map<string, OctollmSettings>>();

/** The same settings object for the same options, so that one analysis of a handler serves every file of a run. */
function extendSettings(settings: OctollmSettings, options: Options): OctollmSettings {
  if (options.loggers.length === 0 && options.reporters.length === 0 && options.allowReporters) return settings;
  const variants = extended.get(settings) ?? new Map<string, OctollmSettings>();
  extended.set(settings, variants);
  const key = JSON.stringify([options.loggers, options.reporters, options.allowReporters]);
  const reporters = [...settings.reporters, ...options.reporters];
  const variant = variants.get(key) ?? {
    ...settings,
    loggers: [...settings.loggers, ...options.loggers, ...(options.allowReporters ? [] : reporters)],
    reporters: options.allowReporters ? reporters : [],
  };
  variants.set(key, variant);
  return variant;
}

function suggestRethrow(
  context: RuleContext<MessageIds>,
  handler: ErrorHandler,
): TSESLint.ReportSuggestionArray<MessageIds> {
  const name = bindError(context.sourceCode, handler)?.name ?? 'error';
  const fix = appendStatement(context.sourceCode, handler, (bound) => `throw ${bound};`);
  return fix ? [{ messageId: 'rethrow', data: { name }, fix }] : [];
}

/** `logger.error('…')` gets the error as its last argument. */
function suggestLogging(
  context: RuleContext<MessageIds>,
  handler: ErrorHandler,
  settings: OctollmSettings,
  messageId: 'logOnly' | 'logBlind',
): TSESLint.ReportSuggestionArray<MessageIds> {
  const source = context.sourceCode;
  const binding = messageId === 'logBlind' && handler.body ? bindError(source, handler) : undefined;
  if (!binding || !handler.body) return [];
  const call = collectOwn(source, handler.body, 'CallExpression').find((candidate) =>
    isLogger(getDottedName(candidate.callee), settings),
  );
  const last: TSESTree.CallExpressionArgument | undefined = call?.arguments.at(-1);
  if (!last || last.type === 'SpreadElement') return [];
  return [
    {
      messageId: 'logError',
      data: { name: binding.name },
      fix: (fixer) => [...binding.bind(fixer), fixer.insertTextAfter(last, `, ${binding.name}`)],
    },
  ];
}

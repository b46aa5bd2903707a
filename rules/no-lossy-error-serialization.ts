import type { TSESLint } from '@typescript-eslint/utils';
import { hasComment } from './patterns/has-comment.ts';
import { importClass } from './fix/import-class.ts';
import { findErrorMentions, type ErrorMention } from './patterns/handlers/error-mentions.ts';
import { handlerKinds, type ErrorHandler, type HandlerKind } from './patterns/handlers/error-handler.ts';
import { getSettledMention } from './patterns/handlers/settled-mention.ts';
import { getTypedMention } from './patterns/handlers/typed-mention.ts';
import { analyzeHandler, type HandlerAnalysis } from './patterns/outcomes/analyze-handler.ts';
import { getLossyCopy, type LossyCopyKind } from './patterns/serialization/lossy-copy.ts';
import { findTextOnlyLogs, type TextOnlyLog } from './patterns/serialization/text-only-log.ts';
import { isCommandLineFile } from './patterns/settings/command-line-files.ts';
import { defaultSettings } from './patterns/settings/defaults.ts';
import { getText, isWithin, type Node } from './patterns/source.ts';
import { isEntryPoint } from './patterns/tolerance/entry-point.ts';
import { getOutermostExpression } from './patterns/unwrap-expression.ts';
import { collectOwn } from './patterns/walk.ts';
import { createRule, type Rule, type RuleContext } from './plugin/create-rule.ts';
import { mergeListeners } from './plugin/merge-listeners.ts';
import { visitHandlers } from './plugin/visit-handlers.ts';
import { visitMethodCalls } from './plugin/visit-method-calls.ts';

type MessageIds = LossyCopyKind | 'textOnly' | 'serialize' | 'passError';

interface Options {
  readonly kinds: readonly HandlerKind[];
  readonly checkLogs: boolean;
}

const rule: Rule = createRule<Options, MessageIds>({
  name: 'no-lossy-error-serialization',
  type: 'problem',
  description: 'Disallow copies of an error that leave out its message, its stack or its cause',
  why: 'message, stack and cause are not enumerable, so a copy of an error is an empty object to whoever reads it.',
  how: 'pass the error itself to the log, write `serializeError(error)` into JSON, and answer with its public view.',
  presets: { recommended: ['error', { checkLogs: false }], strict: 'error', migration: 'warn' },
  hasSuggestions: true,
  messages: {
    stringified:
      '`JSON.stringify` leaves out message, stack and cause of `{{name}}`: write `serializeError({{name}})`.',
    spread:
      'A spread leaves out message, stack and class of `{{name}}`: keep `{{name}}` itself, as a cause or under a key.',
    cloned:
      '`structuredClone` leaves out the class and the own properties of `{{name}}`: pass `serializeError({{name}})`.',
    answered: '`{{name}}` becomes `{}` in this answer: send what the client may see, such as a code and a message.',
    textOnly: 'The log gets text of `{{name}}`, but neither its stack nor its cause: pass `{{name}}` itself.',
    serialize: 'Write `serializeError({{name}})`.',
    passError: 'Pass `{{name}}` itself.',
  },
  properties: {
    kinds: {
      description: 'Kinds of handlers to look into.',
      type: 'array',
      items: { type: 'string', enum: [...handlerKinds] },
      uniqueItems: true,
    },
    checkLogs: {
      description: 'Report log calls at error level that get only text of an error that goes nowhere else.',
      type: 'boolean',
    },
  },
  defaults: { kinds: [...handlerKinds], checkLogs: true },
  create: (context, options, settings) => {
    const source = context.sourceCode;
    // The last words of a program are for the person who started it, and so are those of a command.
    const isForTheTerminal = ({ outcomes }: HandlerAnalysis): boolean =>
      outcomes.some(({ kind }) => kind === 'terminated') || isCommandLineFile(context.filename, context.cwd);
    const seen = new Set<Node>();
    const copies: Node[] = [];
    const check = (mention: ErrorMention, handlerKind: HandlerKind | 'parameter'): void => {
      const copy = getLossyCopy(mention);
      if (!copy || seen.has(mention.node)) return;
      seen.add(mention.node);
      copies.push(copy.node);
      const data = { name: mention.name, handlerKind, outcome: copy.kind };
      const canWrite = copy.kind === 'stringified' || copy.kind === 'cloned';
      const suggest = canWrite ? suggestSerializer(context, settings.errorModule, mention.node, data.name) : [];
      context.report({ node: copy.node, messageId: copy.kind, data, suggest });
    };
    const handlers = visitHandlers(source, (handler) => {
      if (handler.variables.length === 0 || !options.kinds.includes(handler.kind) || isDomEvent(handler)) return;
      const mentions = findErrorMentions(source, settings, handler);
      for (const mention of mentions) check(mention, handler.kind);
      if (!options.checkLogs || mentions.length === 0 || isEntryPoint(handler)) return;
      const logs = findTextOnlyLogs(mentions);
      if (logs.length === 0 || isForTheTerminal(analyzeHandler(source, settings, handler))) return;
      for (const log of logs) {
        // `logger.error(JSON.stringify(e))` is told of already.
        if (copies.some((copy) => isWithin(copy, log.argument))) continue;
        const data = { name: log.name, handlerKind: handler.kind, outcome: 'logged' };
        context.report({ node: log.argument, messageId: 'textOnly', data, suggest: suggestError(context, log) });
      }
    });
    if (!mayWriteError(source.text)) return handlers;
    const written = visitStringifyCalls(source, ({ arguments: [value] }) => {
      for (const name of value ? collectOwn(source, value, 'Identifier') : []) {
        const mention = getTypedMention(source, settings, name);
        if (mention) check(mention, 'parameter');
      }
      for (const member of value ? collectOwn(source, value, 'MemberExpression') : []) {
        const mention = getSettledMention(source, settings, member);
        if (mention) check(mention, 'settled-result');
      }
    });
    return mergeListeners(handlers, written);
  },
});

export default rule;

const visitStringifyCalls = visitMethodCalls('stringify');

/** Few files write JSON and have an error by its type or a settled list, and a glance at the text tells. */
function mayWriteError(text: string): boolean {
  return text.includes('stringify(') && (/: Error\b/.test(text) || text.includes('allSettled('));
}

/** `socket.onerror = (event) => …`: what the browser sends is no error. */
function isDomEvent({ kind, parameter }: ErrorHandler): boolean {
  return kind === 'error-event' && parameter?.type === 'Identifier' && /^_?(?:ev|evt|event)$/.test(parameter.name);
}

function suggestSerializer(
  context: RuleContext<MessageIds>,
  errorModule: string,
  mention: Node,
  name: string,
): TSESLint.ReportSuggestionArray<MessageIds> {
  // Another module of errors need not have the function.
  if (errorModule !== defaultSettings.errorModule) return [];
  const source = context.sourceCode;
  const { local, edit } = importClass(source, errorModule, 'serializeError');
  const value = getOutermostExpression(mention);
  const isShorthand = value.parent?.type === 'Property' && value.parent.shorthand;
  const call = `${isShorthand ? `${name}: ` : ''}${local}(${getText(source, value)})`;
  return [{ messageId: 'serialize', data: { name }, fix: (fixer) => [...edit(fixer), fixer.replaceText(value, call)] }];
}

/** `e.message` that stands by itself becomes `e`; text that a template is made of stays, and the error follows it. */
function suggestError(
  context: RuleContext<MessageIds>,
  { argument, text, name }: TextOnlyLog,
): TSESLint.ReportSuggestionArray<MessageIds> {
  const data = { name };
  const isCommented = hasComment(context.sourceCode, text);
  const { parent } = text;
  const isWhole = text === argument || (parent?.type === 'Property' && parent.value === text && !parent.shorthand);
  if (isWhole && !isCommented && text.type !== 'Identifier')
    return [{ messageId: 'passError', data, fix: (fixer) => fixer.replaceText(text, name) }];
  const isChoice = argument.type === 'ConditionalExpression' && !hasComment(context.sourceCode, argument);
  if (isChoice) return [{ messageId: 'passError', data, fix: (fixer) => fixer.replaceText(argument, name) }];
  const isText = argument.type === 'TemplateLiteral' || argument.type === 'BinaryExpression';
  if (!isText || isInBrackets(context, argument)) return [];
  return [{ messageId: 'passError', data, fix: (fixer) => fixer.insertTextAfter(argument, `, ${name}`) }];
}

function isInBrackets({ sourceCode }: RuleContext<MessageIds>, argument: Node): boolean {
  return (
    /^\s*\)\s*[,)]/.test(sourceCode.text.slice(argument.range[1])) &&
    /\(\s*\(\s*$/.test(sourceCode.text.slice(0, argument.range[0]))
  );
}

import type { TSESLint, TSESTree } from '@typescript-eslint/utils';
import { bindErrorAt } from './patterns/handlers/bind-error.ts';
import { insertBefore } from './fix/insert-first.ts';
import { removeStatement } from './fix/remove-statement.ts';
import { getDottedName } from './patterns/dotted-name.ts';
import { handlerKinds, type ErrorHandler, type HandlerKind } from './patterns/handlers/error-handler.ts';
import { findDirective, findHandlerComment } from './patterns/justification/find-justification.ts';
import { analyzeHandler, type HandlerAnalysis } from './patterns/outcomes/analyze-handler.ts';
import { findLoggedThrows, logLevels, type LoggedThrow, type LogLevel } from './patterns/outcomes/log-and-throw.ts';
import { findUnloggedThrows, type UnloggedThrow } from './patterns/outcomes/unlogged-throw.ts';
import { isTestFile } from './patterns/settings/test-files.ts';
import { getEnclosingFunction, getText } from './patterns/source.ts';
import { hasNoCaller } from './patterns/tolerance/entry-point.ts';
import { findVariableByName } from './patterns/variables.ts';
import { createRule, type Rule, type RuleContext } from './plugin/create-rule.ts';
import { visitHandlers } from './plugin/visit-handlers.ts';

type MessageIds = 'logged' | 'unlogged' | 'textOnly' | 'removeLog' | 'moveText' | 'addLog';

interface Options {
  readonly when: 'at-boundary' | 'before-throw';
  readonly kinds: readonly HandlerKind[];
  readonly levels: readonly LogLevel[];
  readonly allowWrapped: boolean;
  readonly allowAtBoundary: boolean;
  readonly allowWithReason: boolean;
  readonly allowInTests: boolean;
}

const rule: Rule = createRule<Options, MessageIds>({
  name: 'error-logging',
  type: 'suggestion',
  description: 'Require one place of a failure to log it: the boundary that handles it, or the handler that wraps it',
  presets: { strict: 'error', octollm: ['error', { when: 'before-throw' }], migration: 'warn' },
  hasSuggestions: true,
  why: 'a failure that is logged at each level looks like many, and one that is wrapped without a line leaves none of its context.',
  how: 'choose one: add context by wrapping and log where the error is handled, or log with the error before a wrap leaves.',
  messages: {
    logged:
      'The error is logged here and thrown again, so it is logged twice: wrap it with its context, or log it where it is handled.',
    unlogged:
      '`{{name}}` takes the place of the caught error, and nothing logs that one: log it as a value before this leaves.',
    textOnly: 'Only text of the caught error is logged before `{{name}}` takes its place: log the error as a value.',
    removeLog: 'Remove the log line.',
    moveText: 'Wrap the error with the text of the log line.',
    addLog: 'Log the error first.',
  },
  properties: {
    when: {
      description:
        'Where to log: `at-boundary` reports logging what is thrown again, `before-throw` asks for a structured log line before a wrapping error leaves.',
      type: 'string',
      enum: ['at-boundary', 'before-throw'],
    },
    kinds: {
      description: 'Kinds of handlers to check.',
      type: 'array',
      items: { type: 'string', enum: [...handlerKinds] },
      uniqueItems: true,
    },
    levels: {
      description: 'Levels of log lines that `at-boundary` reports; `report` is a report to a monitoring service.',
      type: 'array',
      items: { type: 'string', enum: [...logLevels] },
      uniqueItems: true,
    },
    allowWrapped: {
      description: 'Let `at-boundary` accept a log line in front of a new error that carries the old one.',
      type: 'boolean',
    },
    allowAtBoundary: {
      description:
        'Let `at-boundary` accept it in listeners, timers and other callbacks of a framework, which print no errors.',
      type: 'boolean',
    },
    allowWithReason: {
      description:
        'Accept `// expected: reason` at the statement, and a comment in the handler that says why it logs here.',
      type: 'boolean',
    },
    allowInTests: { description: 'Allow in the files that `settings.octollm.testGlobs` names.', type: 'boolean' },
  },
  defaults: {
    when: 'at-boundary',
    kinds: ['catch-clause', 'promise-catch', 'promise-then', 'callback', 'error-event'],
    levels: ['error', 'warn', 'report'],
    allowWrapped: false,
    allowAtBoundary: true,
    allowWithReason: true,
    allowInTests: true,
  },
  create: (context, options, settings) => {
    const source = context.sourceCode;
    const isAllowedTest = (): boolean =>
      options.allowInTests && isTestFile(context.filename, context.cwd, settings.testGlobs);
    const isExplained = (node: TSESTree.Node): boolean =>
      options.allowWithReason && findDirective(source, node, 'expected', 10) !== undefined;
    const seen = new Set<TSESTree.Node>();
    return visitHandlers(source, (handler) => {
      if (!options.kinds.includes(handler.kind) || handler.body?.type !== 'BlockStatement') return;
      // A function that several promises are given is one handler.
      if (seen.has(handler.body)) return;
      seen.add(handler.body);
      const analysis = analyzeHandler(source, settings, handler);
      if (options.when === 'before-throw') {
        const [unlogged] = findUnloggedThrows(analysis);
        if (!unlogged || isAllowedTest()) return;
        if (!isExplained(unlogged.exit)) reportUnlogged(context, handler, unlogged);
        return;
      }
      const logged = findLogged(analysis, options);
      const [first] = logged;
      if (!first || isAllowedTest() || isExplained(first.log)) return;
      if (options.allowWithReason && findHandlerComment(source, handler, saysWhyLogged)) return;
      reportLogged(context, handler, first, logged);
    });
  },
});

export default rule;

/** `// Log it here, because the worker boundary swallows the message.` */
const saysWhyLogged =
  /\b(?:log\w*|report\w*|captur\w*|print\w*)\b[^]*(?:, as\b|\b(?:because|since|so that|otherwise|swallow\w*|abstract\w*|surviv\w*|hides?|lost)\b)/i;

function findLogged(analysis: HandlerAnalysis, options: Options): LoggedThrow[] {
  const { handler } = analysis;
  const logged = findLoggedThrows(analysis).filter(
    ({ level, isWrapped }) => options.levels.includes(level) && !(isWrapped && options.allowWrapped),
  );
  const isAtBoundary = (): boolean =>
    getEnclosingFunction(handler.host) !== undefined && hasNoCaller(analysis.context.source, handler);
  return logged.length > 0 && options.allowAtBoundary && isAtBoundary() ? [] : logged;
}

function reportLogged(
  context: RuleContext<MessageIds>,
  handler: ErrorHandler,
  first: LoggedThrow,
  logged: readonly LoggedThrow[],
): void {
  context.report({
    node: first.log,
    messageId: 'logged',
    data: {
      name: getDottedName(first.log.callee),
      handlerKind: handler.kind,
      outcome: first.isWrapped ? 'wrapped' : 'rethrown',
    },
    suggest: suggestOneRecord(context, first, logged),
  });
}

function suggestOneRecord(
  { sourceCode }: RuleContext<MessageIds>,
  { exit, value, isWrapped }: LoggedThrow,
  logged: readonly LoggedThrow[],
): TSESLint.ReportSuggestionArray<MessageIds> {
  // What a helper logs, it logs for others too.
  if (logged.some(({ isHelper }) => isHelper)) return [];
  const removals = logged.map(({ log }) => removeStatement(sourceCode, log)).filter((removal) => removal !== undefined);
  if (removals.length < logged.length) return [];
  const remove: (fixer: TSESLint.RuleFixer) => TSESLint.RuleFix[] = (fixer) =>
    removals.map((removal) => removal(fixer));
  const suggestions: TSESLint.ReportSuggestionArray<MessageIds> = [{ messageId: 'removeLog', fix: remove }];
  const text = logged
    .flatMap(({ log }) => log.arguments.map((argument) => getWording(sourceCode, argument)))
    .find(Boolean);
  const isFree = !findVariableByName(sourceCode, exit, 'Error')?.defs.length;
  if (text && !isWrapped && isFree && value.type === 'Identifier')
    suggestions.push({
      messageId: 'moveText',
      fix: (fixer) => [...remove(fixer), fixer.replaceText(value, `new Error(${text}, { cause: ${value.name} })`)],
    });
  return suggestions;
}

/** A text as it is written, without the colon that led to the error. */
function getWording(source: RuleContext<MessageIds>['sourceCode'], node: TSESTree.Node): string | undefined {
  const isText = node.type === 'TemplateLiteral' || (node.type === 'Literal' && typeof node.value === 'string');
  return isText ? getText(source, node).replace(/[:,-]?\s*(['"`])$/, '$1') : undefined;
}

function reportUnlogged(
  context: RuleContext<MessageIds>,
  handler: ErrorHandler,
  { exit, construction, hasText }: UnloggedThrow,
): void {
  context.report({
    node: exit,
    messageId: hasText ? 'textOnly' : 'unlogged',
    data: { name: construction.className, handlerKind: handler.kind, outcome: 'not-logged' },
    suggest: suggestLog(context, handler, exit, construction.node),
  });
}

function suggestLog(
  { sourceCode }: RuleContext<MessageIds>,
  handler: ErrorHandler,
  exit: TSESTree.Node,
  { arguments: [message] }: UnloggedThrow['construction']['node'],
): TSESLint.ReportSuggestionArray<MessageIds> {
  const binding = bindErrorAt(sourceCode, handler, exit);
  const logger = ['logger', 'log'].find((name) => findVariableByName(sourceCode, exit, name));
  const text = message && getWording(sourceCode, message);
  if (!binding || !logger || !text) return [];
  const insert = insertBefore(sourceCode, exit, `${logger}.error(${text}, { error: ${binding.name} });`);
  return insert ? [{ messageId: 'addLog', fix: (fixer) => [...binding.bind(fixer), insert(fixer)] }] : [];
}

import type { TSESLint } from '@typescript-eslint/utils';
import { passToTarget, prependGuard, returnFrom } from './fix/callback-error.ts';
import { findFailureTarget } from './patterns/causes/failure-target.ts';
import { forgetsFirst, getDeclaredCallback, type DeclaredCallback } from './patterns/handlers/declared-callback.ts';
import { isExplained } from './patterns/handlers/explained-callback.ts';
import { findDirective, findJustification } from './patterns/justification/find-justification.ts';
import { onceForEach } from './patterns/once-for-each.ts';
import { findCallbackFaults, type CallbackFault } from './patterns/outcomes/callback-fault.ts';
import { isCommandLineFile } from './patterns/settings/command-line-files.ts';
import { isTestFile } from './patterns/settings/test-files.ts';
import type { ErrorHandler } from './patterns/handlers/error-handler.ts';
import { getEnclosingFunction, type Node } from './patterns/source.ts';
import { createRule, type Rule, type RuleContext } from './plugin/create-rule.ts';
import { mergeListeners } from './plugin/merge-listeners.ts';
import { getReasonPolicy, reasonDefaults, reasonProperties, type ReasonOptions } from './plugin/reason-options.ts';
import { shareSearch } from './plugin/share-search.ts';
import { visitHandlers } from './plugin/visit-handlers.ts';

type Suggestion = 'guard' | 'return' | 'passOn';
type MessageIds = CallbackFault['kind'] | 'unbound' | Suggestion;

interface Options extends ReasonOptions {
  readonly names: string;
  readonly checkUnderscore: boolean;
  readonly checkFunctions: boolean;
  readonly requireReturn: boolean;
  readonly allowThrow: boolean;
}

const rule: Rule = createRule<Options, MessageIds>({
  name: 'handle-callback-error',
  type: 'problem',
  description: 'Require error-first callbacks to look at their error and to stop there',
  why: 'an error-first callback is called on failure too, with a result that is missing, and nothing else tells of the failure.',
  how: 'begin with `if (err) return callback(err);`, or make a promise of the function and await it.',
  presets: {
    recommended: ['error', { checkFunctions: false }],
    strict: 'error',
    migration: ['warn', { checkFunctions: false }],
  },
  hasSuggestions: true,
  messages: {
    ignored:
      '`{{name}}` is never looked at, so a failure passes for a result: handle it and return before the rest runs.',
    unbound: 'This callback does not take its error, so a failure passes unnoticed: take it, handle it and return.',
    continues: 'After `{{name}}` is noted the callback goes on as if nothing had failed: return there.',
    answered: '`{{name}}` is passed on, and then the callback goes on and answers again: return there.',
    thrown: 'Nobody catches what a callback throws, so this ends the process: pass `{{name}}` to whoever waits.',
    guard: 'Pass `{{name}}` to `{{target}}` and return.',
    return: 'Return here.',
    passOn: 'Pass it to `{{target}}` and return.',
  },
  properties: {
    ...reasonProperties,
    names: {
      description: 'Names of the first parameter by which a function that is declared apart takes an error.',
      type: 'string',
    },
    checkUnderscore: { description: 'Report an ignored error whose name begins with `_`.', type: 'boolean' },
    checkFunctions: {
      description: 'Look at functions that are declared apart from the call that takes them, too.',
      type: 'boolean',
    },
    requireReturn: { description: 'Report callbacks that go on after their error.', type: 'boolean' },
    allowThrow: { description: 'Allow callbacks to throw their error.', type: 'boolean' },
  },
  defaults: {
    ...reasonDefaults,
    // A comment in a callback speaks of its work, seldom of its error.
    requireDirective: true,
    names: '^(?:err|error)$',
    checkUnderscore: true,
    checkFunctions: true,
    requireReturn: true,
    allowThrow: false,
  },
  create: (context, options, settings) => {
    const source = context.sourceCode;
    const policy = getReasonPolicy(options);
    // At the top level of a script a throw ends the program on purpose.
    const mayThrow = ({ host }: ErrorHandler): boolean =>
      options.allowThrow ||
      isTestFile(context.filename, context.cwd, settings.testGlobs) ||
      (!getEnclosingFunction(host) && isScript(context));
    const isWanted = (handler: ErrorHandler, { kind, node }: CallbackFault): boolean => {
      if (kind === 'ignored')
        return options.checkUnderscore || node.type !== 'Identifier' || !node.name.startsWith('_');
      return kind === 'thrown' ? !mayThrow(handler) : options.requireReturn;
    };
    const checkCallback = (handler: ErrorHandler): void => {
      if (handler.kind !== 'callback') return;
      const faults = findCallbackFaults(source, settings, handler).filter((fault) => isWanted(handler, fault));
      if (faults.length === 0 || findJustification(source, handler, policy)) return;
      if (policy.accept !== 'none' && faults.every(({ kind }) => kind === 'ignored') && isExplained(source, handler))
        return;
      for (const fault of faults) report(context, handler, fault);
    };
    const checkFunction = (declared: DeclaredCallback): void => {
      const { parameter } = declared;
      if (!getNames(options).test(parameter.name) || !forgetsFirst(source, declared)) return;
      if (policy.accept !== 'none' && findDirective(source, parameter, 'expected', policy.minReasonLength)) return;
      const data = { name: parameter.name, handlerKind: 'callback', outcome: 'ignored' };
      context.report({ node: parameter, messageId: 'ignored', data });
    };
    const callbacks = visitHandlers(source, checkCallback);
    return options.checkFunctions
      ? mergeListeners(callbacks, visitDeclaredCallbacks(source, checkFunction))
      : callbacks;
  },
});

export default rule;

/** A file that somebody starts: it has a hashbang, or stands with others that have. */
function isScript({ filename, cwd, sourceCode }: RuleContext<MessageIds>): boolean {
  return sourceCode.text.startsWith('#!') || isCommandLineFile(filename, cwd);
}

const getNames: (options: Options) => RegExp = onceForEach(({ names }) => new RegExp(names));

const visitDeclaredCallbacks = shareSearch(
  ['FunctionDeclaration', 'FunctionExpression', 'ArrowFunctionExpression'],
  (_source, node) => {
    const declared = getDeclaredCallback(node);
    return declared ? [declared] : [];
  },
);

function report(context: RuleContext<MessageIds>, handler: ErrorHandler, fault: CallbackFault): void {
  const name = handler.parameter?.type === 'Identifier' ? handler.parameter.name : 'err';
  context.report({
    node: getPlace(fault),
    messageId: fault.kind === 'ignored' && !handler.parameter ? 'unbound' : fault.kind,
    data: { name, handlerKind: handler.kind, outcome: fault.kind },
    suggest: suggest(context, handler, fault, name),
  });
}

function getPlace({ kind, node }: CallbackFault): Node {
  return kind === 'continues' || kind === 'answered' ? node.test : node;
}

function suggest(
  { sourceCode: source }: RuleContext<MessageIds>,
  handler: ErrorHandler,
  fault: CallbackFault,
  name: string,
): TSESLint.ReportSuggestionArray<MessageIds> {
  const offer = (
    messageId: Suggestion,
    fix: TSESLint.ReportFixFunction | undefined,
    target = '',
  ): TSESLint.ReportSuggestionArray<MessageIds> => (fix ? [{ messageId, data: { name, target }, fix }] : []);
  if (fault.kind === 'continues' || fault.kind === 'answered')
    return offer('return', returnFrom(source, fault.node.consequent));
  const target = findFailureTarget(source, handler.host);
  if (target === undefined) return [];
  if (fault.kind === 'thrown') return offer('passOn', passToTarget(source, fault.node, target), target);
  return handler.parameter ? offer('guard', prependGuard(source, handler, name, target), target) : [];
}

import type { TSESLint } from '@typescript-eslint/utils';
import { bindError } from './patterns/handlers/bind-error.ts';
import { importClass } from './fix/import-class.ts';
import { insertFirst } from './fix/insert-first.ts';
import { findControlFlowCalls, type ControlFlowCall } from './patterns/control-flow/control-flow-call.ts';
import { getGuardedCode } from './patterns/control-flow/guarded-code.ts';
import { swallowsAbort, swallowsCall } from './patterns/control-flow/swallows-control-flow.ts';
import { getDottedName } from './patterns/dotted-name.ts';
import type { ErrorHandler } from './patterns/handlers/error-handler.ts';
import { findJustification } from './patterns/justification/find-justification.ts';
import { analyzeHandler } from './patterns/outcomes/analyze-handler.ts';
import { isTestFile } from './patterns/settings/test-files.ts';
import { getText } from './patterns/source.ts';
import { createRule, type Rule, type RuleContext } from './plugin/create-rule.ts';
import { getReasonPolicy, reasonDefaults } from './plugin/reason-options.ts';
import { visitHandlers } from './plugin/visit-handlers.ts';

type MessageIds = 'swallowed' | 'aborted' | 'rethrowFirst';

interface Options {
  readonly functions: readonly string[];
  readonly checkAbort: boolean;
  readonly allowInTests: boolean;
}

const policy = getReasonPolicy(reasonDefaults);

const rule: Rule = createRule<Options, MessageIds>({
  name: 'rethrow-control-flow-errors',
  type: 'problem',
  description: 'Require handlers to let pass what is thrown to leave, such as a redirect or an abort',
  presets: {
    recommended: ['error', { checkAbort: false }],
    strict: 'error',
    migration: ['warn', { checkAbort: false }],
  },
  hasSuggestions: true,
  why: 'frameworks leave a function by a throw: who catches it keeps the visitor on the page, or goes on for a caller that has left.',
  how: 'make the call behind the `try` statement, or throw what is not a failure on before anything else.',
  messages: {
    swallowed:
      '`{{call}}()` leaves by a throw, and this `catch` keeps it: call it behind the `try`, or rethrow what is no failure.',
    aborted:
      '`{{call}}()` throws when the caller aborts, and this `catch` goes on: rethrow when the signal is aborted.',
    rethrowFirst: 'Rethrow it first.',
  },
  properties: {
    functions: {
      description: 'Functions that leave by a throw, when they are imported or unknown and nothing uses their result.',
      type: 'array',
      items: { type: 'string' },
      uniqueItems: true,
    },
    checkAbort: { description: 'Check calls that are given the signal of the caller as well.', type: 'boolean' },
    allowInTests: { description: 'Allow in the files that `settings.octollm.testGlobs` names.', type: 'boolean' },
  },
  defaults: {
    functions: ['redirect', 'permanentRedirect', 'notFound', 'forbidden', 'unauthorized'],
    checkAbort: true,
    allowInTests: true,
  },
  create: (context, options, settings) => {
    const source = context.sourceCode;
    return visitHandlers(source, (handler) => {
      const isClause = handler.kind === 'catch-clause';
      // Who aborts a chain has its signal in the call that began it, and seldom in its callbacks.
      const calls = getGuardedCode(handler)
        .flatMap((code) => findControlFlowCalls(source, code, options.functions))
        .filter(({ kind }) => isClause || kind === 'function');
      if (calls.length === 0) return;
      const analysis = analyzeHandler(source, settings, handler);
      const swallowed = calls.find((call) =>
        call.kind === 'function'
          ? swallowsCall(source, analysis)
          : options.checkAbort && swallowsAbort(source, analysis) && !findJustification(source, handler, policy),
      );
      if (!swallowed) return;
      if (options.allowInTests && isTestFile(context.filename, context.cwd, settings.testGlobs)) return;
      context.report({
        node: swallowed.node,
        messageId: swallowed.kind === 'function' ? 'swallowed' : 'aborted',
        data: { call: getDottedName(swallowed.node.callee), handlerKind: handler.kind, outcome: 'swallowed' },
        suggest: suggestRethrow(context, handler, swallowed),
      });
    });
  },
});

export default rule;

/** What a framework has for telling its own throws from failures. */
const guards: Readonly<Record<string, { readonly name: string; readonly isTest: boolean }>> = {
  'next/navigation': { name: 'unstable_rethrow', isTest: false },
  '@sveltejs/kit': { name: 'isRedirect', isTest: true },
};

function suggestRethrow(
  { sourceCode }: RuleContext<MessageIds>,
  handler: ErrorHandler,
  call: ControlFlowCall,
): TSESLint.ReportSuggestionArray<MessageIds> {
  const binding = bindError(sourceCode, handler);
  const guard = binding && createGuard(sourceCode, binding.name, call);
  const insert = guard && handler.body && insertFirst(sourceCode, handler.body, guard.statement);
  if (!binding || !insert) return [];
  const fix: TSESLint.ReportFixFunction = (fixer) => [...guard.edit(fixer), ...binding.bind(fixer), insert(fixer)];
  return [{ messageId: 'rethrowFirst', fix }];
}

interface Guard {
  readonly statement: string;
  readonly edit: (fixer: TSESLint.RuleFixer) => TSESLint.RuleFix[];
}

function createGuard(
  source: RuleContext<MessageIds>['sourceCode'],
  name: string,
  call: ControlFlowCall,
): Guard | undefined {
  if (call.kind === 'abort')
    return { statement: `if (${getText(source, call.signal)}?.aborted) throw ${name};`, edit: () => [] };
  const module = call.importedName?.slice(0, call.importedName.lastIndexOf('.')) ?? '';
  const guard = guards[module];
  if (!guard || call.importedName === '@sveltejs/kit.error') return undefined;
  const { local, edit } = importClass(source, module, guard.name);
  return { statement: guard.isTest ? `if (${local}(${name})) throw ${name};` : `${local}(${name});`, edit };
}

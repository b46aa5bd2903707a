import type { TSESLint } from '@typescript-eslint/utils';
import { bindError } from './patterns/handlers/bind-error.ts';
import { insertFirst } from './fix/insert-first.ts';
import type { ErrorHandler } from './patterns/handlers/error-handler.ts';
import { findJustification } from './patterns/justification/find-justification.ts';
import { analyzeHandler } from './patterns/outcomes/analyze-handler.ts';
import { findCatchAll, logsError } from './patterns/outcomes/catch-all.ts';
import { countOperations } from './patterns/outcomes/guarded-operations.ts';
import type { Outcome } from './patterns/outcomes/outcome.ts';
import { isTestFile } from './patterns/settings/test-files.ts';
import type { Source } from './patterns/source.ts';
import { isBoundary } from './patterns/tolerance/boundary.ts';
import { findLogTolerance } from './patterns/tolerance/find-log-tolerance.ts';
import { findTolerance } from './patterns/tolerance/find-tolerance.ts';
import { isBooleanProbe } from './patterns/tolerance/probe.ts';
import { isUpkeep } from './patterns/tolerance/upkeep.ts';
import { createRule, type Rule, type RuleContext } from './plugin/create-rule.ts';
import { getHandlerLocation } from './plugin/handler-location.ts';
import { logToleranceDefaults } from './plugin/log-tolerance-options.ts';
import { getReasonPolicy, reasonDefaults, reasonProperties, type ReasonOptions } from './plugin/reason-options.ts';
import { getTolerancePolicy, toleranceDefaults } from './plugin/tolerance-options.ts';
import { visitHandlers } from './plugin/visit-handlers.ts';

type MessageIds = 'catchAll' | 'rethrowBugs';

interface Options extends ReasonOptions {
  readonly minCalls: number;
  readonly allowBoundaries: boolean;
  readonly allowLogged: boolean;
  readonly allowInTests: boolean;
}

const rule: Rule = createRule<Options, MessageIds>({
  name: 'require-error-narrowing',
  type: 'suggestion',
  description: 'Require handlers of more than a few calls to pick out the errors that they expect',
  presets: {
    strict: ['error', { minCalls: 3, allowLogged: true }],
    migration: ['warn', { minCalls: 3, allowLogged: true }],
  },
  hasSuggestions: true,
  why: 'the answer that is right for the expected failure is given for a typing error and a full disk too, and hides them.',
  how: 'check the class or the code, and throw what you did not expect on; or guard the one call that may fail as expected.',
  messages: {
    catchAll:
      'Whatever fails in these {{calls}} calls is answered in the same way, bugs too: pick out the errors you expect and rethrow the rest.',
    rethrowBugs: 'Rethrow programming errors.',
  },
  properties: {
    ...reasonProperties,
    minCalls: {
      description:
        'Calls that a handler must guard to be checked, counting those that are awaited or made for their effect.',
      type: 'integer',
      minimum: 1,
    },
    allowBoundaries: {
      description: 'Allow where a request, a message or a command ends: all errors are to be caught there.',
      type: 'boolean',
    },
    allowLogged: {
      description: 'Allow where the error is logged or reported, so that a bug is at least seen.',
      type: 'boolean',
    },
    allowInTests: { description: 'Allow in the files that `settings.octollm.testGlobs` names.', type: 'boolean' },
  },
  defaults: {
    ...reasonDefaults,
    minCalls: 2,
    allowBoundaries: true,
    allowLogged: false,
    allowInTests: true,
  },
  create: (context, options, settings) => {
    const source = context.sourceCode;
    const policy = getReasonPolicy(options);
    const tolerance = getTolerancePolicy(toleranceDefaults);
    return visitHandlers(source, (handler) => {
      if (!isOfCode(handler) || !handler.guarded) return;
      const calls = countOperations(source, settings, handler.guarded);
      if (calls < options.minCalls) return;
      const analysis = analyzeHandler(source, settings, handler);
      const outcome = findCatchAll(analysis);
      if (!outcome || (options.allowBoundaries && isBoundary(source, handler))) return;
      if (logsError(analysis) && (options.allowLogged || mayOnlyLog(source, handler, outcome))) return;
      if (outcome.value && isBooleanProbe(source, handler, outcome.value)) return;
      if (findTolerance(source, handler, outcome, tolerance) || findJustification(source, handler, policy)) return;
      if (options.allowInTests && isTestFile(context.filename, context.cwd, settings.testGlobs)) return;
      context.report({
        loc: getHandlerLocation(source, handler),
        messageId: 'catchAll',
        data: { calls, handlerKind: handler.kind, outcome: outcome.kind },
        suggest: suggestRethrow(context, handler),
      });
    });
  },
});

export default rule;

/** Whether a log line is all that is asked for: who reads it sees the bugs as well. */
function mayOnlyLog(source: Source, handler: ErrorHandler, outcome: Outcome): boolean {
  return isUpkeep(handler) || findLogTolerance(source, handler, outcome, logToleranceDefaults) !== undefined;
}

/** Listeners and callbacks are told of one thing; a clause and the end of a chain of whatever went wrong before. */
function isOfCode({ kind, body }: ErrorHandler): boolean {
  return kind === 'catch-clause' || (kind === 'promise-catch' && body !== null);
}

function suggestRethrow(
  context: RuleContext<MessageIds>,
  handler: ErrorHandler,
): TSESLint.ReportSuggestionArray<MessageIds> {
  const source = context.sourceCode;
  const binding = handler.reference === null ? bindError(source, handler) : undefined;
  if (!binding || !handler.body) return [];
  const { name } = binding;
  const guard = `if (${name} instanceof TypeError || ${name} instanceof ReferenceError) throw ${name};`;
  const insert = insertFirst(source, handler.body, guard);
  return insert ? [{ messageId: 'rethrowBugs', fix: (fixer) => [...binding.bind(fixer), insert(fixer)] }] : [];
}

import type { TSESLint } from '@typescript-eslint/utils';
import { attachCause } from './fix/attach-cause.ts';
import { importClass } from './fix/import-class.ts';
import { bindErrorAt } from './patterns/handlers/bind-error.ts';
import { classifyThrow, type Suggestion } from './patterns/classifier/classify-throw.ts';
import { describeThrowSite } from './patterns/classifier/describe-throw-site.ts';
import {
  defaultGenericErrors,
  findGenericErrors,
  type GenericErrorPolicy,
} from './patterns/classifier/generic-errors.ts';
import { getCauseState } from './patterns/causes/cause-slot.ts';
import type { ErrorConstruction } from './patterns/causes/error-construction.ts';
import { failureChannels, type Failure, type FailureChannel } from './patterns/causes/failure-channel.ts';
import { findEnclosingHandlers } from './patterns/handlers/find-enclosing-handlers.ts';
import { createProvenanceContext } from './patterns/provenance.ts';
import type { OctollmSettings } from './patterns/settings/settings.ts';
import { getRelativePath } from './patterns/settings/relative-path.ts';
import { isTestFile } from './patterns/settings/test-files.ts';
import type { Node } from './patterns/source.ts';
import { createRule, type Rule, type RuleContext } from './plugin/create-rule.ts';
import { visitFailures } from './plugin/visit-failures.ts';

type MessageIds = 'generic' | 'genericUnknown' | 'replace';

interface Options extends GenericErrorPolicy {
  readonly channels: readonly FailureChannel[];
  readonly allowInTests: boolean;
  readonly maxSuggestions: number;
}

const rule: Rule = createRule<Options, MessageIds>({
  name: 'no-generic-throw',
  type: 'suggestion',
  description: 'Disallow built-in `Error` where a class of the error hierarchy would say what failed',
  why: 'a caller can only tell plain errors apart by their text, so all of them are handled alike or not at all.',
  how: 'throw a class of the hierarchy with a code, and let handlers check the class.',
  presets: { recommended: 'warn', strict: 'error', migration: 'warn' },
  hasSuggestions: true,
  messages: {
    generic: '`{{name}}` tells callers nothing: throw `{{suggested}}`, which can be handled by class and code.',
    genericUnknown:
      '`{{name}}` tells callers nothing: throw a class of the error hierarchy, which can be handled by class and code.',
    replace: 'Use `{{suggested}}` ({{reason}}).',
  },
  properties: {
    generic: {
      description: 'Built-in classes that say nothing of the failure.',
      type: 'array',
      items: {
        type: 'string',
        enum: [
          'Error',
          'TypeError',
          'RangeError',
          'SyntaxError',
          'ReferenceError',
          'EvalError',
          'URIError',
          'AggregateError',
        ],
      },
      uniqueItems: true,
    },
    channels: {
      description: 'Ways in which a failure leaves code that are checked.',
      type: 'array',
      items: { type: 'string', enum: [...failureChannels] },
      uniqueItems: true,
    },
    allowUnreachable: {
      description:
        'Allow errors that mark code which correct programs never reach: exhaustiveness checks, assertion helpers.',
      type: 'boolean',
    },
    allowInTests: { description: 'Allow in the files that `settings.octollm.testGlobs` names.', type: 'boolean' },
    maxSuggestions: { description: 'How many classes to offer.', type: 'integer', minimum: 0, maximum: 3 },
  },
  defaults: {
    ...defaultGenericErrors,
    channels: [...failureChannels],
    allowInTests: true,
    maxSuggestions: 3,
  },
  create: (context, options, settings) => {
    const source = context.sourceCode;
    const seen = new Set<Node>();
    let isTest: boolean | undefined;
    let path: string | undefined;
    const isAllowedTest = (): boolean =>
      options.allowInTests && (isTest ??= isTestFile(context.filename, context.cwd, settings.testGlobs));
    const check = (failure: Failure): void => {
      if (!options.channels.includes(failure.channel)) return;
      for (const construction of findGenericErrors(source, failure, options)) {
        if (seen.has(construction.node) || isAllowedTest()) continue;
        seen.add(construction.node);
        report(failure, construction);
      }
    };
    const report = (failure: Failure, construction: ErrorConstruction): void => {
      // The folders above the working directory are the machine's, not the project's: they say nothing of a throw.
      path ??= getRelativePath(context.filename, context.cwd) ?? context.filename;
      const site = describeThrowSite(construction.node, source.text, path);
      const suggestions = classifyThrow(site, settings.catalog).slice(0, Math.max(1, options.maxSuggestions));
      const [best] = suggestions;
      // Hosts that only report ask for no edits, which are more work than the finding.
      let cause: KeptCause | undefined;
      const getCause = (): KeptCause => (cause ??= keepCause(context, settings, construction));
      context.report({
        node: construction.node,
        messageId: best ? 'generic' : 'genericUnknown',
        data: {
          name: construction.className,
          suggested: best?.name ?? '',
          reason: best?.reasons[0] ?? '',
          channel: failure.channel,
          outcome: 'generic',
        },
        suggest: suggestions
          .slice(0, options.maxSuggestions)
          .map((suggestion) => replaceClass(context, settings, construction, suggestion, getCause)),
      });
    };
    return visitFailures(source, check);
  },
});

export default rule;

/** Writes the class in, brings its import along and keeps the caught error as the cause. */
function replaceClass(
  context: RuleContext<MessageIds>,
  settings: OctollmSettings,
  construction: ErrorConstruction,
  suggestion: Suggestion,
  getCause: () => KeptCause,
): TSESLint.SuggestionReportDescriptor<MessageIds> {
  return {
    messageId: 'replace',
    data: { suggested: suggestion.name, reason: suggestion.reasons[0] ?? 'closest class' },
    fix: (fixer) => {
      const { node } = construction;
      const { local, edit } = importClass(context.sourceCode, settings.errorModule, suggestion.name);
      const replaced = fixer.replaceText(node.callee, `${node.type === 'CallExpression' ? 'new ' : ''}${local}`);
      return [...edit(fixer), replaced, ...getCause()(fixer)];
    },
  };
}

type KeptCause = (fixer: TSESLint.RuleFixer) => readonly TSESLint.RuleFix[];

/** The edits that hand the caught error on; none where there is none, or it is handed on already. */
function keepCause(
  context: RuleContext<MessageIds>,
  settings: OctollmSettings,
  construction: ErrorConstruction,
): KeptCause {
  const source = context.sourceCode;
  const handlers = findEnclosingHandlers(source, settings, construction.node);
  const [handler] = handlers;
  const binding = handler && bindErrorAt(source, handler, construction.node);
  if (!binding) return keepNothing;
  const provenance = createProvenanceContext(source, settings, handlers);
  if (getCauseState(provenance, construction, new Map()).kind !== 'missing') return keepNothing;
  const attach = attachCause(source, construction.node, binding.name, 1);
  return attach ? (fixer) => [...binding.bind(fixer), attach(fixer)] : keepNothing;
}

const keepNothing: KeptCause = () => [];

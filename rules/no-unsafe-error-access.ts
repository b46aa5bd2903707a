import type { TSESLint, TSESTree } from '@typescript-eslint/utils';
import { bindError } from './patterns/handlers/bind-error.ts';
import { hasComment } from './patterns/has-comment.ts';
import { insertFirst } from './fix/insert-first.ts';
import { findCaughtValue, type CaughtValue } from './patterns/access/caught-value.ts';
import { isShapeKnown } from './patterns/access/is-shape-known.ts';
import { throwsOnlyErrors } from './patterns/access/platform-calls.ts';
import { findPropertyReads, readDestructured, type PropertyRead } from './patterns/access/property-reads.ts';
import { handlerKinds, type ErrorHandler, type HandlerKind } from './patterns/handlers/error-handler.ts';
import { isTestFile } from './patterns/settings/test-files.ts';
import { getText, type Source } from './patterns/source.ts';
import { unwrapExpression } from './patterns/unwrap-expression.ts';
import { findVariableByName } from './patterns/variables.ts';
import { createRule, type Rule, type RuleContext } from './plugin/create-rule.ts';
import { visitHandlers } from './plugin/visit-handlers.ts';

type MessageIds = 'unsafe' | 'chooseText' | 'rethrowOthers';

interface Options {
  readonly kinds: readonly HandlerKind[];
  readonly allowOptionalChain: boolean;
  readonly allowComparison: boolean;
  readonly allowPlatformCalls: boolean;
  readonly allowProperties: readonly string[];
  readonly allowInTests: boolean;
}

const rule: Rule = createRule<Options, MessageIds>({
  name: 'no-unsafe-error-access',
  type: 'problem',
  description: 'Disallow reading properties of a caught value before the code has looked what it is',
  presets: {
    recommended: ['error', { allowPlatformCalls: true }],
    strict: 'error',
    migration: ['warn', { allowPlatformCalls: true }],
  },
  hasSuggestions: true,
  why: 'anything can be thrown: a string, a rejected `undefined`, an error of a library without that property.',
  how: 'narrow with `instanceof`, `in` or a type predicate, or turn the value into an error with `toError(error)` first.',
  messages: {
    unsafe:
      '`{{name}}` is whatever was thrown, so `.{{property}}` may be missing: check `{{name}} instanceof Error` first.',
    chooseText: 'Use the message of an error, and the text of anything else.',
    rethrowOthers: 'Rethrow what is no `Error` first.',
  },
  properties: {
    kinds: {
      description: 'Kinds of handlers to look into.',
      type: 'array',
      items: { type: 'string', enum: [...handlerKinds] },
      uniqueItems: true,
    },
    allowOptionalChain: {
      description: 'Accept `error?.message`, which does not throw, whatever was caught.',
      type: 'boolean',
    },
    allowComparison: {
      description: "Accept a property that is only compared, as in `error.code === 'ENOENT'`.",
      type: 'boolean',
    },
    allowPlatformCalls: {
      description:
        'Allow where all that can fail are functions of the platform, which throw errors only: `JSON.parse`, `readFileSync`.',
      type: 'boolean',
    },
    allowProperties: {
      description: 'Properties that may be read of anything.',
      type: 'array',
      items: { type: 'string' },
      uniqueItems: true,
    },
    allowInTests: { description: 'Allow in the files that `settings.octollm.testGlobs` names.', type: 'boolean' },
  },
  defaults: {
    kinds: ['catch-clause', 'promise-catch', 'promise-then', 'settled-result'],
    allowOptionalChain: true,
    allowComparison: true,
    allowPlatformCalls: false,
    allowProperties: [],
    allowInTests: true,
  },
  create: (context, options, settings) => {
    const source = context.sourceCode;
    const seen = new Set<TSESTree.Node>();
    let isTest: boolean | undefined;
    return visitHandlers(source, (handler) => {
      if (!options.kinds.includes(handler.kind) || isTyped(handler)) return;
      if (options.allowPlatformCalls && throwsOnlyErrors(source, handler)) return;
      const caught = findCaughtValue(source, handler);
      if (!caught) return;
      const reads = findUnsafeReads(source, handler, caught, options);
      const [first] = reads;
      if (!first || seen.has(first.node)) return;
      if (options.allowInTests && (isTest ??= isTestFile(context.filename, context.cwd, settings.testGlobs))) return;
      seen.add(first.node);
      context.report({
        node: first.node,
        messageId: 'unsafe',
        data: {
          name: getName(source, first),
          property: first.property,
          handlerKind: handler.kind,
          outcome: 'not-narrowed',
        },
        suggest: suggest(context, handler, reads),
      });
    });
  },
});

export default rule;

/** What a parameter of a callback claims to be is a matter of `no-any-in-handler`. */
function isTyped({ parameter }: ErrorHandler): boolean {
  if (!parameter || !('typeAnnotation' in parameter)) return false;
  const annotation = parameter.typeAnnotation;
  if (annotation?.type !== 'TSTypeAnnotation') return false;
  return !/^TS(?:Any|Unknown)Keyword$/.test(annotation.typeAnnotation.type);
}

function findUnsafeReads(source: Source, handler: ErrorHandler, caught: CaughtValue, options: Options): PropertyRead[] {
  const { parameter, body } = handler;
  const destructured = parameter?.type === 'ObjectPattern' ? readDestructured(parameter, parameter) : undefined;
  const reads = [...(destructured ? [destructured] : []), ...findPropertyReads(source, caught)];
  return reads.filter(
    (read) =>
      !(read.isOptional && options.allowOptionalChain) &&
      !(read.isCompared && options.allowComparison) &&
      !options.allowProperties.includes(read.property) &&
      !(body && isShapeKnown(source, caught, read.node, body)),
  );
}

function getName(source: Source, { node, value }: PropertyRead): string {
  return node === value ? 'error' : getText(source, unwrapExpression(value));
}

function suggest(
  context: RuleContext<MessageIds>,
  handler: ErrorHandler,
  reads: readonly PropertyRead[],
): TSESLint.ReportSuggestionArray<MessageIds> {
  const source = context.sourceCode;
  const { body } = handler;
  const [first] = reads;
  if (!body || !first || first.node === first.value) return [];
  if (findVariableByName(source, body, 'Error')?.defs.length) return [];
  const suggestions: TSESLint.ReportSuggestionArray<MessageIds> = [];
  if (reads.every((read) => isMessage(source, read)))
    suggestions.push({
      messageId: 'chooseText',
      fix: (fixer) => reads.map((read) => fixer.replaceText(read.node, chooseText(source, read))),
    });
  const name = handler.reference === null ? bindError(source, handler)?.name : undefined;
  const insert = name && insertFirst(source, body, `if (!(${name} instanceof Error)) throw ${name};`);
  if (insert) suggestions.push({ messageId: 'rethrowOthers', fix: (fixer) => insert(fixer) });
  return suggestions;
}

function isMessage(source: Source, { node, property }: PropertyRead): boolean {
  return node.type === 'MemberExpression' && property === 'message' && !hasComment(source, node);
}

/** Places that take a choice without brackets. */
const open = /^(?:TemplateLiteral|VariableDeclarator|ReturnStatement|ThrowStatement|Property)$/;

function chooseText(source: Source, read: PropertyRead): string {
  const name = getName(source, read);
  const choice = `${name} instanceof Error ? ${name}.message : String(${name})`;
  const { parent } = read.node;
  const isArgument = parent?.type === 'CallExpression' && parent.callee !== read.node;
  return parent && (isArgument || open.test(parent.type)) ? choice : `(${choice})`;
}

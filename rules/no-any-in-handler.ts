import type { TSESLint, TSESTree } from '@typescript-eslint/utils';
import { getAnnotation, getErrorParameter } from './patterns/handlers/error-annotation.ts';
import { handlerKinds, type ErrorHandler, type HandlerKind } from './patterns/handlers/error-handler.ts';
import { getUses, type ErrorUse } from './patterns/handlers/error-uses.ts';
import { getUncheckedError, isBareParameter, type UncheckedError } from './patterns/handlers/unchecked-error.ts';
import type { Source } from './patterns/source.ts';
import { isTypeScriptFile } from './patterns/typescript-file.ts';
import { createRule, type Rule } from './plugin/create-rule.ts';
import { visitHandlers } from './plugin/visit-handlers.ts';

type MessageIds = 'any' | 'implicit' | 'typed' | 'useUnknown' | 'addUnknown';

interface Options {
  readonly kinds: readonly HandlerKind[];
  readonly checkImplicit: boolean;
  readonly checkTyped: boolean;
  readonly allowRethrowOnly: boolean;
}

const rule: Rule = createRule<Options, MessageIds>({
  name: 'no-any-in-handler',
  type: 'problem',
  description: 'Disallow `any` on the error that a handler receives',
  why: 'anything can be thrown, so what is read from an `any` is unchecked and fails where the failure should be handled.',
  how: 'take it as `unknown` and narrow it with `instanceof` or a guard before you read from it.',
  presets: {
    recommended: ['error', { checkImplicit: false, checkTyped: false, allowRethrowOnly: true }],
    strict: ['error', { checkImplicit: false }],
    migration: ['warn', { checkImplicit: false, checkTyped: false, allowRethrowOnly: true }],
  },
  fixable: 'code',
  hasSuggestions: true,
  messages: {
    any: '`{{name}}` is `any` here, so what is read from it is unchecked: type it `unknown` and narrow.',
    implicit: '`{{name}}` is implicitly `any` here: type it `unknown` and narrow.',
    typed: '`{{name}}` can be anything that was thrown, whatever its type says: type it `unknown` and narrow.',
    useUnknown: 'Type it `unknown`; what is read from it must then be narrowed.',
    addUnknown: 'Add the type `unknown`.',
  },
  properties: {
    kinds: {
      description: 'Kinds of handlers to check.',
      type: 'array',
      items: { type: 'string', enum: [...handlerKinds] },
      uniqueItems: true,
    },
    checkImplicit: {
      description:
        'Report untyped parameters of promise handlers in TypeScript files, which TypeScript gives the type `any`.',
      type: 'boolean',
    },
    checkTyped: {
      description: 'Report parameters of promise handlers that claim a type other than `unknown`.',
      type: 'boolean',
    },
    allowRethrowOnly: { description: 'Accept `any` on an error that is only thrown again.', type: 'boolean' },
  },
  defaults: { kinds: [...handlerKinds], checkImplicit: true, checkTyped: true, allowRethrowOnly: false },
  create: (context, options, settings) => {
    const source = context.sourceCode;
    const isTypeScript = isTypeScriptFile(context.filename);
    const seen = new Set<TSESTree.Node>();
    return visitHandlers(source, (handler) => {
      const parameter = getErrorParameter(handler);
      if (!parameter || seen.has(parameter) || !options.kinds.includes(handler.kind)) return;
      const messageId = judge(handler, parameter, options, isTypeScript);
      if (!messageId) return;
      seen.add(parameter);
      const uses = getUses(source, settings, handler);
      if (options.allowRethrowOnly && uses.length > 0 && uses.every((use) => use === 'rethrown')) return;
      context.report({
        node: parameter,
        messageId,
        data: { name: getName(source, parameter), handlerKind: handler.kind, outcome: 'any' },
        ...mend(source, handler, parameter, messageId, uses),
      });
    });
  },
});

export default rule;

function judge(
  handler: ErrorHandler,
  parameter: TSESTree.Node,
  { checkImplicit, checkTyped }: Options,
  isTypeScript: boolean,
): UncheckedError | undefined {
  const unchecked = getUncheckedError(handler, parameter, isTypeScript);
  if ((unchecked === 'implicit' && !checkImplicit) || (unchecked === 'typed' && !checkTyped)) return undefined;
  return unchecked;
}

function getName(source: Source, parameter: TSESTree.Node): string {
  const target = parameter.type === 'AssignmentPattern' ? parameter.left : parameter;
  if (target.type === 'Identifier') return target.name;
  if (target.type === 'RestElement' && target.argument.type === 'Identifier') return `...${target.argument.name}`;
  const text = source.text.slice(target.range[0], target.range[1]).replace(/\s+/g, ' ');
  return text.length > 30 ? `${text.slice(0, 29)}…` : text;
}

const unchecked: readonly ErrorUse[] = ['rethrown', 'printed', 'narrowed'];

interface Mend {
  fix?: TSESLint.ReportFixFunction;
  suggest?: TSESLint.ReportSuggestionArray<MessageIds>;
}

/** A fix where no use needs a type, else a suggestion: the body has to be narrowed by hand. */
function mend(
  source: Source,
  handler: ErrorHandler,
  parameter: TSESTree.Node,
  messageId: UncheckedError,
  uses: readonly ErrorUse[],
): Mend {
  const annotation = getAnnotation(parameter);
  if (annotation) {
    if (annotation.type === 'TSTupleType' || annotation.type === 'TSArrayType') return {};
    const fix: TSESLint.ReportFixFunction = (fixer) => fixer.replaceText(annotation, 'unknown');
    const isSafe =
      messageId === 'any' && parameter.type === 'Identifier' && uses.every((use) => unchecked.includes(use));
    return isSafe ? { fix } : { suggest: [{ messageId: 'useUnknown', fix }] };
  }
  if (parameter.type !== 'Identifier') return {};
  return { suggest: [{ messageId: 'addUnknown', fix: (fixer) => addAnnotation(source, handler, parameter, fixer) }] };
}

function addAnnotation(
  source: Source,
  handler: ErrorHandler,
  parameter: TSESTree.Identifier,
  fixer: TSESLint.RuleFixer,
): TSESLint.RuleFix[] {
  if (isBareParameter(handler, parameter, source.text))
    return [fixer.replaceText(parameter, `(${parameter.name}: unknown)`)];
  return [fixer.insertTextAfter(parameter, ': unknown')];
}

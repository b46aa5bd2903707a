import type { TSESLint, TSESTree } from '@typescript-eslint/utils';
import { dropLink, dropSecondArgument } from './fix/drop-link.ts';
import { dropCatch, unwrapTry } from './fix/unwrap-try.ts';
import type { ErrorHandler } from './patterns/handlers/error-handler.ts';
import { findUselessRethrow } from './patterns/outcomes/useless-rethrow.ts';
import { isReason } from './patterns/justification/reason.ts';
import type { Source } from './patterns/source.ts';
import { unwrapExpression } from './patterns/unwrap-expression.ts';
import { createRule, type Rule, type RuleContext } from './plugin/create-rule.ts';
import { getHandlerLocation } from './plugin/handler-location.ts';
import { visitHandlers } from './plugin/visit-handlers.ts';

type MessageIds = 'rethrow' | 'copy' | 'unwrap';

interface Options {
  readonly allowWithReason: boolean;
}

const rule: Rule = createRule<Options, MessageIds>({
  name: 'no-useless-rethrow',
  type: 'suggestion',
  description: 'Disallow handlers that do nothing but throw the error again',
  presets: { recommended: 'error', strict: 'error', migration: 'warn' },
  fixable: 'code',
  hasSuggestions: true,
  why: 'a handler that changes nothing looks like a decision, costs a reader time and an asynchronous chain a turn.',
  how: 'let the error pass by itself, or add what the caller cannot know and keep the error as the cause.',
  messages: {
    rethrow: 'This handler only throws `{{name}}` again: remove it, the error passes by itself.',
    copy: 'This handler throws a copy of `{{name}}` that tells nothing more: remove it, or say what was attempted.',
    unwrap: 'Remove `try` and `catch`.',
  },
  properties: {
    allowWithReason: {
      description: 'Accept a comment in the handler of three words or more that states a reason.',
      type: 'boolean',
    },
  },
  defaults: { allowWithReason: true },
  create: (context, options) => {
    const source = context.sourceCode;
    const seen = new Set<TSESTree.Node>();
    return visitHandlers(source, (handler) => {
      const useless = findUselessRethrow(source, handler);
      if (!useless || seen.has(handler.node)) return;
      if (options.allowWithReason && hasReason(source, handler)) return;
      seen.add(handler.node);
      context.report({
        loc: getHandlerLocation(source, handler),
        messageId: useless === 'copy' ? 'copy' : 'rethrow',
        data: {
          name: handler.variables[0]?.name ?? 'error',
          handlerKind: handler.kind,
          outcome: useless === 'copy' ? 'wrapped' : 'rethrown',
        },
        ...(useless === 'copy' ? {} : mend(context, handler)),
      });
    });
  },
});

export default rule;

/** `// some comment` is none; a sentence is. */
function hasReason(source: Source, { node }: ErrorHandler): boolean {
  return source
    .getAllComments()
    .some(
      ({ range, value }) =>
        range[0] >= node.range[0] &&
        range[1] <= node.range[1] &&
        (value.match(/[\p{L}\p{N}][\p{L}\p{N}'-]*/gu)?.length ?? 0) >= 3 &&
        isReason(value),
    );
}

interface Mend {
  fix?: TSESLint.ReportFixFunction | null;
  suggest?: TSESLint.ReportSuggestionArray<MessageIds>;
}

function mend({ sourceCode }: RuleContext<MessageIds>, { kind, host }: ErrorHandler): Mend {
  if (host.type === 'TryStatement') {
    if (host.finalizer) return { fix: dropCatch(sourceCode, host) ?? null };
    const fix = unwrapTry(sourceCode, host);
    return fix ? { suggest: [{ messageId: 'unwrap', fix }] } : {};
  }
  if (host.type !== 'CallExpression') return {};
  const [first] = host.arguments;
  const isLink = kind === 'promise-catch' || (first !== undefined && isNothing(first));
  return { fix: (isLink ? dropLink(sourceCode, host) : dropSecondArgument(sourceCode, host)) ?? null };
}

/** `.then(null, f)` and `.then(undefined, f)` */
function isNothing(node: TSESTree.Node): boolean {
  const inner = unwrapExpression(node);
  return (
    (inner.type === 'Literal' && inner.value === null) || (inner.type === 'Identifier' && inner.name === 'undefined')
  );
}

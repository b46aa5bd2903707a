import type { TSESLint } from '@typescript-eslint/utils';
import { hasCommentBetween } from './patterns/has-comment.ts';
import { getDottedName } from './patterns/dotted-name.ts';
import { isOwnClass } from './patterns/error-class/is-own-class.ts';
import { handlerKinds, type ErrorHandler, type HandlerKind } from './patterns/handlers/error-handler.ts';
import { findErrorMentions, type ErrorMention } from './patterns/handlers/error-mentions.ts';
import { getMutation, type ErrorMutation } from './patterns/mutation/error-mutation.ts';
import { analyzeHandler } from './patterns/outcomes/analyze-handler.ts';
import { findInstanceTest } from './patterns/outcomes/instance-test.ts';
import type { OutcomeKind } from './patterns/outcomes/outcome.ts';
import { getText, type Node, type Source } from './patterns/source.ts';
import { some } from './patterns/walk.ts';
import { createRule, type Rule } from './plugin/create-rule.ts';
import { visitHandlers } from './plugin/visit-handlers.ts';

type MessageIds = 'mutated' | 'wrap';

interface Options {
  readonly kinds: readonly HandlerKind[];
  readonly allowProps: readonly string[];
  readonly allowOwnErrors: boolean;
}

/** How an error leaves a handler as a whole, so that somebody else gets it changed. */
const leaving: readonly OutcomeKind[] = ['rethrown', 'wrapped', 'forwarded', 'returned'];

const rule: Rule = createRule<Options, MessageIds>({
  name: 'no-error-mutation',
  type: 'problem',
  description: 'Disallow changing a caught error before it is passed on',
  why: 'whoever looks for the original text, code or stack does not find it, and others may hold the same error.',
  how: 'make a new error that says what was attempted, and keep the caught one as its cause.',
  presets: { strict: 'error', migration: 'warn' },
  hasSuggestions: true,
  messages: {
    mutated:
      'Writing `{{property}}` of the caught `{{name}}` hides where it came from: wrap it in a new error with `{ cause: {{name}} }`.',
    wrap: 'Wrap it in a new error.',
  },
  properties: {
    kinds: {
      description: 'Kinds of handlers to look into.',
      type: 'array',
      items: { type: 'string', enum: [...handlerKinds] },
      uniqueItems: true,
    },
    allowProps: {
      description: 'Properties that may be written, of `message`, `name`, `stack`, `code` and `cause`.',
      type: 'array',
      items: { type: 'string' },
      uniqueItems: true,
    },
    allowOwnErrors: {
      description:
        'Allow behind `instanceof` with a class of the project: its file, another one, or the catalogue has it.',
      type: 'boolean',
    },
  },
  defaults: { kinds: [...handlerKinds], allowProps: [], allowOwnErrors: true },
  create: (context, options, settings) => {
    const source = context.sourceCode;
    const isAllowed = ({ node, body, context: provenance }: ErrorMention, { property }: ErrorMutation): boolean => {
      if (options.allowProps.includes(property)) return true;
      const tested = options.allowOwnErrors ? findInstanceTest(provenance, node, body) : undefined;
      return tested !== undefined && isOwnClass(source, settings, tested);
    };
    return visitHandlers(source, (handler) => {
      if (handler.variables.length === 0 || !options.kinds.includes(handler.kind)) return;
      for (const mention of findErrorMentions(source, settings, handler)) {
        const mutation = getMutation(source, mention);
        if (!mutation || isAllowed(mention, mutation)) continue;
        const left = analyzeHandler(source, settings, handler).outcomes.find(({ kind }) => leaving.includes(kind));
        if (!left || isAnswered(source, handler)) return;
        const { name } = mention;
        const wrap = suggestWrap(source, mutation, name);
        context.report({
          node: mutation.node,
          messageId: 'mutated',
          data: { name, property: mutation.property, handlerKind: handler.kind, outcome: left.kind },
          suggest: wrap ? [{ messageId: 'wrap', fix: wrap }] : [],
        });
      }
    });
  },
});

export default rule;

/** Middleware that answers the request is the last to see the error; one that calls `next` is not. */
function isAnswered(source: Source, { kind, callback, body }: ErrorHandler): boolean {
  const next = callback?.params[3];
  if (kind !== 'middleware' || next?.type !== 'Identifier' || !body) return false;
  return !some(source, body, (node) => node.type === 'CallExpression' && getDottedName(node.callee) === next.name);
}

/** `e.message = text; throw e;` becomes `throw new Error(text, { cause: e });` */
function suggestWrap(
  source: Source,
  { node, property }: ErrorMutation,
  name: string,
): ((fixer: TSESLint.RuleFixer) => TSESLint.RuleFix) | undefined {
  const statement = node.parent;
  const next = statement?.type === 'ExpressionStatement' ? getNext(statement) : undefined;
  if (!statement || node.type !== 'AssignmentExpression' || property !== 'message') return undefined;
  if (next?.type !== 'ThrowStatement' || getText(source, next.argument) !== name) return undefined;
  const [start, end] = [statement.range[0], next.range[1]];
  if (hasCommentBetween(source, start, end) || node.right.type === 'SequenceExpression') return undefined;
  const right = getText(source, node.right);
  const text = node.operator === '+=' ? `${getText(source, node.left)} + ${right}` : right;
  const stop = getText(source, next).endsWith(';') ? ';' : '';
  return (fixer) => fixer.replaceTextRange([start, end], `throw new Error(${text}, { cause: ${name} })${stop}`);
}

function getNext(statement: Node): Node | undefined {
  const block = statement.parent;
  if (block?.type !== 'BlockStatement') return undefined;
  const statements: readonly Node[] = block.body;
  return statements[statements.indexOf(statement) + 1];
}

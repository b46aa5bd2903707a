import type { TSESLint, TSESTree } from '@typescript-eslint/utils';
import type { Source } from '../patterns/source.ts';
import { hasCommentBetween } from '../patterns/has-comment.ts';

type Fix = (fixer: TSESLint.RuleFixer) => TSESLint.RuleFix;

/** Takes the last link off a chain: `load().catch(f)` becomes `load()`; undefined where a comment would be lost. */
export function dropLink(source: Source, call: TSESTree.CallExpression): Fix | undefined {
  const { callee } = call;
  if (callee.type !== 'MemberExpression') return undefined;
  const between = source.text.slice(callee.object.range[1], callee.property.range[0]);
  // Brackets around the receiver belong to it.
  const link = /\s*(?:\?\.|\.|\?\.\[|\[)\s*$/.exec(between);
  if (!link || callee.computed) return undefined;
  const start = callee.object.range[1] + link.index;
  const end = call.range[1];
  return hasCommentBetween(source, callee.object.range[1], end)
    ? undefined
    : (fixer) => fixer.removeRange([start, end]);
}

/** Takes the second argument off a call: `load().then(show, f)` becomes `load().then(show)`. */
export function dropSecondArgument(source: Source, call: TSESTree.CallExpression): Fix | undefined {
  const [first, second, ...others] = call.arguments;
  if (!first || !second || others.length > 0) return undefined;
  const comma = source.text.indexOf(',', first.range[1]);
  const isClear =
    /^[\s)]*$/.test(source.text.slice(first.range[1], comma)) &&
    /^\s*$/.test(source.text.slice(comma + 1, second.range[0])) &&
    /^\s*,?\s*\)$/.test(source.text.slice(second.range[1], call.range[1]));
  if (!isClear || hasCommentBetween(source, first.range[1], call.range[1])) return undefined;
  return (fixer) => fixer.removeRange([comma, call.range[1] - 1]);
}

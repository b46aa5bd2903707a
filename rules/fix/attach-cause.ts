import type { TSESLint, TSESTree } from '@typescript-eslint/utils';
import { getDottedName, getLastName } from '../patterns/dotted-name.ts';
import { getProperties } from '../patterns/object-properties.ts';
import type { Node, Source } from '../patterns/source.ts';
import { hasComment } from '../patterns/has-comment.ts';

type Construction = TSESTree.NewExpression | TSESTree.CallExpression;

/**
 * Puts `{ cause: name }` into a construction: after its message, into the options literal it has, or instead of a wrong cause.
 * Undefined where the slot cannot be told (spreads, further arguments, options from elsewhere) or a comment would be lost.
 */
export function attachCause(
  source: Source,
  construction: Construction,
  name: string,
  position: number,
): ((fixer: TSESLint.RuleFixer) => TSESLint.RuleFix) | undefined {
  const args = construction.arguments;
  if (args.some((argument) => argument.type === 'SpreadElement') || args.length > position + 1) return undefined;
  const options = args[position];
  if (options) return options.type === 'ObjectExpression' ? patchOptions(source, options, name) : undefined;
  const last = args.at(-1);
  const first = getLastName(getDottedName(construction.callee)) === 'AggregateError' ? '[]' : "''";
  const fillers = Array.from({ length: position - args.length }, (_, index) =>
    index === 0 && args.length === 0 ? first : 'undefined',
  );
  const added = [...fillers, `{ cause: ${name} }`].join(', ');
  if (last) {
    // An argument in parentheses ends behind them; only a comma or the closing bracket may follow it.
    const after = skipClosingParentheses(source, last, construction);
    return after === undefined ? undefined : (fixer) => fixer.insertTextAfterRange([after, after], `, ${added}`);
  }
  const text = source.text.slice(construction.callee.range[1], construction.range[1]);
  const open = text.lastIndexOf('(');
  if (open === -1) return (fixer) => fixer.insertTextAfterRange(construction.range, `(${added})`);
  const start = construction.callee.range[1] + open + 1;
  return (fixer) => fixer.insertTextAfterRange([start, start], added);
}

function skipClosingParentheses(source: Source, last: Node, construction: Construction): number | undefined {
  const rest = source.text.slice(last.range[1], construction.range[1] - 1);
  const match = /^(?:\s*\))*/.exec(rest);
  const end = last.range[1] + (match?.[0].length ?? 0);
  return /^\s*,?\s*$/.test(
    source.text.slice(end, construction.range[1] - 1).replace(/\/\/[^\n]*|\/\*[\s\S]*?\*\//g, ''),
  )
    ? end
    : undefined;
}

function patchOptions(
  source: Source,
  options: TSESTree.ObjectExpression,
  name: string,
): ((fixer: TSESLint.RuleFixer) => TSESLint.RuleFix) | undefined {
  const cause = getProperties(options).get('cause');
  if (cause) {
    if (hasComment(source, cause)) return undefined;
    const property = cause.parent;
    const isWhole =
      property?.type === 'Property' && (property.shorthand || property.method || property.kind !== 'init');
    return (fixer) => (isWhole ? fixer.replaceText(property, `cause: ${name}`) : fixer.replaceText(cause, name));
  }
  const first = options.properties[0];
  if (!first)
    return hasComment(source, options) ? undefined : (fixer) => fixer.replaceText(options, `{ cause: ${name} }`);
  return (fixer) => fixer.insertTextBefore(first, `cause: ${name}, `);
}

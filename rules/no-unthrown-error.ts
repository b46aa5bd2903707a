import type { TSESLint } from '@typescript-eslint/utils';
import { hasCommentBetween } from './patterns/has-comment.ts';
import { getUnthrownError, type UnthrownError } from './patterns/causes/unthrown-error.ts';
import { getDottedName } from './patterns/dotted-name.ts';
import { matchesName } from './patterns/name-pattern.ts';
import { isTestFile } from './patterns/settings/test-files.ts';
import type { Node, Source } from './patterns/source.ts';
import { getOutermostExpression } from './patterns/unwrap-expression.ts';
import { createRule, type Rule } from './plugin/create-rule.ts';
import { shareSearch } from './plugin/share-search.ts';

type MessageIds = 'unthrown' | 'unused' | 'returned' | 'throw';

interface Options {
  readonly allow: readonly string[];
  readonly allowInTests: boolean;
}

const messageIds = { statement: 'unthrown', variable: 'unused', callback: 'returned' } as const;

const rule: Rule = createRule<Options, MessageIds>({
  name: 'no-unthrown-error',
  type: 'problem',
  description: 'Disallow errors that are made and neither thrown nor handed on',
  why: 'without `throw` the code goes on as if the check before it had passed.',
  how: 'throw the error, or hand it to whoever is waiting for the result.',
  presets: { recommended: 'error', strict: 'error', migration: 'warn' },
  hasSuggestions: true,
  messages: {
    unthrown: 'This `{{name}}` is made and dropped, so the code goes on as if nothing had failed: throw it.',
    unused: 'This `{{name}}` is kept in a variable that nothing reads: throw it or hand it on.',
    returned: '`{{callee}}` takes no notice of the `{{name}}` that its callback returns: throw it or hand it on.',
    throw: 'Throw it.',
  },
  properties: {
    allow: {
      description: 'Classes whose constructor does something by itself.',
      type: 'array',
      items: { type: 'string' },
      uniqueItems: true,
    },
    allowInTests: { description: 'Allow in the files that `settings.octollm.testGlobs` names.', type: 'boolean' },
  },
  defaults: { allow: [], allowInTests: true },
  create: (context, options, settings) => {
    const source = context.sourceCode;
    return visitUnthrownErrors(source, (unthrown) => {
      const { construction, place, holder } = unthrown;
      if (matchesName(getDottedName(construction.node.callee), options.allow)) return;
      if (options.allowInTests && isTestFile(context.filename, context.cwd, settings.testGlobs)) return;
      const callee = holder.parent?.type === 'CallExpression' ? getDottedName(holder.parent.callee) : '';
      const fix = suggestThrow(source, unthrown);
      context.report({
        node: construction.node,
        messageId: messageIds[place],
        data: { name: construction.className, callee, outcome: 'unthrown' },
        suggest: fix ? [{ messageId: 'throw', fix }] : [],
      });
    });
  },
});

export default rule;

const none: readonly UnthrownError[] = [];

const visitUnthrownErrors = shareSearch(['NewExpression', 'CallExpression'], (source, node) => {
  const unthrown = getUnthrownError(source, node);
  return unthrown ? [unthrown] : none;
});

type Fix = (fixer: TSESLint.RuleFixer) => TSESLint.RuleFix | TSESLint.RuleFix[];

/** Undefined where `throw` takes more than a few words, or a comment would be lost. */
function suggestThrow(source: Source, { construction, place, holder }: UnthrownError): Fix | undefined {
  const value = getOutermostExpression(construction.node);
  if (place === 'statement')
    return value.parent === holder
      ? (fixer) => fixer.insertTextBefore(holder, 'throw ')
      : suggestIf(source, holder, value);
  const before = source.text.slice(0, value.range[0]);
  if (place === 'callback')
    return /=>\s*$/.test(before)
      ? (fixer) => [fixer.insertTextBefore(value, '{ throw '), fixer.insertTextAfter(value, '; }')]
      : undefined;
  const declaration = holder.parent;
  if (declaration?.type !== 'VariableDeclaration' || declaration.declarations.length !== 1) return undefined;
  if (declaration.parent.type === 'ForStatement') return undefined;
  const [start, end] = [declaration.range[0], value.range[0]];
  if (!/=\s*$/.test(before) || hasCommentBetween(source, start, end)) return undefined;
  return (fixer) => fixer.replaceTextRange([start, end], 'throw ');
}

/** `isBad && new X();` becomes `if (isBad) throw new X();` */
function suggestIf(source: Source, statement: Node, value: Node): Fix | undefined {
  const { parent } = value;
  if (parent?.type !== 'LogicalExpression' || parent.parent !== statement || parent.operator === '??') return undefined;
  const [start, end] = [statement.range[0], value.range[0]];
  const test = /^(.*?)\s*(?:&&|\|\|)\s*$/s.exec(source.text.slice(start, end))?.[1];
  // A bracket in front of the error, or a condition in brackets together with it, would be torn apart.
  if (test === undefined || parent.range[0] !== start || hasCommentBetween(source, start, end)) return undefined;
  const condition = parent.operator === '&&' ? test : `!(${test})`;
  return (fixer) => fixer.replaceTextRange([start, end], `if (${condition}) throw `);
}

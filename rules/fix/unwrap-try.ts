import type { TSESLint, TSESTree } from '@typescript-eslint/utils';
import type { Node, Source } from '../patterns/source.ts';
import { hasCommentBetween } from '../patterns/has-comment.ts';

type Fix = (fixer: TSESLint.RuleFixer) => TSESLint.RuleFix;

/** Takes the catch clause off a try statement that has a `finally`; undefined where a comment would be lost. */
export function dropCatch(source: Source, { block, handler, finalizer }: TSESTree.TryStatement): Fix | undefined {
  if (!handler || !finalizer) return undefined;
  const [start, end] = [block.range[1], handler.range[1]];
  return hasCommentBetween(source, start, end) ? undefined : (fixer) => fixer.removeRange([start, end]);
}

/** Leaves what a try statement guards in its place; undefined where a comment would be lost. */
export function unwrapTry(source: Source, statement: TSESTree.TryStatement): Fix | undefined {
  const { block, handler, finalizer } = statement;
  if (!handler || finalizer) return undefined;
  if (hasCommentBetween(source, statement.range[0], block.range[0])) return undefined;
  if (hasCommentBetween(source, block.range[1], statement.range[1])) return undefined;
  const [start, end] = block.range;
  const inside = source.text.slice(start + 1, end - 1);
  const isBare = canStandBare(statement, block) && /^\s*[\w$@{]/.test(inside) && /[;}]\s*$/.test(inside);
  return (fixer) => fixer.replaceText(statement, isBare ? inside.trim() : source.text.slice(start, end));
}

/** Names of the block must not meet those around it, and a branch or a label takes one statement only. */
function canStandBare({ parent }: TSESTree.TryStatement, block: TSESTree.BlockStatement): boolean {
  return /^(?:BlockStatement|Program|StaticBlock|SwitchCase)$/.test(parent.type) && !block.body.some(isDeclaration);
}

function isDeclaration(node: Node): boolean {
  return node.type === 'VariableDeclaration' ? node.kind !== 'var' : /Declaration$/.test(node.type);
}

import type { TSESTree } from '@typescript-eslint/utils';
import { getPropertyName } from '../dotted-name.ts';
import { getText, type Node, type Source } from '../source.ts';
import { some } from '../walk.ts';

/** `error.name === 'Canceled' && error.message === 'Canceled'`: the name decides, and the text only repeats it. */
export function isComparedWithName(source: Source, comparison: TSESTree.BinaryExpression, other: Node): boolean {
  let condition: Node = comparison;
  while (condition.parent?.type === 'LogicalExpression' && condition.parent.operator === '&&')
    condition = condition.parent;
  if (condition === comparison) return false;
  const wording = getText(source, other);
  return some(source, condition, (node) => {
    if (node.type !== 'BinaryExpression' || node.operator !== comparison.operator) return false;
    const sides = [node.left, node.right];
    return (
      sides.some((side) => side.type === 'MemberExpression' && getPropertyName(side) === 'name') &&
      sides.some((side) => getText(source, side) === wording)
    );
  });
}

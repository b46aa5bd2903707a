import { getDottedName, type Node } from 'eslint-plugin-octollm/patterns';
import type { SyntaxFile } from '../engine/transform/codemod.ts';
import { findNodes } from '../syntax/find-nodes.ts';

/** Finds code that tells plain errors apart by their very class, so that a subclass would no longer pass: `e.name === 'Error'`. */
export function findNameCheck({ root, source }: SyntaxFile): Node | undefined {
  // Few files hold such words, and only these are worth a walk.
  if (!/\.constructor\b|(['"`])Error\1/.test(source.text)) return undefined;
  return (
    findNodes(root, 'BinaryExpression').find(
      ({ operator, left, right }) => /^[!=]==?$/.test(operator) && (isCheck(left, right) || isCheck(right, left)),
    ) ??
    findNodes(root, 'SwitchStatement').find(({ discriminant, cases }) =>
      cases.some(({ test }) => test && isCheck(discriminant, test)),
    )
  );
}

function isCheck(read: Node, expected: Node): boolean {
  const name = getDottedName(read);
  if (expected.type === 'Literal') return expected.value === 'Error' && name.endsWith('.name');
  return name.endsWith('.constructor') && expected.type === 'Identifier' && expected.name === 'Error';
}

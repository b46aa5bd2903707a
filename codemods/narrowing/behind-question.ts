import { isFunction, type Node } from 'eslint-plugin-octollm/patterns';
import { asksForMessage } from './narrow-read.ts';
import { getWholeRead, isOfError, type PropertyRead } from './property-read.ts';

/** Whether a read stands behind one that asks for the message, and so behind the test that this gets: `if (e.message) show(e.message)`. */
export function isBehindQuestion(read: PropertyRead, reads: readonly PropertyRead[]): boolean {
  if (!isOfError(read.property)) return false;
  for (let child: Node = read.member; child.parent && !isFunction(child.parent); child = child.parent) {
    const test = getTestBefore(child);
    if (test && reads.some((other) => asks(other, read) && isConjunct(test, getWholeRead(other)))) return true;
  }
  return false;
}

function asks(other: PropertyRead, read: PropertyRead): boolean {
  return other !== read && other.mention.variable === read.mention.variable && asksForMessage(other);
}

/** The expression that is true wherever a node is reached. */
function getTestBefore(node: Node): Node | undefined {
  const { parent } = node;
  if (parent?.type === 'IfStatement' || parent?.type === 'ConditionalExpression')
    return parent.consequent === node ? parent.test : undefined;
  return parent?.type === 'LogicalExpression' && parent.operator === '&&' && parent.right === node
    ? parent.left
    : undefined;
}

function isConjunct(test: Node, wanted: Node): boolean {
  if (test === wanted) return true;
  return (
    test.type === 'LogicalExpression' &&
    test.operator === '&&' &&
    (isConjunct(test.left, wanted) || isConjunct(test.right, wanted))
  );
}

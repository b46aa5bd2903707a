import type { TSESTree } from '@typescript-eslint/utils';
import { getProvenance, type ProvenanceContext } from '../provenance.ts';
import type { Node } from '../source.ts';
import { unwrapExpression } from '../unwrap-expression.ts';
import { leaves } from './known-kind.ts';

/** Finds the class of which the caught value is known to be an instance at a mention: the right side of an `instanceof` around or before it. */
export function findInstanceTest(context: ProvenanceContext, mention: Node, body: Node): Node | undefined {
  let child = mention;
  for (let current = mention.parent; current && child !== body; child = current, current = current.parent) {
    const found = findBehind(context, current, child);
    if (found) return found;
  }
  return undefined;
}

function findBehind(context: ProvenanceContext, node: Node, child: Node): Node | undefined {
  switch (node.type) {
    case 'IfStatement':
    case 'ConditionalExpression':
      if (child === node.consequent) return findInTest(context, node.test, true);
      return child === node.alternate ? findInTest(context, node.test, false) : undefined;
    case 'LogicalExpression':
      if (child !== node.right || node.operator === '??') return undefined;
      return findInTest(context, node.left, node.operator === '&&');
    case 'BlockStatement':
      return findBefore(context, node, child);
    default:
      return undefined;
  }
}

/** `if (!(e instanceof Known)) throw e;` */
function findBefore(context: ProvenanceContext, { body }: TSESTree.BlockStatement, child: Node): Node | undefined {
  for (const statement of body) {
    if (statement === child) return undefined;
    if (statement.type !== 'IfStatement' || statement.alternate || !leaves(statement.consequent)) continue;
    const found = findInTest(context, statement.test, false);
    if (found) return found;
  }
  return undefined;
}

/** The class that a test proves when it comes out that way. */
function findInTest(context: ProvenanceContext, test: Node, truth: boolean): Node | undefined {
  const node = unwrapExpression(test);
  if (node.type === 'UnaryExpression' && node.operator === '!') return findInTest(context, node.argument, !truth);
  if (node.type === 'LogicalExpression' && node.operator === (truth ? '&&' : '||'))
    return findInTest(context, node.left, truth) ?? findInTest(context, node.right, truth);
  if (node.type !== 'BinaryExpression' || node.operator !== 'instanceof' || !truth) return undefined;
  return getProvenance(context, node.left) === 'caught' ? node.right : undefined;
}

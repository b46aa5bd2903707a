import type { TSESTree } from '@typescript-eslint/utils';
import { getPropertyName } from '../dotted-name.ts';
import { getOutermostExpression, unwrapExpression } from '../unwrap-expression.ts';
import { getEnclosingFunction, type Node, type Source } from '../source.ts';
import { findVariable } from '../variables.ts';
import { joinReadings, type Reading } from './reading.ts';

/** Says what is read of one settled entry: of the parameter, variable or element that holds it. */
export function getEntryFate(source: Source, holder: Node): Reading {
  switch (holder.type) {
    case 'Identifier': {
      const references = findVariable(source, holder)?.references ?? [];
      return joinReadings(
        references.filter((reference) => reference.isRead()).map(({ identifier }) => readEntry(source, identifier)),
      );
    }
    case 'ObjectPattern':
      return readPattern(source, holder);
    case 'MemberExpression':
      return readEntry(source, holder);
    default:
      return 'seen';
  }
}

/** `({ status, value }) => status === 'fulfilled'` */
function readPattern(source: Source, pattern: TSESTree.ObjectPattern): Reading {
  const readings = pattern.properties.map((property): Reading => {
    const name = property.type === 'Property' ? getPropertyName(property) : undefined;
    if (name === 'value') return 'fulfilled-only';
    if (name !== 'status' || property.type !== 'Property' || property.value.type !== 'Identifier') return 'seen';
    const references = findVariable(source, property.value)?.references ?? [];
    return joinReadings(
      references.filter((reference) => reference.isRead()).map(({ identifier }) => readStatus(identifier)),
    );
  });
  return joinReadings(readings);
}

function readEntry(source: Source, entry: Node): Reading {
  const value = getOutermostExpression(entry);
  const { parent } = value;
  if (parent?.type === 'VariableDeclarator' && parent.init === value) return getEntryFate(source, parent.id);
  // `(result): result is PromiseFulfilledResult<T> => …`
  if (parent?.type === 'TSTypePredicate') return undefined;
  if (parent?.type === 'BinaryExpression' && parent.operator === 'in')
    return parent.left.type === 'Literal' && parent.left.value === 'value' ? 'fulfilled-only' : 'seen';
  if (parent?.type !== 'MemberExpression' || parent.object !== value) return isTruthTest(value) ? undefined : 'seen';
  const property = getPropertyName(parent);
  if (property === 'status') return readStatus(parent);
  return property === 'value' ? 'fulfilled-only' : 'seen';
}

/** `result && result.value` asks whether there is an entry at all. */
function isTruthTest({ parent }: Node): boolean {
  return parent?.type === 'LogicalExpression' && parent.operator === '&&';
}

/** A comparison shows its branch for rejected entries; every other use lets somebody see the status. */
function readStatus(status: Node): Reading {
  const value = getOutermostExpression(status);
  const { parent } = value;
  if (parent?.type !== 'BinaryExpression' || !/^[!=]==?$/.test(parent.operator)) return 'seen';
  const other = unwrapExpression(parent.left === value ? parent.right : parent.left);
  if (other.type !== 'Literal') return 'seen';
  const asksForFulfilled = (other.value === 'fulfilled') === parent.operator.startsWith('=');
  return asksForFulfilled ? readFulfilledTest(parent) : readRejectedTest(parent);
}

function readFulfilledTest(test: Node): Reading {
  const { parent } = getCondition(test);
  if (parent?.type === 'IfStatement') return parent.alternate || hasSequel(parent) ? 'seen' : 'fulfilled-only';
  if (parent?.type === 'ConditionalExpression')
    return isDefault(parent.alternate) || isSum(parent.alternate) ? 'fulfilled-only' : 'seen';
  return 'fulfilled-only';
}

function readRejectedTest(test: Node): Reading {
  const { parent } = getCondition(test);
  if (parent?.type === 'IfStatement') return skips(parent.consequent) ? 'fulfilled-only' : 'seen';
  if (parent?.type === 'ConditionalExpression')
    return isDefault(parent.consequent) || isSum(parent.consequent) ? 'fulfilled-only' : 'seen';
  return 'seen';
}

/** `results.reduce((sum, r) => (r.status === 'fulfilled' ? sum + r.value : sum), 0)` leaves the rejected ones out. */
function isSum(node: Node): boolean {
  const owner = getEnclosingFunction(node);
  const [sum, entry] = owner?.params ?? [];
  return node.type === 'Identifier' && sum?.type === 'Identifier' && entry !== undefined && sum.name === node.name;
}

/** The whole condition that a comparison is a part of: `status === 'fulfilled' && value`. */
function getCondition(test: Node): Node {
  let current = test;
  while (current.parent?.type === 'LogicalExpression' && current.parent.operator === '&&') current = current.parent;
  return current;
}

/** `if (fulfilled) { …; continue; }`, and what stands behind is for the rejected ones. */
function hasSequel(statement: TSESTree.IfStatement): boolean {
  const last = statement.consequent.type === 'BlockStatement' ? statement.consequent.body.at(-1) : statement.consequent;
  if (!last || !/^(?:Return|Continue|Break|Throw)Statement$/.test(last.type)) return false;
  const block = statement.parent;
  return block.type === 'BlockStatement' && block.body.at(-1) !== statement;
}

function skips(statement: Node): boolean {
  const only = statement.type === 'BlockStatement' && statement.body.length === 1 ? statement.body[0] : statement;
  if (only?.type === 'ReturnStatement') return only.argument === null || isDefault(only.argument);
  return only?.type === 'ContinueStatement';
}

/** A value that says nothing of the failure it stands for. */
function isDefault(node: Node): boolean {
  const inner = unwrapExpression(node);
  switch (inner.type) {
    case 'Literal':
      return !inner.value;
    case 'Identifier':
      return inner.name === 'undefined';
    case 'ArrayExpression':
      return inner.elements.length === 0;
    case 'ObjectExpression':
      return inner.properties.length === 0;
    default:
      return false;
  }
}

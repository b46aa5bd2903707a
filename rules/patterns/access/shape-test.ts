import type { TSESTree } from '@typescript-eslint/utils';
import { getDottedName } from '../dotted-name.ts';
import type { Node, Source } from '../source.ts';
import { unwrapExpression } from '../unwrap-expression.ts';
import { findVariable, getOnlyValue } from '../variables.ts';
import { isCaught, mentionsCaught, type CaughtValue } from './caught-value.ts';

/** After which answer of a test the code knows what it has caught, as far as it wants to know. */
export interface Shape {
  readonly whenTrue: boolean;
  readonly whenFalse: boolean;
}

const nothing: Shape = { whenTrue: false, whenFalse: false };
const whenTrue: Shape = { whenTrue: true, whenFalse: false };
const whenFalse: Shape = { whenTrue: false, whenFalse: true };
const always: Shape = { whenTrue: true, whenFalse: true };

/** Reads what a test tells of the caught value: `e instanceof X`, `isX(e)`, `'code' in e`, `typeof e === 'object'`, `e.code === 'ENOENT'`. */
export function getShape(source: Source, caught: CaughtValue, test: Node, depth = 0): Shape {
  const node = unwrapExpression(test);
  switch (node.type) {
    case 'UnaryExpression':
      return node.operator === '!' ? not(getShape(source, caught, node.argument, depth)) : nothing;
    case 'LogicalExpression':
      return combine(
        node.operator,
        getShape(source, caught, node.left, depth),
        getShape(source, caught, node.right, depth),
      );
    case 'BinaryExpression':
      return getComparedShape(source, caught, node, depth);
    case 'CallExpression':
      return getAnsweredShape(source, caught, node, depth);
    case 'MemberExpression':
      // `if (e.response)`: there is such a property, which is all that the code behind wants to know.
      return mentionsCaught(caught, node) && !isCaught(caught, node) ? whenTrue : nothing;
    case 'Identifier':
      return getNamedShape(source, caught, node, depth);
    default:
      return nothing;
  }
}

function not({ whenTrue, whenFalse }: Shape): Shape {
  return { whenTrue: whenFalse, whenFalse: whenTrue };
}

function combine(operator: TSESTree.LogicalExpression['operator'], left: Shape, right: Shape): Shape {
  return operator === '&&'
    ? { whenTrue: left.whenTrue || right.whenTrue, whenFalse: left.whenFalse && right.whenFalse }
    : { whenTrue: left.whenTrue && right.whenTrue, whenFalse: left.whenFalse || right.whenFalse };
}

function getComparedShape(source: Source, caught: CaughtValue, node: TSESTree.BinaryExpression, depth: number): Shape {
  if (!mentionsCaught(caught, node)) return nothing;
  const { operator } = node;
  if (!/^[=!]==?$/.test(operator)) return whenTrue;
  const isEqual = operator.startsWith('=');
  const [asked, other] = mentionsCaught(caught, node.left) ? [node.left, node.right] : [node.right, node.left];
  const question = unwrapExpression(asked);
  // What is no string may be read like an object: the code has looked, and goes on from there.
  if (question.type === 'UnaryExpression' && question.operator === 'typeof') return always;
  const answer = getBoolean(other);
  if (answer !== undefined) {
    const shape = getShape(source, caught, asked, depth);
    return answer === isEqual ? shape : not(shape);
  }
  if (isEmptiness(other)) return isCaught(caught, asked) ? nothing : isEqual ? whenFalse : whenTrue;
  return isEqual ? whenTrue : whenFalse;
}

function getBoolean(node: Node): boolean | undefined {
  return node.type === 'Literal' && typeof node.value === 'boolean' ? node.value : undefined;
}

function isEmptiness(node: Node): boolean {
  return (node.type === 'Literal' && node.value === null) || (node.type === 'Identifier' && node.name === 'undefined');
}

/** A call that is given the value, or one of its properties, is asked about it: `isAxiosError(e)`, `retryable.has(e.code)`. */
function getAnsweredShape(source: Source, caught: CaughtValue, call: TSESTree.CallExpression, depth: number): Shape {
  const [asked] = call.arguments;
  // `Boolean(e?.data?.items)` asks what stands in it.
  if (getDottedName(call.callee) === 'Boolean') return asked ? getShape(source, caught, asked, depth) : nothing;
  return mentionsCaught(caught, call) ? whenTrue : nothing;
}

/** `const isMissing = e instanceof NotFoundError; if (isMissing) …` */
function getNamedShape(source: Source, caught: CaughtValue, node: TSESTree.Identifier, depth: number): Shape {
  if (depth > 2 || isCaught(caught, node)) return nothing;
  const variable = findVariable(source, node);
  const value = variable && getOnlyValue(variable);
  return value ? getShape(source, caught, value, depth + 1) : nothing;
}

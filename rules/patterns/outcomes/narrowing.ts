import { getDottedName, getLastName, getPropertyName } from '../dotted-name.ts';
import { getProvenance, mentionsError, type ProvenanceContext } from '../provenance.ts';
import type { Node } from '../source.ts';
import { unwrapExpression } from '../unwrap-expression.ts';

/** In which branch a test has picked out an expected error. */
export interface Narrowing {
  readonly whenTrue: boolean;
  readonly whenFalse: boolean;
}

const nothing: Narrowing = { whenTrue: false, whenFalse: false };

/** Which branch of a test only receives errors that the code expects: `e.code === 'ENOENT'`, `e instanceof NotFound`, `isAbort(e)`. */
export function getNarrowing(context: ProvenanceContext, test: Node): Narrowing {
  const node = unwrapExpression(test);
  if (node.type === 'UnaryExpression' && node.operator === '!') {
    const inner = getNarrowing(context, node.argument);
    return { whenTrue: inner.whenFalse, whenFalse: inner.whenTrue };
  }
  if (node.type === 'LogicalExpression' && node.operator !== '??') {
    const left = getNarrowing(context, node.left);
    const right = getNarrowing(context, node.right);
    const isGuarded = asksForShape(context, node.left, node.operator);
    return node.operator === '&&'
      ? { whenTrue: left.whenTrue || right.whenTrue, whenFalse: (left.whenFalse || isGuarded) && right.whenFalse }
      : { whenTrue: (left.whenTrue || isGuarded) && right.whenTrue, whenFalse: left.whenFalse || right.whenFalse };
  }
  if (!mentionsError(context, node) || isShapeTest(context, node)) return nothing;
  if (node.type === 'BinaryExpression' && (node.operator === '!==' || node.operator === '!='))
    return { whenTrue: false, whenFalse: true };
  return { whenTrue: true, whenFalse: false };
}

/**
 * Whether the left side only makes the right one safe, as in `e instanceof Error && e.code !== 'ENOENT'` and in
 * `!isNodeError(e) || e.code === 'ENOENT'`: which errors are expected, the right side says.
 */
function asksForShape(context: ProvenanceContext, test: Node, operator: '&&' | '||'): boolean {
  let node = unwrapExpression(test);
  if (operator === '||') {
    if (node.type !== 'UnaryExpression' || node.operator !== '!') return false;
    node = unwrapExpression(node.argument);
  }
  if (!mentionsError(context, node)) return false;
  const name = node.type === 'CallExpression' ? getLastName(getDottedName(node.callee)) : '';
  return /^is(?:Errno|Node|System)(?:\w*Error|Exception)?$/.test(name) || isShapeTest(context, node);
}

/** Tests that ask whether the value is an error at all, not which one. */
function isShapeTest(context: ProvenanceContext, node: Node): boolean {
  if (node.type === 'Identifier') return true;
  if (node.type === 'MemberExpression') return !/^(?:is|has|retryable|expected)/.test(getPropertyName(node) ?? '');
  if (node.type === 'BinaryExpression') {
    if (node.operator === 'instanceof') return getDottedName(node.right) === 'Error';
    const left = unwrapExpression(node.left);
    if (left.type === 'UnaryExpression' && left.operator === 'typeof') return true;
    return node.operator === 'in' || isEmptiness(node.right) || isEmptiness(node.left);
  }
  if (node.type === 'CallExpression') {
    const name = getLastName(getDottedName(node.callee));
    return /^(?:isError|isNativeError|isErrorLike|isObject|isRecord|Boolean)$/.test(name);
  }
  return getProvenance(context, node) === 'unrelated';
}

function isEmptiness(node: Node): boolean {
  return (node.type === 'Literal' && node.value === null) || (node.type === 'Identifier' && node.name === 'undefined');
}

/** Whether a test of an error-first callback is true, false or undecided when there is an error. */
export function getErrorTruth(context: ProvenanceContext, test: Node): boolean | undefined {
  const node = unwrapExpression(test);
  if (node.type === 'Identifier') return getProvenance(context, node) === 'caught' ? true : undefined;
  if (node.type === 'UnaryExpression' && node.operator === '!') {
    const inner = getErrorTruth(context, node.argument);
    return inner === undefined ? undefined : !inner;
  }
  if (node.type === 'BinaryExpression' && isEmptiness(node.right) && getProvenance(context, node.left) === 'caught')
    return node.operator.startsWith('!');
  if (
    node.type === 'BinaryExpression' &&
    node.operator === 'instanceof' &&
    getProvenance(context, node.left) === 'caught'
  )
    return getDottedName(node.right) === 'Error' ? true : undefined;
  if (node.type === 'LogicalExpression') {
    const left = getErrorTruth(context, node.left);
    const right = getErrorTruth(context, node.right);
    if (node.operator === '||') return left === true || right === true ? true : undefined;
    if (node.operator === '&&') return left === false || right === false ? false : undefined;
  }
  return undefined;
}

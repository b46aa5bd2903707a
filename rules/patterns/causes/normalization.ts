import type { TSESTree } from '@typescript-eslint/utils';
import { getDottedName, getLastName } from '../dotted-name.ts';
import type { ErrorHandler } from '../handlers/error-handler.ts';
import { getProvenance, type ProvenanceContext } from '../provenance.ts';
import type { Node } from '../source.ts';
import { unwrapExpression } from '../unwrap-expression.ts';
import type { ErrorConstruction } from './error-construction.ts';

/** Whether a construction only gives a thrown non-error a class: `e instanceof Error ? e : new Error(String(e))`. */
export function isNormalization(
  context: ProvenanceContext,
  construction: ErrorConstruction,
  handler: ErrorHandler,
): boolean {
  let child: Node = construction.node;
  for (
    let current: Node | undefined = child.parent;
    current && current !== handler.node;
    child = current, current = current.parent
  ) {
    if (current.type === 'LogicalExpression' && isInstead(context, current, child)) return true;
    if (current.type !== 'IfStatement' && current.type !== 'ConditionalExpression') continue;
    const answer = isErrorTest(context, current.test);
    if (answer === undefined || child === current.test) continue;
    if (answer !== (child === current.consequent))
      return carriesText(context, construction) || choosesError(context, current);
  }
  return false;
}

/** `error ?? new Error('…')`: the new one is made where nothing was caught. */
function isInstead(context: ProvenanceContext, choice: TSESTree.LogicalExpression, arm: Node): boolean {
  return choice.operator !== '&&' && choice.right === arm && getProvenance(context, choice.left) === 'caught';
}

/** `e instanceof Error ? e : new Error('…')`: whatever is an error goes on as it is. */
function choosesError(context: ProvenanceContext, choice: Node): boolean {
  if (choice.type !== 'ConditionalExpression') return false;
  return [choice.consequent, choice.alternate].some((arm) => getProvenance(context, arm) === 'caught');
}

/** True for a test that holds for errors, false for its negation, undefined for any other test. */
function isErrorTest(context: ProvenanceContext, test: Node): boolean | undefined {
  const inner = unwrapExpression(test);
  if (inner.type === 'UnaryExpression' && inner.operator === '!') {
    const answer = isErrorTest(context, inner.argument);
    return answer === undefined ? undefined : !answer;
  }
  if (inner.type === 'BinaryExpression' && isTextTest(context, inner)) return false;
  if (inner.type === 'BinaryExpression' && inner.operator === 'instanceof')
    return getDottedName(inner.right) === 'Error' && getProvenance(context, inner.left) === 'caught' ? true : undefined;
  if (inner.type !== 'CallExpression') return undefined;
  const isAsked = /^(?:isError|isNativeError)$/.test(getLastName(getDottedName(inner.callee)));
  return isAsked && inner.arguments.some((argument) => getProvenance(context, argument) === 'caught')
    ? true
    : undefined;
}

/** `typeof e === 'string'` */
function isTextTest(context: ProvenanceContext, { left, operator, right }: TSESTree.BinaryExpression): boolean {
  return (
    operator === '===' &&
    left.type === 'UnaryExpression' &&
    left.operator === 'typeof' &&
    right.type === 'Literal' &&
    right.value === 'string' &&
    getProvenance(context, left.argument) === 'caught'
  );
}

/** The text of what was thrown is all there is to keep of a non-error. */
function carriesText(context: ProvenanceContext, construction: ErrorConstruction): boolean {
  return construction.node.arguments.some((argument) => getProvenance(context, argument) !== 'unrelated');
}

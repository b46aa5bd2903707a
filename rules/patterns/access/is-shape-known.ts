import type { TSESTree } from '@typescript-eslint/utils';
import { getDottedName, getLastName } from '../dotted-name.ts';
import { getStatements } from '../statements.ts';
import { leaves } from '../outcomes/leaves.ts';
import type { Node, Source } from '../source.ts';
import { unwrapExpression } from '../unwrap-expression.ts';
import { isCaught, mentionsCaught, type CaughtValue } from './caught-value.ts';
import { getShape } from './shape-test.ts';

/** Whether a test that stands before a place, or around it, has told what the caught value is. */
export function isShapeKnown(source: Source, caught: CaughtValue, place: Node, body: Node): boolean {
  let child = place;
  for (let current = place.parent; current && child !== body; child = current, current = current.parent) {
    if (isToldByBranch(source, caught, current, child)) return true;
    if (getStatementsBefore(current, child).some((statement) => tellsShape(source, caught, statement))) return true;
  }
  return false;
}

function isToldByBranch(source: Source, caught: CaughtValue, parent: Node, child: Node): boolean {
  const isTold = (test: Node | null, answer: boolean): boolean =>
    test !== null && getShape(source, caught, test)[answer ? 'whenTrue' : 'whenFalse'];
  switch (parent.type) {
    case 'IfStatement':
    case 'ConditionalExpression':
      return child !== parent.test && isTold(parent.test, child === parent.consequent);
    case 'LogicalExpression':
      return child === parent.right && parent.operator !== '??' && isTold(parent.left, parent.operator === '&&');
    case 'WhileStatement':
    case 'ForStatement':
      return child === parent.body && isTold(parent.test, true);
    case 'SwitchCase':
      return child !== parent.test && isToldByCase(source, caught, parent);
    default:
      return false;
  }
}

/** `switch (e.code) { case 'ENOENT': … }` and `switch (true) { case e instanceof NotFoundError: … }` */
function isToldByCase(source: Source, caught: CaughtValue, branch: TSESTree.SwitchCase): boolean {
  if (!branch.test) return false;
  const { discriminant } = branch.parent;
  if (mentionsCaught(caught, discriminant)) return !isCaught(caught, discriminant);
  return getShape(source, caught, branch.test).whenTrue;
}

function getStatementsBefore(parent: Node, child: Node): readonly Node[] {
  const list = getStatements(parent);
  return list.slice(0, Math.max(0, list.indexOf(child)));
}

/** Calls that come back only when what they are given is as it should be: `assertIsError(e)`, `expect(e).toBeInstanceOf(X)`. */
const asserts =
  /^#?(?:assert|ensure|expect|invariant|check|verify|validate|guard|must|require|ok\b|t\.|(?:re)?throw(?=[A-Z]))/i;

/** Whether what stands behind a statement runs only where the caught value is known. */
function tellsShape(source: Source, caught: CaughtValue, statement: Node): boolean {
  if (!mentionsCaught(caught, statement)) return false;
  if (statement.type === 'ExpressionStatement') {
    const call = unwrapExpression(statement.expression);
    if (call.type !== 'CallExpression') return false;
    const name = getDottedName(call.callee);
    return asserts.test(name) || asserts.test(getLastName(name));
  }
  if (statement.type === 'SwitchStatement') {
    const last = statement.cases.find(({ test }) => !test);
    return last !== undefined && !isCaught(caught, statement.discriminant) && last.consequent.some(leaves);
  }
  if (statement.type !== 'IfStatement') return false;
  const shape = getShape(source, caught, statement.test);
  if (shape.whenFalse && leaves(statement.consequent)) return true;
  if (!statement.alternate) return false;
  if (shape.whenTrue && leaves(statement.alternate)) return true;
  // `if (a) throw e; else if (!isX(e)) throw e;`
  return leaves(statement.consequent) && tellsShape(source, caught, statement.alternate);
}

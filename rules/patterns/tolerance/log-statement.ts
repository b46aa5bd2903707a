import { getDottedName } from '../dotted-name.ts';
import type { Node } from '../source.ts';
import { unwrapExpression } from '../unwrap-expression.ts';

/** Whether a statement only writes to a log. */
export function isLogStatement(statement: Node): boolean {
  if (statement.type !== 'ExpressionStatement') return false;
  const inner = unwrapExpression(statement.expression);
  return (
    inner.type === 'CallExpression' &&
    /(?:^|\.)(?:console|log|logger|debug|reporter)\b/.test(getDottedName(inner.callee))
  );
}

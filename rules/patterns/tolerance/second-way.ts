import { getDottedName } from '../dotted-name.ts';
import type { ErrorHandler } from '../handlers/error-handler.ts';
import { isRecovery } from '../outcomes/observation.ts';
import type { Node } from '../source.ts';
import { unwrapExpression } from '../unwrap-expression.ts';
import { isLogStatement } from './log-statement.ts';

/**
 * Whether a handler does with other means what the guarded code was to do last: `try { hide(diff(a, b)); } catch { hide(listAll(a)); }`.
 * What it hands over is worked out; a constant stands for no result.
 */
export function isSecondWay({ kind, guarded, body }: ErrorHandler): boolean {
  if (kind !== 'catch-clause' || guarded?.type !== 'BlockStatement' || body?.type !== 'BlockStatement') return false;
  const [only, ...others] = body.body.filter((statement) => !isLogStatement(statement));
  const second = only && others.length === 0 ? getCall(only) : undefined;
  const first = getCall(guarded.body.at(-1));
  if (!first || !second || getDottedName(first.callee) !== getDottedName(second.callee)) return false;
  return second.arguments.some((argument) => isRecovery(argument));
}

function getCall(statement: Node | undefined): Extract<Node, { type: 'CallExpression' }> | undefined {
  const inner = statement?.type === 'ExpressionStatement' ? unwrapExpression(statement.expression) : undefined;
  return inner?.type === 'CallExpression' ? inner : undefined;
}

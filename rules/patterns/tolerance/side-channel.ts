import { getDottedName } from '../dotted-name.ts';
import type { ErrorHandler } from '../handlers/error-handler.ts';
import type { Node } from '../source.ts';
import { unwrapExpression } from '../unwrap-expression.ts';

const sideChannel = /telemetry|analytics|metrics?(?:\.|$)|track(?:Event|ing)|breadcrumb/i;

/** Whether all that is guarded is told beside the work, which goes on without harm when it cannot be told: `await telemetry.send(event)`. */
export function isSideChannel({ guarded }: ErrorHandler): boolean {
  if (guarded?.type !== 'BlockStatement') return guarded !== undefined && tells(guarded);
  return (
    guarded.body.length > 0 &&
    guarded.body.every((statement) => statement.type === 'ExpressionStatement' && tells(statement.expression))
  );
}

function tells(expression: Node): boolean {
  const inner = unwrapExpression(expression);
  return inner.type === 'CallExpression' && sideChannel.test(getDottedName(inner.callee));
}

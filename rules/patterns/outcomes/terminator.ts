import { getDottedName, getLastName } from '../dotted-name.ts';
import type { Node } from '../source.ts';
import { unwrapExpression } from '../unwrap-expression.ts';

const terminators =
  /^(?:process\.(?:exit|abort|kill|reallyExit)|Deno\.exit|Bun\.exit|exit|die|panic|assertNever|unreachable|fail|notFound|redirect|permanentRedirect)$/;

/** Whether an expression is a call after which nothing runs, because it ends the program or throws: `process.exit(1)`. */
export function isTerminator(expression: Node): boolean {
  const inner = unwrapExpression(expression);
  return inner.type === 'CallExpression' && terminators.test(getDottedName(inner.callee));
}

const throwers = /^#?(?:throw|rethrow|reThrow|fail|raise|panic)(?=[A-Z]|$)/;

/** Whether an expression is a call that is named for throwing: `throwInvalid(e)`, `this.fail('…')`. */
export function isThrower(expression: Node): boolean {
  const inner = unwrapExpression(expression);
  return inner.type === 'CallExpression' && throwers.test(getLastName(getDottedName(inner.callee)));
}

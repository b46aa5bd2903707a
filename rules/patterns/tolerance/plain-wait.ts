import type { TSESTree } from '@typescript-eslint/utils';
import { getDottedName, getLastName } from '../dotted-name.ts';
import { isFunction, type Node } from '../source.ts';
import { unwrapExpression } from '../unwrap-expression.ts';

/**
 * Whether all that an expression does is to let time pass, or to wait until something else is over: `await delay(ms)`,
 * `await this.pending`, `once(child, 'exit')`. It produces nothing whose loss could matter.
 */
export function isPlainWait(expression: Node): boolean {
  const awaited = unwrapExpression(expression);
  if (awaited.type !== 'CallExpression') return awaited.type === 'MemberExpression' || awaited.type === 'Identifier';
  return isPause(awaited) || hasLimit(awaited);
}

/** Whether a `try` guards one wait and nothing else. */
export function guardsPlainWait(guarded: Node | undefined): boolean {
  if (guarded?.type !== 'BlockStatement' || guarded.body.length !== 1) return false;
  const [statement] = guarded.body;
  return (
    statement?.type === 'ExpressionStatement' &&
    statement.expression.type === 'AwaitExpression' &&
    isPlainWait(statement.expression)
  );
}

function isPause(call: TSESTree.CallExpression): boolean {
  const name = getDottedName(call.callee);
  return (
    pauses.test(name) || (/^(?:events\.)?once$/.test(name) && call.arguments.length > 1) || call.arguments.some(isTimer)
  );
}

const pauses = /^(?:delay|sleep|wait|setTimeout|pause)$|^\w*[a-z](?:Delay|Sleep)$/;

const waits = /^(?:wait|await|until|poll|signal)(?=[A-Z]|$)|(?:ToPromise|Settled|Idle)$/;

/** `waitForExit(child, 500)`, `signalToPromise(ready, timeoutMs)`: the time may be up, and the program goes on. */
function hasLimit(call: TSESTree.CallExpression): boolean {
  const name = getDottedName(call.callee);
  const [first] = call.arguments;
  if (name === 'Promise.race' && first?.type === 'ArrayExpression')
    return first.elements.some((element) => element !== null && isPauseExpression(element));
  return waits.test(getLastName(name)) && call.arguments.some(isLimit);
}

function isPauseExpression(element: Node): boolean {
  const inner = unwrapExpression(element);
  return isTimer(inner) || (inner.type === 'CallExpression' && isPause(inner));
}

const limit = /time_?out|deadline|ms$|millis|seconds$/i;

/** `200`, `timeoutMs`, `{ timeout: 200 }` */
function isLimit(argument: Node): boolean {
  const inner = unwrapExpression(argument);
  if (inner.type === 'Literal') return typeof inner.value === 'number';
  if (inner.type === 'ObjectExpression')
    return inner.properties.some((property) => property.type === 'Property' && limit.test(getDottedName(property.key)));
  return limit.test(getLastName(getDottedName(inner)));
}

/** `new Promise((resolve) => setTimeout(resolve, remaining))`, wherever it is handed to: `waitFor(…, signal)`. */
function isTimer(argument: Node): boolean {
  if (argument.type !== 'NewExpression' || getDottedName(argument.callee) !== 'Promise') return false;
  const [executor] = argument.arguments;
  if (!isFunction(executor)) return false;
  const [statement, ...others] = executor.body.type === 'BlockStatement' ? executor.body.body : [executor.body];
  const expression = statement?.type === 'ExpressionStatement' ? statement.expression : statement;
  const started = expression?.type === 'AssignmentExpression' ? expression.right : expression;
  return others.length === 0 && started?.type === 'CallExpression' && getDottedName(started.callee) === 'setTimeout';
}

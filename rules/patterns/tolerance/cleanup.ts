import { getDottedName, getLastName } from '../dotted-name.ts';
import type { ErrorHandler } from '../handlers/error-handler.ts';
import { getFollowing, getStatement } from './following.ts';
import { isLogStatement } from './log-statement.ts';
import { isFunction, type Node } from '../source.ts';
import { unwrapExpression } from '../unwrap-expression.ts';

/** Calls whose failure leaves nothing to do: the resource is gone either way. */
// prettier-ignore
export const defaultCleanups: readonly string[] = [
  'close', 'destroy', 'unlink', 'unlinkSync', 'rm', 'rmSync', 'rmdir', 'rmdirSync', 'remove', 'kill', 'abort', 'cancel', 'dispose',
  'end', 'terminate', 'disconnect', 'release', 'releaseLock', 'unsubscribe', 'unref', 'cleanup', 'stop', 'quit', 'shutdown',
  'removeListener', 'removeEventListener', 'clearTimeout', 'clearInterval', 'rimraf', 'return', 'detach', 'rollback', 'closeSync',
  'removeChild', 'revokeObjectURL', 'exit', 'pause', 'unwatch', 'teardown', 'unpipe', 'closeAll', 'free', 'delete', 'leave', 'off', 'aclose',
  'removeAllListeners', 'removeDirectory', 'removeFolder', 'removeFile', 'deleteDirectory', 'deleteFolder', 'deleteFile', 'forceStop',
  'finalize', 'clean', 'emptyDir', 'emptyDirSync',
];

/** What only moves the view of a user: nothing is lost when it stays where it was. */
const movesView = /(?:^|\.)(?:scroll(?:To|By|Into)\w*|focus|blur)$/;

/** Whether what is guarded is a cleanup call or two and nothing else. */
export function isCleanup(handler: ErrorHandler, names: readonly string[]): boolean {
  const guarded = handler.guarded;
  if (!guarded) return false;
  if (handler.kind === 'error-event') return isDetached(handler, names);
  if (isDrained(handler)) return true;
  if (guarded.type !== 'BlockStatement') return isCleanupExpression(guarded, names);
  const statements = guarded.body.filter(
    (statement) => statement.type !== 'EmptyStatement' && !isLogStatement(statement) && !isLiteralAnswer(statement),
  );
  if (statements.length === 0 || statements.length > 2) return false;
  return statements.every((statement) => isCleanupStatement(statement, names));
}

/** `await response.arrayBuffer().catch(() => undefined);`: a body is read to its end, for the connection alone. */
function isDrained({ guarded, host }: ErrorHandler): boolean {
  const [only, ...others] = guarded?.type === 'BlockStatement' ? guarded.body : [getStatement(host)];
  const isChain = guarded?.type !== 'BlockStatement';
  if (only?.type !== 'ExpressionStatement' || others.length > 0) return false;
  if (isChain && unwrapExpression(only.expression) !== host) return false;
  const call = isChain ? guarded && unwrapExpression(guarded) : unwrapExpression(only.expression);
  return call?.type === 'CallExpression' && call.arguments.length === 0 && readsBody.test(getDottedName(call.callee));
}

const readsBody = /\.(?:arrayBuffer|text|blob|bytes|dump)$/;

/** `socket.onerror = () => {}; socket.close();`: what is closed now has nothing more to tell. */
function isDetached({ host, guarded }: ErrorHandler, names: readonly string[]): boolean {
  const emitter = guarded ? getDottedName(guarded) : '';
  return getFollowing(getStatement(host)).some((next) => {
    const call = next.type === 'ExpressionStatement' ? unwrapExpression(next.expression) : undefined;
    if (call?.type !== 'CallExpression') return false;
    const name = getDottedName(call.callee);
    return name.startsWith(`${emitter}.`) && isCleanupName(getLastName(name), names);
  });
}

/** `return true;` behind the cleanup says that it went well. */
function isLiteralAnswer(statement: Node): boolean {
  return statement.type === 'ReturnStatement' && (statement.argument === null || statement.argument.type === 'Literal');
}

/** Whether a statement, or the one that it leads to, does nothing but clean up. */
export function isCleanupStatement(statement: Node, names: readonly string[]): boolean {
  switch (statement.type) {
    case 'ExpressionStatement':
      return isCleanupExpression(statement.expression, names);
    case 'ReturnStatement':
      return statement.argument !== null && isCleanupExpression(statement.argument, names);
    case 'IfStatement':
      return statement.alternate === null && isCleanupStatement(statement.consequent, names);
    case 'ForOfStatement':
      return isCleanupStatement(statement.body, names);
    case 'BlockStatement':
      return statement.body.length === 1 && isCleanupStatement(statement.body[0] ?? statement, names);
    default:
      return false;
  }
}

function isCleanupExpression(expression: Node, names: readonly string[]): boolean {
  const inner = unwrapExpression(expression);
  if (inner.type === 'UnaryExpression' && inner.operator === 'void') return isCleanupExpression(inner.argument, names);
  if (inner.type === 'LogicalExpression') return isCleanupExpression(inner.right, names);
  if (inner.type !== 'CallExpression') return false;
  const name = getDottedName(inner.callee);
  const [first] = inner.arguments;
  if (first && inner.callee.type === 'MemberExpression' && /\.(?:then|finally)$/.test(name))
    return isCleanupExpression(inner.callee.object, names) && isCleanupCallback(first, names);
  if (first && /^Promise\.(?:all|allSettled)$/.test(name)) return isListOfCleanups(first, names);
  // `await waitFor(stream.cancel())`: a limit around the cleanup changes nothing.
  if (first?.type === 'CallExpression' && /^(?:wait|with|race)(?=[A-Z]|$)/.test(getLastName(name)))
    return isCleanupExpression(first, names);
  return isCleanupCall(name, names);
}

/** `list.scrollToItem(3).then(() => input.focus())` */
function isCleanupCallback(callback: Node, names: readonly string[]): boolean {
  const inner = unwrapExpression(callback);
  if (!isFunction(inner)) return isCleanupCall(getDottedName(inner), names);
  return inner.body.type === 'BlockStatement'
    ? isCleanupStatement(inner.body, names)
    : isCleanupExpression(inner.body, names);
}

function isCleanupCall(name: string, names: readonly string[]): boolean {
  return isCleanupName(getLastName(name), names) || movesView.test(name);
}

/** `[a.close(), b.close()]`, `closing`, `fileDeletionPromises` */
function isListOfCleanups(list: Node, names: readonly string[]): boolean {
  if (list.type === 'ArrayExpression')
    return list.elements.every((element) => element !== null && isCleanupExpression(element, names));
  return list.type === 'Identifier' && /(?:clean|clos|delet|remov|destroy|dispos|teardown)/i.test(list.name);
}

/** `close`, `#close`, `closeQuietly`; a verb such as `end` or `delete` counts alone only, because `deleteUser` is work. */
export function isCleanupName(called: string, names: readonly string[]): boolean {
  const name = called
    .replace(/^[#_]+/, '')
    .replace(/^(?:do|run|perform)([A-Z])/, (_, initial: string) => initial.toLowerCase());
  if (names.includes(name) || /^remove\w*Listeners?$/.test(name)) return true;
  const verb = /^[a-z]+/.exec(name)?.[0] ?? '';
  return names.includes(verb) && !/^(?:end|return|delete|exit|remove|free|pause|leave|finalize)$/.test(verb);
}

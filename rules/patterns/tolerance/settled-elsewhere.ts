import { getPropertyName } from '../dotted-name.ts';
import { getText, type Node, type Source } from '../source.ts';
import type { ErrorHandler } from '../handlers/error-handler.ts';
import { unwrapExpression } from '../unwrap-expression.ts';
import { findVariable } from '../variables.ts';

/**
 * Whether a handler only waits for a promise, or keeps its early rejection from ending the process, while the error is received
 * by whoever owns the promise: `promise.catch(() => {}); … await promise`, `await this.closing.catch(() => {})`,
 * `try { await this.pending } catch {}`, `p.then(next, next)`.
 */
export function isSettledElsewhere(source: Source, handler: ErrorHandler): boolean {
  if (handler.kind === 'catch-clause') return isPlainWait(handler.guarded);
  // `this.on('error', noop)` keeps an emitter from ending the process; its other listeners still hear of the error.
  if (handler.kind === 'error-event') return handler.guarded?.type === 'ThisExpression';
  if (handler.kind !== 'promise-catch' && handler.kind !== 'promise-then') return false;
  if (isSameOnBothWays(source, handler)) return true;
  if (!handler.guarded || !isUsedAsStatement(handler.host)) return false;
  const promise = getSource(handler.guarded);
  if (promise.type === 'MemberExpression') return true;
  if (promise.type !== 'Identifier') return false;
  const variable = findVariable(source, promise);
  if (!variable) return false;
  const isParameter = variable.defs[0]?.type === 'Parameter';
  return isParameter || variable.references.some((reference) => reference.isRead() && reference.identifier !== promise);
}

/** `promise` in `promise.finally(release)`, which rejects with what the promise rejects with. */
function getSource(guarded: Node): Node {
  const inner = unwrapExpression(guarded);
  if (inner.type !== 'CallExpression' || inner.callee.type !== 'MemberExpression') return inner;
  return getPropertyName(inner.callee) === 'finally' ? getSource(inner.callee.object) : inner;
}

/** `await delay(ms)` and `await this.pending` produce nothing whose loss could matter. */
function isPlainWait(guarded: Node | undefined): boolean {
  if (guarded?.type !== 'BlockStatement' || guarded.body.length !== 1) return false;
  const [statement] = guarded.body;
  if (statement?.type !== 'ExpressionStatement' || statement.expression.type !== 'AwaitExpression') return false;
  const awaited = unwrapExpression(statement.expression);
  if (awaited.type === 'MemberExpression' || awaited.type === 'Identifier') return true;
  return (
    awaited.type === 'CallExpression' &&
    awaited.callee.type === 'Identifier' &&
    /^(?:delay|sleep|wait|setTimeout|pause)$/.test(awaited.callee.name)
  );
}

function isUsedAsStatement(host: Node): boolean {
  let current = host.parent;
  while (current && /^(?:ChainExpression|UnaryExpression|AwaitExpression)$/.test(current.type))
    current = current.parent;
  // `this.served = this.lifecycle.catch(log)` keeps a quiet promise beside the one that tells.
  if (current?.type === 'AssignmentExpression' && current.left.type === 'MemberExpression') current = current.parent;
  return current?.type === 'ExpressionStatement';
}

function isSameOnBothWays(source: Source, handler: ErrorHandler): boolean {
  if (handler.kind !== 'promise-then' || handler.host.type !== 'CallExpression') return false;
  const [resolved, rejected] = handler.host.arguments;
  return resolved !== undefined && rejected !== undefined && getText(source, resolved) === getText(source, rejected);
}

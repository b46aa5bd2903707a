import type { TSESTree } from '@typescript-eslint/utils';
import { getDottedName, getPropertyName } from '../dotted-name.ts';
import { getText, isFunction, type Node, type Source, type Variable } from '../source.ts';
import type { ErrorHandler } from '../handlers/error-handler.ts';
import { getOutermostExpression, unwrapExpression } from '../unwrap-expression.ts';
import { findVariable } from '../variables.ts';
import { some } from '../walk.ts';
import { guardsPlainWait, isPlainWait } from './plain-wait.ts';

/**
 * Whether a handler only waits for a promise, or keeps its early rejection from ending the process, while the error is received
 * by whoever owns the promise: `promise.catch(() => {}); … await promise`, `await this.closing.catch(() => {})`,
 * `waitUntil(promise.catch(() => {})); return promise`, `try { await this.pending } catch {}`, `p.then(next, next)`.
 */
export function isSettledElsewhere(source: Source, handler: ErrorHandler): boolean {
  if (handler.kind === 'catch-clause') return guardsPlainWait(handler.guarded);
  // `this.on('error', noop)` keeps an emitter from ending the process; its other listeners still hear of the error.
  if (handler.kind === 'error-event') return handler.guarded?.type === 'ThisExpression';
  if (handler.kind !== 'promise-catch' && handler.kind !== 'promise-then') return false;
  if (isSameOnBothWays(source, handler)) return true;
  if (!handler.guarded) return false;
  const isStatement = isUsedAsStatement(handler.host);
  if (!isStatement && !isQuietCopy(handler.host)) return false;
  const promise = getSource(source, handler.guarded);
  if (promise.type === 'CallExpression') return isStatement && isPlainWait(promise);
  if (promise.type === 'MemberExpression') return isStatement;
  if (promise.type !== 'Identifier') return false;
  const variable = findVariable(source, promise);
  if (!variable) return false;
  if (isStatement && (variable.defs[0]?.type === 'Parameter' || isOfList(variable))) return true;
  return variable.references.some((reference) => reference.isRead() && reference.identifier !== promise);
}

/** `for (const promise of promises) promise.catch(() => {});`: whoever holds the list has the promises. */
function isOfList({ defs: [definition] }: Variable): boolean {
  const loop = definition?.type === 'Variable' ? definition.parent.parent : undefined;
  return loop?.type === 'ForOfStatement' && loop.left === definition?.parent && loop.right.type === 'Identifier';
}

/** `promise` in `Promise.resolve(promise)`, `promise.finally(release)` and `promise.then(set)`, which reject with what it rejects with. */
function getSource(source: Source, guarded: Node): Node {
  const inner = unwrapExpression(guarded);
  if (inner.type !== 'CallExpression' || inner.callee.type !== 'MemberExpression') return inner;
  const [first] = inner.arguments;
  if (first?.type === 'Identifier' && getDottedName(inner.callee) === 'Promise.resolve') return first;
  const link = getPropertyName(inner.callee);
  const leadsOn = link === 'finally' || (link === 'then' && inner.arguments.every((next) => isNote(source, next)));
  return leadsOn ? getSource(source, inner.callee.object) : inner;
}

/** `(service) => (this.service = service)`: takes notice of a result, as opposed to further work that may fail. */
function isNote(source: Source, callback: Node): boolean {
  return (
    isFunction(callback) && !callback.async && !some(source, callback.body, ({ type }) => type === 'ReturnStatement')
  );
}

/** `waitUntil(promise.catch(() => {}))`, `tail = promise.catch(() => {})`: a promise of its own, which tells only when the other one is done. */
function isQuietCopy(host: Node): boolean {
  const copy = getOutermostExpression(host);
  const { parent } = copy;
  if (parent?.type === 'AssignmentExpression' || parent?.type === 'VariableDeclarator') return true;
  return parent?.type === 'CallExpression' && parent.callee !== copy;
}

function isUsedAsStatement(host: Node): boolean {
  let current = host.parent;
  while (current && /^(?:ChainExpression|UnaryExpression|AwaitExpression)$/.test(current.type))
    current = current.parent;
  // `this.served = this.lifecycle.catch(log)` keeps a quiet promise beside the one that tells.
  if (current?.type === 'AssignmentExpression' && current.left.type === 'MemberExpression') current = current.parent;
  return current?.type === 'ExpressionStatement' || (current?.type === 'ArrowFunctionExpression' && isVisitor(current));
}

/** `promises.forEach((promise) => promise.catch(() => {}))` */
function isVisitor({ parent }: TSESTree.ArrowFunctionExpression): boolean {
  return (
    parent.type === 'CallExpression' &&
    parent.callee.type === 'MemberExpression' &&
    getPropertyName(parent.callee) === 'forEach'
  );
}

function isSameOnBothWays(source: Source, handler: ErrorHandler): boolean {
  const { kind, host, guarded } = handler;
  if (host.type !== 'CallExpression') return false;
  const link = kind === 'promise-catch' && guarded ? unwrapExpression(guarded) : undefined;
  const before = link?.type === 'CallExpression' && /\.then$/.test(getDottedName(link.callee)) ? link.arguments : [];
  // `promise.then(noop).catch(noop)` says the same as `promise.then(noop, noop)`.
  const [resolved, rejected] = kind === 'promise-then' ? host.arguments : [before[0], host.arguments[0]];
  return resolved !== undefined && rejected !== undefined && getText(source, resolved) === getText(source, rejected);
}

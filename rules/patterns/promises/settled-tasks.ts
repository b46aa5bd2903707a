import type { TSESTree } from '@typescript-eslint/utils';
import { getDottedName, getLastName, getPropertyName } from '../dotted-name.ts';
import { getFunctionName } from '../function-name.ts';
import { getEnclosingFunction, isFunction, type Node, type Source, type Variable } from '../source.ts';
import { defaultCleanups, isCleanupName } from '../tolerance/cleanup.ts';
import { unwrapExpression } from '../unwrap-expression.ts';
import { findVariable, getOnlyValue, resolveFunction } from '../variables.ts';
import { some } from '../walk.ts';
import { mayReject, resultMayReject } from './can-reject.ts';

/** The tasks that a `Promise.allSettled` call waits for: what starts them, or nothing where they were started elsewhere. */
export function findTasks(source: Source, call: TSESTree.CallExpression): readonly Node[] {
  const [list] = call.arguments;
  return list ? readList(source, list).filter((task) => !isWait(task)) : [];
}

/** `queue.onIdle()`, `client.awaitPending()`: what it waits for was started elsewhere. */
function isWait(task: Node): boolean {
  if (task.type !== 'CallExpression') return false;
  return /^(?:on(?:Idle|Empty)|(?:await|when|drain|settle)(?=[A-Z]|$)\w*|wait(?:For|Until)\w*)$/.test(
    getLastName(getDottedName(task.callee)),
  );
}

function readList(source: Source, list: Node): readonly Node[] {
  const inner = unwrapExpression(list);
  if (inner.type === 'ArrayExpression')
    return inner.elements.flatMap((element) => {
      if (element?.type === 'SpreadElement') return readList(source, element.argument);
      return element ? readTask(source, element) : [];
    });
  if (inner.type === 'CallExpression') return readMaker(inner);
  if (inner.type !== 'Identifier') return [];
  const variable = findVariable(source, inner);
  // What a function is given to settle is its own matter, unless the name says that the work is on its way already.
  if (!variable || variable.defs[0]?.type === 'Parameter') return onTheirWay.test(inner.name) ? [] : [inner];
  const value = getOnlyValue(variable);
  if (!value) return [];
  return [...readList(source, value), ...getPushed(variable).flatMap((pushed) => readTask(source, pushed))];
}

const onTheirWay = /pending|in_?flight|running|active|outstanding|ongoing|queued/i;

/** `items.map(save)`, `items.map((item) => save(item))`, `Array.from(items, (item) => save(item))`; `jobs.map((job) => job.done)` starts nothing. */
function readMaker(call: TSESTree.CallExpression): readonly Node[] {
  const name = getLastName(getDottedName(call.callee));
  // `Array.from(this.running)` only makes a list of them.
  const argument = makers.test(name) ? call.arguments[name === 'from' ? 1 : 0] : undefined;
  const callback = argument && unwrapExpression(argument);
  if (callback && isReference(callback)) return [callback];
  if (!isFunction(callback)) return [];
  const answer = getAnswer(callback.body);
  return answer && isReference(answer) ? [] : [callback];
}

const makers = /^(?:map|flatMap|from)$/;

function isReference({ type }: Node): boolean {
  return type === 'MemberExpression' || type === 'Identifier';
}

function readTask(source: Source, element: Node): readonly Node[] {
  const inner = unwrapExpression(element);
  if (inner.type !== 'Identifier') return inner.type === 'CallExpression' ? [inner] : [];
  const variable = findVariable(source, inner);
  const value = variable && getOnlyValue(variable);
  return value && unwrapExpression(value).type === 'CallExpression' ? [unwrapExpression(value)] : [];
}

/** `const tasks = []; tasks.push(save(item));` */
function getPushed(variable: Variable): Node[] {
  return variable.references.flatMap(({ identifier: { parent } }) => {
    if (parent.type !== 'MemberExpression' || getLastName(getDottedName(parent)) !== 'push') return [];
    return parent.parent.type === 'CallExpression' ? parent.parent.arguments : [];
  });
}

/** Whether the promises are waited for elsewhere as well, where their failures are received: `await Promise.all(tasks)`. */
export function areAwaitedElsewhere(source: Source, call: TSESTree.CallExpression): boolean {
  const [argument] = call.arguments;
  const list = argument && unwrapExpression(argument);
  if (list?.type === 'ArrayExpression')
    return list.elements.length > 0 && list.elements.every((task) => task !== null && isReceived(source, task));
  const callee = list?.type === 'CallExpression' ? list.callee : undefined;
  // `values.map((value) => send(value))` is about the promises of `values`.
  const origin = callee?.type === 'MemberExpression' ? unwrapExpression(callee.object) : list;
  const variable = origin?.type === 'Identifier' ? findVariable(source, origin) : undefined;
  return variable?.references.some(({ identifier: { parent } }) => isJoined(parent)) ?? false;
}

function isJoined(node: Node): boolean {
  return node.type === 'CallExpression' && /^Promise\.(?:all|race|any)$/.test(getDottedName(node.callee));
}

/** Whether somebody else waits for a promise or handles its rejection: `await task`, `task.then(use, report)`. */
function isReceived(source: Source, task: Node): boolean {
  const variable = task.type === 'Identifier' ? findVariable(source, task) : undefined;
  return (
    variable?.references.some(({ identifier }) => {
      const { parent } = identifier;
      if (parent.type === 'AwaitExpression' || isJoined(parent)) return true;
      if (parent.type !== 'MemberExpression' || parent.object !== identifier) return false;
      const link = getPropertyName(parent);
      if (link === 'catch') return true;
      return link === 'then' && parent.parent.type === 'CallExpression' && parent.parent.arguments.length === 2;
    }) ?? false
  );
}

/** Whether no task can fail: each settles its own failures. */
export function areSettled(source: Source, tasks: readonly Node[]): boolean {
  return tasks.every((task) => {
    const callback = resolveFunction(source, task);
    return callback ? !resultMayReject(source, callback) : !mayReject(source, task);
  });
}

/** Whether each task tells of its failure by an event before it rejects: `this.emit('upload-error', file, error)`. */
export function areAnnounced(source: Source, tasks: readonly Node[]): boolean {
  return tasks.length > 0 && tasks.every((task) => announcesFailure(source, task));
}

function announcesFailure(source: Source, task: Node, depth = 0): boolean {
  const start = isFunction(task) ? task.body : task;
  return some(source, start, (node) => {
    if (node.type !== 'CallExpression') return false;
    const [event] = node.arguments;
    if (getLastName(getDottedName(node.callee)) === 'emit')
      return event?.type === 'Literal' && /error|fail/i.test(String(event.value));
    const callee = depth < 2 ? resolveFunction(source, node.callee) : undefined;
    return callee !== undefined && announcesFailure(source, callee, depth + 1);
  });
}

/** Whether all that the tasks do is clean up, which leaves nothing to do when it fails. */
export function isSettledCleanup(call: Node, tasks: readonly Node[]): boolean {
  if (tasks.every(isCleanupTask) || isInFinally(call)) return true;
  const owner = getEnclosingFunction(call);
  if (!owner) return false;
  const name = getFunctionName(owner);
  if (name !== undefined && isCleanupName(name, defaultCleanups)) return true;
  const { parent } = owner;
  return (
    parent.type === 'CallExpression' &&
    /^(?:after(?:All|Each)|onDispose|onExit|defer)$/.test(getLastName(getDottedName(parent.callee)))
  );
}

function isCleanupTask(task: Node): boolean {
  const value = isFunction(task) ? getAnswer(task.body) : task;
  const inner = value && unwrapExpression(value);
  const cleaner = inner?.type === 'CallExpression' ? inner.callee : inner;
  return cleaner ? isCleanupName(getLastName(getDottedName(cleaner)), defaultCleanups) : false;
}

/** The one expression that a body evaluates. */
function getAnswer(body: Node): Node | null {
  if (body.type !== 'BlockStatement') return body;
  const [only, ...others] = body.body;
  if (others.length > 0) return null;
  if (only?.type === 'ReturnStatement') return only.argument;
  return only?.type === 'ExpressionStatement' ? only.expression : null;
}

function isInFinally(node: Node): boolean {
  let child = node;
  for (let current = node.parent; current && !isFunction(current); child = current, current = current.parent)
    if (current.type === 'TryStatement' && current.finalizer === child) return true;
  return false;
}

import type { TSESTree } from '@typescript-eslint/utils';
import { getDottedName, getLastName, getPropertyName } from '../dotted-name.ts';
import { getEmitterKind } from '../events/emitter-sources.ts';
import { takesError } from '../handlers/error-first.ts';
import { isNodeFunction } from '../handlers/node-callbacks.ts';
import { getImportedName } from '../imported-name.ts';
import { onceAFile } from '../once-a-file.ts';
import { isFunction, type FunctionNode, type Node, type Source } from '../source.ts';
import { getOutermostExpression, unwrapExpression } from '../unwrap-expression.ts';
import { isGlobal, resolveFunction } from '../variables.ts';

/** Who calls a function and lets go of the promise that it returns. */
export const callers = [
  'timer',
  'process',
  'emitter',
  'event-target',
  'iteration',
  'executor',
  'callback',
  'route',
] as const;

export type Caller = (typeof callers)[number];

/** An async function that is handed to somebody who does not wait for it. */
export interface DetachedCallback {
  readonly caller: Caller;
  /** The callee as people write it: `setInterval`, `socket.on`, `new Promise`. */
  readonly name: string;
  /** What is handed over: the function, or its name. */
  readonly node: Node;
  readonly callback: FunctionNode;
  /** The call that it is handed to, or the assignment. */
  readonly host: Node;
}

/** The node types at which `findDetachedCallback` has something to say. */
export const detachedNodeTypes: readonly string[] = ['CallExpression', 'NewExpression', 'AssignmentExpression'];

/** Finds the async function that a node hands to a caller of that kind; functions of other files are not known to be async. */
export function findDetachedCallback(source: Source, node: Node): DetachedCallback | undefined {
  if (node.type === 'AssignmentExpression') return findInAssignment(node);
  if (node.type === 'NewExpression') return findInPromise(source, node);
  if (node.type !== 'CallExpression') return undefined;
  const position = getPosition(node.callee);
  if (position === undefined) return findErrorFirst(source, node);
  const argument = node.arguments.at(position);
  if (!argument || argument.type === 'SpreadElement' || !mayBeAsync(source, argument)) return undefined;
  const caller = getCaller(source, node, position === -1);
  const callback = caller && resolveCallback(source, argument);
  if (!caller || !callback?.async || callback.generator) return undefined;
  return { caller, name: getDottedName(node.callee), node: argument, callback, host: node };
}

const timers = [
  'setTimeout',
  'setInterval',
  'setImmediate',
  'queueMicrotask',
  'requestAnimationFrame',
  'requestIdleCallback',
];
const listens = ['on', 'once', 'addListener', 'prependListener', 'prependOnceListener', 'addEventListener'];
const routes = ['get', 'post', 'put', 'patch', 'delete', 'all', 'use'];

/** Which argument a call of that name takes as a callback; nearly all calls take none, and nothing is looked up for them. */
const positions: ReadonlyMap<string, 0 | 1 | -1> = new Map([
  ...[...timers, 'nextTick', 'forEach', 'map'].map((name): [string, 0] => [name, 0]),
  ...listens.map((name): [string, 1] => [name, 1]),
  ...routes.map((name): [string, -1] => [name, -1]),
]);

function getPosition(callee: Node): 0 | 1 | -1 | undefined {
  const inner = unwrapExpression(callee);
  if (inner.type === 'Identifier') return positions.get(inner.name);
  return inner.type === 'MemberExpression' ? positions.get(getPropertyName(inner) ?? '') : undefined;
}

function getCaller(source: Source, call: TSESTree.CallExpression, isRoute: boolean): Caller | undefined {
  const callee = unwrapExpression(call.callee);
  if (callee.type === 'Identifier') return isTimer(source, callee) ? 'timer' : undefined;
  if (callee.type !== 'MemberExpression') return undefined;
  const method = getPropertyName(callee) ?? '';
  const owner = getDottedName(callee.object);
  if (isRoute) return isRouteCall(call, owner) ? 'route' : undefined;
  if (timers.includes(method)) return /^(?:globalThis|window|self|global|timers)$/.test(owner) ? 'timer' : undefined;
  if (method === 'nextTick') return owner === 'process' ? 'timer' : undefined;
  // Whoever awaits or keeps the result of a call has a promise, not an array.
  if (listens.includes(method) && !namesEvent(call)) return undefined;
  const isOfChain = listens.includes(method) && isListenChain(source, call);
  if ((isTaken(call) && !isOfChain) || (method === 'map' && isContinued(call))) return undefined;
  if (method === 'forEach' || method === 'map') return 'iteration';
  if (owner === 'process') return 'process';
  if (method === 'addEventListener') return 'event-target';
  return awaitsListeners.test(owner) ? undefined : 'emitter';
}

/** Objects whose `on` takes handlers of a framework, which waits for them and receives their failures. */
const awaitsListeners =
  /(?:^|\.)_?#?(?:app|bot|probot|octokit|webhooks?|hooks?|hono|router|slack|boss|agenda|program|command|plugin|fastify|api|sdk)$/i;

function isTimer(source: Source, callee: TSESTree.Identifier): boolean {
  if (!timers.includes(callee.name)) return false;
  return isGlobal(source, callee) || getImportedName(source, callee) === `timers.${callee.name}`;
}

/** `traverse().on(isKeyword('sort'), async …)` takes a question where an emitter takes the name of an event. */
function namesEvent({ arguments: [event] }: TSESTree.CallExpression): boolean {
  return (
    event !== undefined &&
    /^(?:Literal|TemplateLiteral|Identifier|MemberExpression)$/.test(unwrapExpression(event).type)
  );
}

/** `createClient().on('error', report).on('moved', …)`: what listens twice in a row, or is known to emit, is no promise. */
function isListenChain(source: Source, call: TSESTree.CallExpression): boolean {
  const owner = call.callee.type === 'MemberExpression' ? unwrapExpression(call.callee.object) : undefined;
  if (owner && (isListenCall(owner) || getEmitterKind(source, owner))) return true;
  const next = getOutermostExpression(call).parent;
  return next?.type === 'MemberExpression' && next.parent.type === 'CallExpression' && isListenCall(next.parent);
}

function isListenCall(node: Node): boolean {
  return node.type === 'CallExpression' && listens.includes(getLastName(getDottedName(node.callee)));
}

function isContinued(call: Node): boolean {
  return getOutermostExpression(call).parent?.type === 'MemberExpression';
}

function isTaken(call: Node): boolean {
  const { parent } = getOutermostExpression(call);
  // `socket.on(…).on(…)`
  if (parent?.type === 'MemberExpression') return parent.parent.type === 'CallExpression' && isTaken(parent.parent);
  return parent?.type !== 'ExpressionStatement' && !(parent?.type === 'UnaryExpression' && parent.operator === 'void');
}

/** `app.get('/orders', async (request, response) => …)` of a framework that answers through its second parameter. */
function isRouteCall({ arguments: given }: TSESTree.CallExpression, owner: string): boolean {
  const last = given.at(-1);
  if (!/(?:^|\.)_?(?:app|router|\w*[rR]outer|server)$/.test(owner) || !isFunction(last)) return false;
  const [request, response] = last.params;
  return request !== undefined && response?.type === 'Identifier' && /^_?(?:res|resp|response)$/.test(response.name);
}

/** Whether a glance at an argument allows an async function; most are ruled out before anything is looked up for them. */
function mayBeAsync(source: Source, argument: Node): boolean {
  const inner = unwrapExpression(argument);
  return isFunction(inner) ? inner.async : hasAsyncFunctions(source);
}

const hasAsyncFunctions: (source: Source) => boolean = onceAFile(({ text }) => text.includes('async'));

/** A function in place, by its name, or bound: `this.poll.bind(this)`. */
function resolveCallback(source: Source, argument: Node): FunctionNode | undefined {
  const inner = unwrapExpression(argument);
  const isBound = inner.type === 'CallExpression' && getLastName(getDottedName(inner.callee)) === 'bind';
  if (isBound && inner.callee.type === 'MemberExpression') return resolveFunction(source, inner.callee.object);
  return inner.type === 'CallExpression' ? undefined : resolveFunction(source, inner);
}

/** Names of calls that give a framework its handler of errors, which it waits for. */
const awaitsHandler = /^(?:on[A-Z]\w*|set\w*Handler|use|handle\w*|catch\w*|map\w*|tap\w*|or[A-Z]\w*)$/;

/** `readFile(path, async (err, text) => …)`: who calls back with an error first takes no answer. */
function findErrorFirst(source: Source, call: TSESTree.CallExpression): DetachedCallback | undefined {
  const last = call.arguments.at(-1);
  if (!isFunction(last) || !last.async || last.generator || isTaken(call)) return undefined;
  const name = getDottedName(call.callee);
  const isNamedForIt = takesError(last) && last.params.length === 2 && !awaitsHandler.test(getLastName(name));
  if (!isNamedForIt && !isNodeFunction(source, call.callee)) return undefined;
  return { caller: 'callback', name, node: last, callback: last, host: call };
}

/** `socket.onmessage = async (event) => …` */
function findInAssignment(node: TSESTree.AssignmentExpression): DetachedCallback | undefined {
  const callback = node.right;
  if (!isFunction(callback) || !callback.async || node.left.type !== 'MemberExpression') return undefined;
  const name = getPropertyName(node.left) ?? '';
  return /^on[a-z]+$/.test(name)
    ? { caller: 'event-target', name: getDottedName(node.left), node: callback, callback, host: node }
    : undefined;
}

/** `new Promise(async (resolve, reject) => …)` */
function findInPromise(source: Source, node: TSESTree.NewExpression): DetachedCallback | undefined {
  if (node.callee.type !== 'Identifier' || node.callee.name !== 'Promise') return undefined;
  const [argument] = node.arguments;
  const callback = argument && mayBeAsync(source, argument) ? resolveCallback(source, argument) : undefined;
  return callback?.async && isGlobal(source, node.callee)
    ? { caller: 'executor', name: 'new Promise', node: argument ?? node, callback, host: node }
    : undefined;
}

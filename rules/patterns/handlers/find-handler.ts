import type { TSESTree } from '@typescript-eslint/utils';
import { getDottedName, getLastName, getPropertyName } from '../dotted-name.ts';
import { isFunction, type FunctionNode, type Node, type Source } from '../source.ts';
import { unwrapExpression } from '../unwrap-expression.ts';
import { resolveFunction } from '../variables.ts';
import { createCallbackHandler, createCatchHandler, createSettledHandler } from './create-handler.ts';
import type { ErrorHandler } from './error-handler.ts';

const nodeTypes = [
  'CatchClause',
  'CallExpression',
  'AssignmentExpression',
  'FunctionExpression',
  'ArrowFunctionExpression',
  'FunctionDeclaration',
  'IfStatement',
] as const;

/** The node types at which `findHandlers` has something to say. */
export const handlerNodeTypes: readonly string[] = nodeTypes;

const cache = new WeakMap<Node, readonly ErrorHandler[]>();
const none: readonly ErrorHandler[] = [];

/** Finds the handlers that a node sets up; an empty list for every other node. */
export function findHandlers(source: Source, node: Node): readonly ErrorHandler[] {
  if (!isCandidate(node)) return none;
  let handlers = cache.get(node);
  if (!handlers) {
    handlers = createHandlers(source, node);
    if (handlers.length > 0) cache.set(node, handlers);
  }
  return handlers;
}

/** Whether a glance allows a handler: nearly all nodes end here, and nothing is looked up for them. */
function isCandidate(node: Node): boolean {
  switch (node.type) {
    case 'CallExpression':
      return mayRegister(node.callee)
        ? node.arguments.length > 0
        : takesError(node.arguments[node.arguments.length - 1]);
    case 'IfStatement':
      return asksForRejection(node.test);
    case 'CatchClause':
      return true;
    case 'AssignmentExpression':
      return isFunction(node.right);
    case 'FunctionExpression':
    case 'ArrowFunctionExpression':
    case 'FunctionDeclaration':
      return node.params.length === 4 || (node.params.length > 0 && node.parent.type === 'MethodDefinition');
    default:
      return false;
  }
}

function mayRegister(callee: Node): boolean {
  const inner = unwrapExpression(callee);
  if (inner.type === 'Identifier') return inner.name === 'catchError';
  return inner.type === 'MemberExpression' && registrars.has(getPropertyName(inner) ?? '');
}

/** Whether the last argument of a call is a function that may be called with an error first. */
function takesError(last: Node | undefined): boolean {
  if (!isFunction(last)) return false;
  const first = last.params[0];
  return first?.type === 'Identifier' && errorNames.test(first.name);
}

function asksForRejection(test: Node): boolean {
  const inner = unwrapExpression(test);
  return inner.type === 'BinaryExpression' && inner.right.type === 'Literal' && inner.right.value === 'rejected';
}

/** The methods that take a handler by name or inside an object, too. */
const registrars: ReadonlySet<string> = new Set([
  'catch',
  'then',
  'on',
  'once',
  'addListener',
  'prependListener',
  'addEventListener',
  'subscribe',
  'setErrorHandler',
  'onError',
]);

function createHandlers(source: Source, node: Node): readonly ErrorHandler[] {
  switch (node.type) {
    case 'CatchClause':
      return [createCatchHandler(source, node)];
    case 'CallExpression':
      return findInCall(source, node);
    case 'AssignmentExpression':
      return findInAssignment(source, node);
    case 'IfStatement':
      return findSettledBranch(source, node);
    case 'FunctionExpression':
    case 'ArrowFunctionExpression':
    case 'FunctionDeclaration':
      return findInFunction(source, node);
    default:
      return none;
  }
}

function findInCall(source: Source, call: TSESTree.CallExpression): readonly ErrorHandler[] {
  const callee = unwrapExpression(call.callee);
  const first = call.arguments[0];
  if (!first || first.type === 'SpreadElement') return none;
  if (callee.type !== 'MemberExpression') {
    if (callee.type === 'Identifier' && callee.name === 'catchError')
      return [createCallbackHandler(source, 'observable', first, call, undefined)];
    return findErrorFirstCallback(source, call);
  }
  const second = call.arguments[1];
  switch (getPropertyName(callee)) {
    case 'catch':
      if (call.arguments.length !== 1 || !isPromiseReceiver(callee.object)) return none;
      return findCallbacks(source, first).map((callback) =>
        createCallbackHandler(source, 'promise-catch', callback, call, callee.object),
      );
    case 'then':
      if (!second || second.type === 'SpreadElement' || !isPromiseReceiver(callee.object)) return none;
      return findCallbacks(source, second).map((callback) =>
        createCallbackHandler(source, 'promise-then', callback, call, callee.object),
      );
    case 'on':
    case 'once':
    case 'addListener':
    case 'prependListener':
    case 'addEventListener':
      if (!second || first.type !== 'Literal' || !canHandle(source, second))
        return findErrorFirstCallback(source, call);
      return findEventHandler(source, call, callee, first.value, second);
    case 'subscribe':
      return findObserver(source, call, first, second);
    case 'setErrorHandler':
    case 'onError':
      if (!isFunction(first)) return none;
      return [createCallbackHandler(source, 'middleware', first, call, undefined)];
    default:
      return findErrorFirstCallback(source, call);
  }
}

/** A promise is a value; `Effect.catch(f)` and `z.string().catch(v)` are functions of a namespace and a schema. */
function isPromiseReceiver(receiver: Node): boolean {
  const inner = unwrapExpression(receiver);
  if (inner.type === 'Identifier') return !/^[A-Z]/.test(inner.name) || inner.name === 'Promise';
  return !/^(?:z|zod|v|s)\./.test(getDottedName(inner));
}

/** Finds what may be called: the argument itself, or the functions among the arms of a choice (`isDebug ? log : (e) => {}`). */
function findCallbacks(source: Source, argument: Node): Node[] {
  const inner = unwrapExpression(argument);
  if (inner.type === 'ConditionalExpression')
    return [...findCallbacks(source, inner.consequent), ...findCallbacks(source, inner.alternate)];
  if (inner.type === 'LogicalExpression')
    return [...findCallbacks(source, inner.left), ...findCallbacks(source, inner.right)];
  return canHandle(source, argument) ? [argument] : [];
}

function canHandle(source: Source, argument: Node): boolean {
  const inner = unwrapExpression(argument);
  switch (inner.type) {
    case 'ArrowFunctionExpression':
    case 'FunctionExpression':
    case 'MemberExpression':
      return true;
    case 'Identifier':
      return inner.name !== 'undefined' && inner.name !== 'NaN';
    case 'CallExpression':
      return getLastName(getDottedName(inner.callee)) === 'bind' || resolveFunction(source, inner) !== undefined;
    default:
      return false;
  }
}

function findEventHandler(
  source: Source,
  call: TSESTree.CallExpression,
  callee: TSESTree.MemberExpression,
  event: unknown,
  listener: Node,
): readonly ErrorHandler[] {
  if (event === 'error') return [createCallbackHandler(source, 'error-event', listener, call, callee.object)];
  if (event === 'uncaughtException' || event === 'unhandledRejection' || event === 'unhandledrejection')
    return [createCallbackHandler(source, 'process-event', listener, call, undefined)];
  return none;
}

function findObserver(
  source: Source,
  call: TSESTree.CallExpression,
  first: Node,
  second: Node | undefined,
): readonly ErrorHandler[] {
  if (first.type === 'ObjectExpression') {
    for (const property of first.properties)
      if (property.type === 'Property' && getPropertyName(property) === 'error' && isFunction(property.value))
        return [createCallbackHandler(source, 'observable', property.value, call, undefined)];
    return none;
  }
  return second && isFunction(second) ? [createCallbackHandler(source, 'observable', second, call, undefined)] : none;
}

const errorNames = /^_*(?:err|error|er|e|ex|exception|cause|errr?or|.*(?:Err|Error))$/;

/** `fs.readFile(path, (err, data) => …)`: the last argument is a function whose first parameter is named as an error. */
function findErrorFirstCallback(source: Source, call: TSESTree.CallExpression): readonly ErrorHandler[] {
  const last = call.arguments.at(-1);
  if (!last || !isFunction(last) || last.params.length === 0 || isMiddleware(last)) return none;
  const [first, second] = last.params;
  if (!first || first.type !== 'Identifier' || !errorNames.test(first.name)) return none;
  const isNullable = /\b(?:null|undefined)\b/.test(annotationText(source, first));
  const isNamedForIt = /^_*(?:err|error|er)$/.test(first.name);
  if (!isNullable && !(isNamedForIt && (second || call.arguments.length > 1))) return none;
  return [createCallbackHandler(source, 'callback', last, call, undefined)];
}

function annotationText(source: Source, parameter: TSESTree.Identifier): string {
  const annotation = parameter.typeAnnotation;
  return annotation ? source.text.slice(annotation.range[0], annotation.range[1]) : '';
}

function findInAssignment(source: Source, node: TSESTree.AssignmentExpression): readonly ErrorHandler[] {
  if (node.left.type !== 'MemberExpression' || getPropertyName(node.left) !== 'onerror' || !isFunction(node.right))
    return none;
  return [createCallbackHandler(source, 'error-event', node.right, node, node.left.object)];
}

/** Functions that a framework calls with an error: Express's four parameters and React's error boundaries. */
function findInFunction(source: Source, node: Node): readonly ErrorHandler[] {
  if (!isFunction(node)) return none;
  if (isMiddleware(node)) return [createCallbackHandler(source, 'middleware', node, node, undefined)];
  const owner = node.parent;
  if (owner?.type === 'MethodDefinition' && node.params.length > 0) {
    const name = getPropertyName(owner);
    if (name === 'componentDidCatch' || name === 'getDerivedStateFromError')
      return [createCallbackHandler(source, 'component', node, node, undefined)];
  }
  return none;
}

/** `(err, req, res, next) => …` */
function isMiddleware(node: FunctionNode): boolean {
  if (node.params.length !== 4) return false;
  const [first, , third] = node.params;
  if (first?.type !== 'Identifier' || third?.type !== 'Identifier') return false;
  return errorNames.test(first.name) && /^_*(?:res|resp|reply|response)$/.test(third.name);
}

/** `if (result.status === 'rejected') { … result.reason … }` */
function findSettledBranch(source: Source, node: TSESTree.IfStatement): readonly ErrorHandler[] {
  const test = unwrapExpression(node.test);
  if (test.type !== 'BinaryExpression' || test.operator !== '===') return none;
  const left = unwrapExpression(test.left);
  if (left.type !== 'MemberExpression' || getPropertyName(left) !== 'status') return none;
  if (test.right.type !== 'Literal' || test.right.value !== 'rejected') return none;
  const handler = createSettledHandler(source, node, left.object);
  return handler ? [handler] : none;
}

import type { TSESTree } from '@typescript-eslint/utils';
import { getDottedName, getLastName, getPropertyName } from '../dotted-name.ts';
import { isFunction, type FunctionNode, type Node, type Source } from '../source.ts';
import { unwrapExpression } from '../unwrap-expression.ts';
import { resolveFunction } from '../variables.ts';
import { createCallbackHandler } from './create-handler.ts';
import { isMiddleware, takesError } from './error-first.ts';
import type { ErrorHandler } from './error-handler.ts';
import { isNamedAsNodeFunction, isNodeFunction } from './node-callbacks.ts';

const none: readonly ErrorHandler[] = [];

/** Whether a glance at a call allows a handler: nearly all end here, and nothing is looked up for them. */
export function mayHandle({ callee, arguments: given }: TSESTree.CallExpression): boolean {
  if (mayRegister(callee)) return given.length > 0;
  const last = given[given.length - 1];
  return takesError(last) || (isFunction(last) && isNamedAsNodeFunction(callee));
}

function mayRegister(callee: Node): boolean {
  const inner = unwrapExpression(callee);
  if (inner.type === 'Identifier') return inner.name === 'catchError';
  return inner.type === 'MemberExpression' && methods.has(getPropertyName(inner) ?? '');
}

/** Finds the handlers that a call is given. */
export function findInCall(source: Source, call: TSESTree.CallExpression): readonly ErrorHandler[] {
  const callee = unwrapExpression(call.callee);
  const [first, second] = call.arguments;
  if (!first || first.type === 'SpreadElement') return none;
  if (callee.type === 'Identifier' && callee.name === 'catchError')
    return [createCallbackHandler(source, 'observable', first, call, undefined)];
  const find = callee.type === 'MemberExpression' ? methods.get(getPropertyName(callee) ?? '') : undefined;
  return find && callee.type === 'MemberExpression'
    ? find({ source, call, receiver: callee.object, first, second })
    : findErrorFirstCallback(source, call);
}

interface MethodCall {
  readonly source: Source;
  readonly call: TSESTree.CallExpression;
  readonly receiver: Node;
  readonly first: Node;
  readonly second: Node | undefined;
}

type FindInMethodCall = (method: MethodCall) => readonly ErrorHandler[];

const findListener: FindInMethodCall = (method) => {
  const { source, call, first, second } = method;
  if (!second || first.type !== 'Literal' || !canHandle(source, second)) return findErrorFirstCallback(source, call);
  return findEventHandler(method, first.value, second);
};

const findMiddleware: FindInMethodCall = ({ source, call, first }) =>
  isFunction(first) ? [createCallbackHandler(source, 'middleware', first, call, undefined)] : none;

/** The methods that take a handler in place, by name or inside an object. */
const methods: ReadonlyMap<string, FindInMethodCall> = new Map<string, FindInMethodCall>([
  [
    'catch',
    ({ source, call, receiver, first }) => {
      if (call.arguments.length !== 1 || !isPromiseReceiver(receiver)) return none;
      return findCallbacks(source, first).map((callback) =>
        createCallbackHandler(source, 'promise-catch', callback, call, receiver),
      );
    },
  ],
  [
    'then',
    ({ source, call, receiver, second }) => {
      if (!second || second.type === 'SpreadElement' || !isPromiseReceiver(receiver)) return none;
      return findCallbacks(source, second).map((callback) =>
        createCallbackHandler(source, 'promise-then', callback, call, receiver),
      );
    },
  ],
  ...['on', 'once', 'addListener', 'prependListener', 'addEventListener'].map((name): [string, FindInMethodCall] => [
    name,
    findListener,
  ]),
  ['subscribe', ({ source, call, first, second }) => findObserver(source, call, first, second)],
  ['setErrorHandler', findMiddleware],
  ['onError', findMiddleware],
]);

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
  { source, call, receiver }: MethodCall,
  event: unknown,
  listener: Node,
): readonly ErrorHandler[] {
  if (event === 'error') return [createCallbackHandler(source, 'error-event', listener, call, receiver)];
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

/**
 * `load(path, (err, data) => …)`: the last argument is a function whose first parameter is named as an error, or whatever stands there
 * is handed to a function of Node.
 */
function findErrorFirstCallback(source: Source, call: TSESTree.CallExpression): readonly ErrorHandler[] {
  const last: Node | undefined = call.arguments.at(-1);
  if (!isFunction(last) || isMiddleware(last)) return none;
  if (!isNamedAsErrorFirst(source, call, last) && !isNodeFunction(source, call.callee)) return none;
  return [createCallbackHandler(source, 'callback', last, call, undefined)];
}

/** `errors.map((error, index) => …)` visits elements that happen to be errors. */
const iterations = /^(?:map|flatMap|forEach|filter|some|every|find|findLast|findIndex|reduce|reduceRight|sort|each)$/;

function isNamedAsErrorFirst(source: Source, call: TSESTree.CallExpression, last: FunctionNode): boolean {
  if (call.arguments.length === 1 && iterations.test(getLastName(getDottedName(call.callee)))) return false;
  const [first, second] = last.params;
  if (!takesError(last) || first?.type !== 'Identifier') return false;
  if (/\b(?:null|undefined)\b/.test(annotationText(source, first))) return true;
  const isNamedForIt = /^_*(?:err|error|er)$/.test(first.name);
  return isNamedForIt && (second !== undefined || call.arguments.length > 1 || asksWhether(last, first.name));
}

/** `(err) => { if (err) …` is called on success too. */
function asksWhether({ body }: FunctionNode, name: string): boolean {
  const first = body.type === 'BlockStatement' ? body.body[0] : undefined;
  if (first?.type !== 'IfStatement') return false;
  const test = first.test.type === 'UnaryExpression' && first.test.operator === '!' ? first.test.argument : first.test;
  return test.type === 'Identifier' && test.name === name;
}

function annotationText(source: Source, parameter: TSESTree.Identifier): string {
  const annotation = parameter.typeAnnotation;
  return annotation ? source.text.slice(annotation.range[0], annotation.range[1]) : '';
}

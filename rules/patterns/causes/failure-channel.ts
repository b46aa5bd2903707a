import type { TSESTree } from '@typescript-eslint/utils';
import { getDottedName, getPropertyName } from '../dotted-name.ts';
import { onceAFile } from '../once-a-file.ts';
import { onceAName } from '../once-a-name.ts';
import { isFunction, type FunctionNode, type Node, type Source, type Variable } from '../source.ts';
import { unwrapExpression } from '../unwrap-expression.ts';
import { findVariable, getWrittenValues } from '../variables.ts';

/** The ways in which a failure leaves a piece of code. */
export const failureChannels = [
  'throw',
  'promise-reject',
  'reject',
  'callback',
  'emit',
  'abort',
  'destroy',
  'generator-throw',
  'result',
] as const;

export type FailureChannel = (typeof failureChannels)[number];

export interface Failure {
  readonly channel: FailureChannel;
  /** The statement or call that sends the value. */
  readonly node: Node;
  /** What is sent; null for `reject()`. */
  readonly value: TSESTree.Expression | null;
}

/** Reads the failure that a node sends, or undefined when it sends none. */
export function getFailure(source: Source, node: Node): Failure | undefined {
  if (node.type === 'ThrowStatement') return { channel: 'throw', node, value: node.argument };
  if (node.type !== 'CallExpression') return undefined;
  const callee = unwrapExpression(node.callee);
  const channel =
    callee.type === 'MemberExpression'
      ? getMemberChannel(node, callee)
      : callee.type === 'Identifier'
        ? getNamedChannel(source, node, callee)
        : undefined;
  if (!channel) return undefined;
  const argument = node.arguments[channel === 'emit' ? 1 : 0];
  if (argument?.type === 'SpreadElement') return undefined;
  return { channel, node, value: getMadeForStream(node) ?? argument ?? null };
}

/** What a stream of RxJS fails with: `throwError(() => new X())`, and `throwError(new X())` of older versions. */
function getMadeForStream({ callee, arguments: [made] }: TSESTree.CallExpression): TSESTree.Expression | undefined {
  if (callee.type !== 'Identifier' || callee.name !== 'throwError') return undefined;
  if (made?.type === 'NewExpression') return made;
  return made?.type === 'ArrowFunctionExpression' && made.body.type !== 'BlockStatement' ? made.body : undefined;
}

function getMemberChannel(
  call: TSESTree.CallExpression,
  callee: TSESTree.MemberExpression,
): FailureChannel | undefined {
  const property = getPropertyName(callee);
  const channel = property === undefined ? undefined : channelsByMethod.get(property);
  if (channel === undefined) return undefined;
  const owner = getDottedName(callee.object);
  const [first] = call.arguments;
  switch (channel) {
    case 'reject':
      if (owner === 'Promise') return 'promise-reject';
      // `items.reject((item) => item.done)` filters a list.
      if (isFunction(first)) return undefined;
      // `job.reject({ requeue: true })` says how, where a promise is told why.
      return rejecters.test(owner) || (first?.type !== 'ObjectExpression' && ofQueues.test(owner)) || isNewError(first)
        ? channel
        : undefined;
    case 'emit':
      return first?.type === 'Literal' && first.value === 'error' && call.arguments.length > 1 ? channel : undefined;
    case 'abort':
      return call.arguments.length === 1 && /(?:controller|ctrl|abort)\w*$/i.test(owner) ? channel : undefined;
    case 'destroy':
      return call.arguments.length === 1 && (property === 'error' ? controllers : destroyed).test(owner)
        ? channel
        : undefined;
    case 'generator-throw':
      return /(?:gen|iter|it|iterator|generator)\w*$/i.test(owner) ? channel : undefined;
    case 'result':
      return call.arguments.length === 1 && /^(?:Result|ResultAsync|Either|E|Effect|Exit|Option|R)$/.test(owner)
        ? channel
        : undefined;
    default:
      return undefined;
  }
}

/** Whatever is rejected with an error that is made for it is somebody's promise. */
function isNewError(value: Node | undefined): boolean {
  return value?.type === 'NewExpression' && /(?:Error|Exception)$/.test(getDottedName(value.callee));
}

/** The methods that may send a failure; most calls are of none, so the owner is read for these alone. */
const channelsByMethod: ReadonlyMap<string, FailureChannel> = new Map([
  ['reject', 'reject'],
  ['emit', 'emit'],
  ['abort', 'abort'],
  ['destroy', 'destroy'],
  ['error', 'destroy'],
  ['throw', 'generator-throw'],
  ...['err', 'fail', 'left', 'failure', 'Err'].map((name): [string, FailureChannel] => [name, 'result']),
]);

const rejecters = /(?:defer|dfd|promise|pending|resolver|completer|controller|waiter)\w*$/i;
/** What waits in a queue, with the functions of a promise or with methods of its own. */
const ofQueues = /(?:request|entry|item|job|task)\w*$/i;
const destroyed = /(?:stream|socket|req|res|request|response|readable|writable|conn\w*|this)$/i;

/** A stream of the web is ended with a failure by its controller: `controller.error(reason)`. */
const controllers = /controller$/i;

const rejectNames = /^_?(?:reject|rej|rejectPromise|promiseReject|rejectOnce|doReject|_reject)$/;
/** What functions call the callback that they were given. */
export const callbackNames: RegExp = /^_?(?:cb|callback|done|next|fn|onError|onerror|[a-z]\w*(?:Callback|Cb))$/;

const resultNames = /^(?:err|Err|errAsync|left|failure)$/;

const isNamedForIt: (name: string) => boolean = onceAName(
  (name) => name === 'throwError' || rejectNames.test(name) || resultNames.test(name) || callbackNames.test(name),
);

/** The names by which a file can call the second parameter of a promise executor: its own, and those it was assigned to. */
const getExecutorNames: (source: Source) => ReadonlySet<string> = onceAFile((source) => {
  const names = new Set<string>();
  // A comment or brackets may stand behind `new`. Hosts work the scopes out when they are first read, and most files need none.
  if (!/\bnew(?:\s+Promise\b|\s*[(/])/.test(source.text)) return names;
  for (const { block, set } of source.scopeManager?.scopes ?? []) {
    if (!isFunction(block) || block.parent.type !== 'NewExpression') continue;
    for (const variable of set.values()) if (isExecutorParameter(variable)) addNames(names, variable);
  }
  return names;
});

function addNames(names: Set<string>, parameter: Variable): void {
  names.add(parameter.name);
  for (const { identifier } of parameter.references) {
    const { parent } = identifier;
    if (parent.type === 'AssignmentExpression' && parent.left.type === 'Identifier') names.add(parent.left.name);
    if (parent.type === 'VariableDeclarator' && parent.id.type === 'Identifier') names.add(parent.id.name);
  }
}

function getNamedChannel(
  source: Source,
  call: TSESTree.CallExpression,
  callee: TSESTree.Identifier,
): FailureChannel | undefined {
  if (!isNamedForIt(callee.name) && !getExecutorNames(source).has(callee.name)) return undefined;
  const variable = findVariable(source, callee);
  if (variable && isRejectParameter(variable)) return 'reject';
  if (callee.name === 'throwError') return getMadeForStream(call) && 'promise-reject';
  if (rejectNames.test(callee.name) && !(variable && isOtherFunction(variable))) return 'reject';
  if (resultNames.test(callee.name)) {
    const definition = variable?.defs[0];
    return definition?.type === 'ImportBinding' && call.arguments.length === 1 ? 'result' : undefined;
  }
  const first = call.arguments[0];
  if (!first || !callbackNames.test(callee.name)) return undefined;
  return !variable || isParameterLike(variable) ? 'callback' : undefined;
}

/** Whether a variable is the second parameter of a promise executor, or was assigned from one. */
function isRejectParameter(variable: Variable, depth = 0): boolean {
  if (variable.defs.length === 0) return false;
  if (isExecutorParameter(variable)) return true;
  if (depth > 0) return false;
  return (getWrittenValues(variable) ?? []).some((value) => {
    if (value.type !== 'Identifier') return false;
    const written = variable.references.find((reference) => reference.writeExpr === value);
    const resolved = written?.from.references.find((reference) => reference.identifier === value)?.resolved;
    return resolved ? isRejectParameter(resolved, depth + 1) : false;
  });
}

function isExecutorParameter(variable: Variable): boolean {
  const definition = variable.defs[0];
  if (definition?.type !== 'Parameter' || !isFunction(definition.node)) return false;
  const parameter = definition.node.params[1];
  const isSecond =
    parameter === definition.name || (parameter?.type === 'AssignmentPattern' && parameter.left === definition.name);
  return isSecond && isPromiseExecutor(definition.node);
}

/** `new Promise((resolve, reject) => …)` */
export function isPromiseExecutor(node: FunctionNode): boolean {
  const { parent } = node;
  return parent.type === 'NewExpression' && parent.arguments[0] === node && getDottedName(parent.callee) === 'Promise';
}

/** `const reject = somethingElse;` is called after a rejection without being one. */
function isOtherFunction(variable: Variable): boolean {
  const values = getWrittenValues(variable) ?? [];
  return (
    values.some((value) => value.type === 'Identifier' && !rejectNames.test(value.name)) && !isRejectParameter(variable)
  );
}

function isParameterLike(variable: Variable): boolean {
  return variable.defs.every((definition) => definition.type === 'Parameter' || definition.type === 'Variable');
}

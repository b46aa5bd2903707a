import type { TSESTree } from '@typescript-eslint/utils';
import { getChildren } from '../children.ts';
import { getDottedName, getLastName } from '../dotted-name.ts';
import { isFunction, type FunctionNode, type Node, type Source } from '../source.ts';
import { unwrapExpression } from '../unwrap-expression.ts';
import { findVariable, getOnlyValue, resolveFunction } from '../variables.ts';
import { collectOwn, isBoundary } from '../walk.ts';

const deepest = 4;

/**
 * Whether the promise of a function may reject, as far as its file tells: it throws, or awaits what may reject, outside of a `try` with a
 * handler. What other files have is taken to reject; calls that are not awaited are taken not to throw.
 */
export function canReject(source: Source, node: FunctionNode, depth = 0): boolean {
  if (depth > deepest) return true;
  const isAsync = node.async;
  if (node.body.type !== 'BlockStatement') return mayReject(source, node.body, depth) && (isAsync || isCall(node.body));
  return failsIn(source, node.body, isAsync, depth);
}

/** Whether a block can end in a failure: it throws, or awaits what may reject, and no `try` of its own receives that. */
export function canFail(source: Source, block: TSESTree.BlockStatement): boolean {
  return failsIn(source, block, true, 0);
}

/** Whether a statement or an expression can end the function around it with a failure. */
function failsIn(source: Source, node: Node, isAsync: boolean, depth: number): boolean {
  if (isBoundary(node)) return false;
  const next = (child: Node | null): boolean => child !== null && failsIn(source, child, isAsync, depth);
  switch (node.type) {
    case 'ThrowStatement':
      return true;
    case 'TryStatement':
      return (node.handler ? next(node.handler.body) : next(node.block)) || next(node.finalizer);
    case 'AwaitExpression':
      return mayReject(source, node.argument, depth) || next(node.argument);
    case 'ForOfStatement':
      return node.await || next(node.right) || next(node.body);
    case 'ReturnStatement':
      return (
        node.argument !== null &&
        ((isCall(node.argument) && mayReject(source, node.argument, depth)) || next(node.argument))
      );
    default:
      return getChildren(source, node).some(next);
  }
}

function isCall(node: Node): boolean {
  const inner = unwrapExpression(node);
  return inner.type === 'CallExpression' || inner.type === 'NewExpression' || inner.type === 'ImportExpression';
}

/** Calls that let time pass and cannot fail. */
export const pauses: RegExp = /^(?:delay|sleep|wait|pause|setTimeout|setImmediate|tick|nextTick)$/;

/** Whether a promise may reject; a value that is none does not. */
export function mayReject(source: Source, value: Node, depth = 0): boolean {
  const inner = unwrapExpression(value);
  const next = (child: Node | null | undefined): boolean => !!child && mayReject(source, child, depth);
  switch (inner.type) {
    case 'ConditionalExpression':
      return next(inner.consequent) || next(inner.alternate);
    case 'LogicalExpression':
      return next(inner.left) || next(inner.right);
    case 'ArrayExpression':
      return inner.elements.some(next);
    // What is only kept is waited for by whoever keeps it.
    case 'AssignmentExpression':
      return isCall(inner.right) && next(inner.right);
    case 'CallExpression':
      return callMayReject(source, inner, depth);
    case 'NewExpression':
      return constructionMayReject(source, inner);
    case 'Identifier': {
      const variable = depth > deepest ? undefined : findVariable(source, inner);
      const only = variable && getOnlyValue(variable);
      return only ? mayReject(source, only, depth + 1) : true;
    }
    case 'Literal':
    case 'TemplateLiteral':
    case 'ObjectExpression':
      return false;
    default:
      return true;
  }
}

function callMayReject(source: Source, call: TSESTree.CallExpression, depth: number): boolean {
  const callee = unwrapExpression(call.callee);
  const name = getDottedName(callee);
  const last = getLastName(name);
  const [first, second] = call.arguments;
  if (callee.type === 'MemberExpression') {
    if (last === 'catch' && first) return handlerMayThrow(source, first, depth);
    if (last === 'then' && second) return handlerMayThrow(source, second, depth);
    if (last === 'then' && first)
      return mayReject(source, callee.object, depth) || handlerMayThrow(source, first, depth);
    if (last === 'finally') return mayReject(source, callee.object, depth);
    // `list.map((item) => save(item))`: the promises that the callback makes.
    if (last === 'map' && first && isFunction(first)) return resultMayReject(source, first, depth);
  }
  if (name === 'Promise.allSettled' || pauses.test(last)) return false;
  if (name === 'Promise.resolve') return first !== undefined && mayReject(source, first, depth);
  if (/^Promise\.(?:all|race|any)$/.test(name)) return first === undefined || mayReject(source, first, depth);
  const own = resolveFunction(source, callee);
  return !own || resultMayReject(source, own, depth);
}

/** A handler settles the promise, unless it throws again. */
function handlerMayThrow(source: Source, handler: Node, depth: number): boolean {
  const own = resolveFunction(source, handler);
  if (!own) return false;
  return (
    own.body.type === 'BlockStatement' &&
    collectOwn(source, own.body, 'ThrowStatement').length > 0 &&
    canReject(source, own, depth + 1)
  );
}

/** Whether the promise that a function returns may reject. */
export function resultMayReject(source: Source, callback: FunctionNode, depth = 0): boolean {
  if (depth > deepest) return true;
  if (callback.async || callback.body.type !== 'BlockStatement') return canReject(source, callback, depth + 1);
  return collectOwn(source, callback.body, 'ReturnStatement').some(
    ({ argument }) => argument !== null && mayReject(source, argument, depth + 1),
  );
}

/** `new Promise((resolve) => setTimeout(resolve, 10))` has nothing to reject with. */
function constructionMayReject(source: Source, { callee, arguments: [executor] }: TSESTree.NewExpression): boolean {
  if (getDottedName(callee) !== 'Promise') return true;
  const own = executor && resolveFunction(source, executor);
  return !own || own.params.length !== 1 || own.async;
}

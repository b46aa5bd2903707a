import type { TSESTree } from '@typescript-eslint/utils';
import { getDottedName, getLastName, getPropertyName } from '../dotted-name.ts';
import { getImportedName } from '../imported-name.ts';
import { getProperties } from '../object-properties.ts';
import { isWithin, type Node, type Source } from '../source.ts';
import { unwrapExpression } from '../unwrap-expression.ts';
import { findVariable } from '../variables.ts';
import { collectOwn } from '../walk.ts';

/** A call that leaves by a throw that is no failure: a redirect of a framework, or the abort that the caller asked for. */
export type ControlFlowCall =
  | { readonly kind: 'function'; readonly node: TSESTree.CallExpression; readonly importedName: string | undefined }
  | { readonly kind: 'abort'; readonly node: TSESTree.CallExpression; readonly signal: Node };

/** Exports that never come back, however their result is used. */
const throwing =
  /^(?:next\/navigation\.(?:redirect|permanentRedirect|notFound|forbidden|unauthorized)|@sveltejs\/kit\.(?:redirect|error))$/;

/** Finds the calls of a piece of guarded code whose throw its handler is the first to receive. */
export function findControlFlowCalls(source: Source, block: Node, functions: readonly string[]): ControlFlowCall[] {
  return collectOwn(source, block, 'CallExpression')
    .filter((call) => !isCaughtBefore(call, block))
    .flatMap((call) => readFunction(source, call, functions) ?? readAbort(source, call) ?? []);
}

/** An inner `try` receives it first. */
function isCaughtBefore(call: Node, block: Node): boolean {
  let child = call;
  for (let current = call.parent; current && child !== block; child = current, current = current.parent)
    if (current.type === 'TryStatement' && current.block === child && current.block !== block && current.handler)
      return true;
  return false;
}

function readFunction(
  source: Source,
  node: TSESTree.CallExpression,
  functions: readonly string[],
): ControlFlowCall | undefined {
  const importedName = getImportedName(source, node.callee);
  if (importedName !== undefined && throwing.test(importedName)) return { kind: 'function', node, importedName };
  const callee = unwrapExpression(node.callee);
  if (callee.type !== 'Identifier' || !functions.includes(callee.name)) return undefined;
  const isThrown = node.parent.type === 'ThrowStatement';
  const isLeftAlone = getStatementOf(node)?.type === 'ExpressionStatement' && isForeign(source, callee);
  return isThrown || isLeftAlone ? { kind: 'function', node, importedName } : undefined;
}

/** Who does not use the result of a redirect counts on its throw. */
function getStatementOf(node: Node): Node | undefined {
  return node.parent?.type === 'AwaitExpression' ? node.parent.parent : node.parent;
}

function isForeign(source: Source, name: TSESTree.Identifier): boolean {
  const definitions = findVariable(source, name)?.defs ?? [];
  return definitions.every(({ type }) => type === 'ImportBinding');
}

function readAbort(source: Source, node: TSESTree.CallExpression): ControlFlowCall | undefined {
  const signal = getSignal(node);
  return signal && isGiven(source, signal) ? { kind: 'abort', node, signal } : undefined;
}

/** `signal.throwIfAborted()`, `await fetch(url, { signal })` */
function getSignal(node: TSESTree.CallExpression): Node | undefined {
  const callee = unwrapExpression(node.callee);
  if (callee.type === 'MemberExpression' && getPropertyName(callee) === 'throwIfAborted') return callee.object;
  if (node.parent.type !== 'AwaitExpression') return undefined;
  for (const argument of node.arguments)
    if (argument.type === 'ObjectExpression' && getProperties(argument).has('signal'))
      return getProperties(argument).get('signal');
  return undefined;
}

/** Whether a signal comes from the caller: a parameter, or a part of one. Signals of the function's own end its own work. */
function isGiven(source: Source, signal: Node): boolean {
  let root = unwrapExpression(signal);
  while (root.type === 'MemberExpression') root = unwrapExpression(root.object);
  if (root.type !== 'Identifier' || !/signal/i.test(getLastName(getDottedName(signal)))) return false;
  const variable = findVariable(source, root);
  return variable?.defs[0]?.type === 'Parameter' && isWithin(signal, variable.scope.block);
}

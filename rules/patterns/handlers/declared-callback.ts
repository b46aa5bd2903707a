import type { TSESTree } from '@typescript-eslint/utils';
import { isForgotten } from '../outcomes/callback-fault.ts';
import { isFunction, type FunctionNode, type Node, type Source } from '../source.ts';
import { findVariable } from '../variables.ts';

/** A function with a name of its own that takes something first: `function onRead(err, data) { … }`. */
export interface DeclaredCallback {
  readonly callback: FunctionNode;
  readonly parameter: TSESTree.Identifier;
}

/**
 * Reads a function that is declared apart from the call that takes it: a declaration, or the value of a variable. Methods are left out:
 * they may owe their parameters to a base class.
 */
export function getDeclaredCallback(node: Node): DeclaredCallback | undefined {
  if (!isFunction(node)) return undefined;
  const [parameter] = node.params;
  if (parameter?.type !== 'Identifier') return undefined;
  const isNamed = node.type === 'FunctionDeclaration' || node.parent.type === 'VariableDeclarator';
  return isNamed ? { callback: node, parameter } : undefined;
}

/** Whether such a function never reads what it takes first. */
export function forgetsFirst(source: Source, { callback, parameter }: DeclaredCallback): boolean {
  const variable = findVariable(source, parameter);
  return variable !== undefined && isForgotten(source, { parameter, variables: [variable] }, callback);
}

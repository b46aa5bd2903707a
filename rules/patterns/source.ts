import type { TSESLint, TSESTree } from '@typescript-eslint/utils';

export type Node = TSESTree.Node;
export type Expression = TSESTree.Expression;
export type FunctionNode =
  TSESTree.ArrowFunctionExpression | TSESTree.FunctionDeclaration | TSESTree.FunctionExpression;
export type Variable = TSESLint.Scope.Variable;

/**
 * What the patterns need to know of a file: the program in the TS-ESTree dialect with `parent` links, its text and its scopes.
 * ESLint's and Oxlint's `sourceCode` fit as they are; the audit builds one from oxc-parser.
 */
export interface Source {
  readonly ast: TSESTree.Program;
  readonly text: string;
  readonly scopeManager: TSESLint.Scope.ScopeManager | null;
  readonly visitorKeys: Readonly<Record<string, readonly string[] | undefined>>;
  getAllComments(): readonly TSESTree.Comment[];
}

/** Reads the text of a node; the range is all that every parser agrees on. */
export function getText(source: Source, node: Node): string {
  return source.text.slice(node.range[0], node.range[1]);
}

export function isFunction(node: Node | null | undefined): node is FunctionNode {
  return (
    node?.type === 'ArrowFunctionExpression' ||
    node?.type === 'FunctionExpression' ||
    node?.type === 'FunctionDeclaration'
  );
}

/** The nearest function around a node, or undefined at the top level (class bodies are looked through). */
export function getEnclosingFunction(node: Node): FunctionNode | undefined {
  for (let current = node.parent; current; current = current.parent) if (isFunction(current)) return current;
  return undefined;
}

/** Whether `inner` lies within `outer`, the node itself included. */
export function isWithin(inner: Node, outer: Node): boolean {
  return inner.range[0] >= outer.range[0] && inner.range[1] <= outer.range[1];
}

import type { TSESTree } from '@typescript-eslint/utils';
import type { Node, Source } from './source.ts';

/** Calls `visit` for a node and what is below it; returning `false` keeps the walk out of that node. */
export function walk(source: Source, root: Node, visit: (node: Node) => boolean | void): void {
  if (visit(root) === false) return;
  for (const key of source.visitorKeys[root.type] ?? []) {
    // The visitor keys name exactly the properties that hold nodes.
    const child = (root as unknown as Record<string, Node | (Node | null)[] | null | undefined>)[key];
    if (Array.isArray(child)) {
      for (const element of child) if (element) walk(source, element, visit);
    } else if (child) walk(source, child, visit);
  }
}

/** Whether any node at or below `root` satisfies the predicate. */
export function some(source: Source, root: Node, predicate: (node: Node) => boolean): boolean {
  let found = false;
  walk(source, root, (node) => {
    if (!found && predicate(node)) found = true;
    return !found;
  });
  return found;
}

/** Collects the nodes of one type below `root`, staying out of nested functions and classes. */
export function collectOwn<Type extends TSESTree.AST_NODE_TYPES | `${TSESTree.AST_NODE_TYPES}`>(
  source: Source,
  root: Node,
  type: Type,
): Extract<Node, { type: Type }>[] {
  const found: Node[] = [];
  walk(source, root, (node) => {
    if (node !== root && isBoundary(node)) return false;
    if (node.type === type) found.push(node);
    return true;
  });
  // Filtered by `type` above, which the compiler cannot follow through the union.
  return found as Extract<Node, { type: Type }>[];
}

/** Functions and class bodies run at another time than the code around them. */
export function isBoundary(node: Node): boolean {
  return (
    node.type === 'ArrowFunctionExpression' ||
    node.type === 'FunctionExpression' ||
    node.type === 'FunctionDeclaration' ||
    node.type === 'ClassBody'
  );
}

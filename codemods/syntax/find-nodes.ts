import type { TSESTree } from '@typescript-eslint/types';
import type { Collection } from 'jscodeshift';
import { j } from './collection.ts';

type Node = TSESTree.Node;

/** Finds the nodes of one type, in the order of the text. One walk serves every codemod and every type. */
export function findNodes<Type extends `${TSESTree.AST_NODE_TYPES}`>(
  root: Collection,
  type: Type,
): readonly Extract<Node, { type: Type }>[] {
  const index = indexes.get(root) ?? indexNodes(root);
  indexes.set(root, index);
  // The index holds nodes of that type alone.
  return (index.get(type) ?? []) as readonly Extract<Node, { type: Type }>[];
}

const indexes = new WeakMap<Collection, ReadonlyMap<string, readonly Node[]>>();

function indexNodes(root: Collection): ReadonlyMap<string, readonly Node[]> {
  const index = new Map<string, Node[]>();
  root.find(j.Node).forEach(({ value }) => {
    // jscodeshift's types describe the trees of other parsers; these are TS-ESTree.
    const node = value as unknown as Node;
    const known = index.get(node.type);
    if (known) known.push(node);
    else index.set(node.type, [node]);
  });
  for (const nodes of index.values()) nodes.sort((first, second) => first.range[0] - second.range[0]);
  return index;
}

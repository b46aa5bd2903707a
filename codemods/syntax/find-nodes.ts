import type { TSESTree } from '@typescript-eslint/types';
import type { Collection } from 'jscodeshift';
import { j } from './collection.ts';

/** Finds the nodes of one type, in the order of the text. */
export function findNodes<Name extends `${TSESTree.AST_NODE_TYPES}`>(
  root: Collection,
  type: Name,
): Extract<TSESTree.Node, { type: Name }>[] {
  // jscodeshift's types describe other parsers' trees; the collection holds TS-ESTree, and only nodes of that type are found.
  const wanted = (j as unknown as Readonly<Record<string, Parameters<Collection['find']>[0]>>)[type];
  const nodes = wanted ? (root.find(wanted).nodes() as unknown as Extract<TSESTree.Node, { type: Name }>[]) : [];
  return nodes.sort((first, second) => first.range[0] - second.range[0]);
}

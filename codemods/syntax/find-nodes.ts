import type { TSESTree } from '@typescript-eslint/types';
import type { Collection } from 'jscodeshift';
import { getJscodeshift } from './collection.ts';

type Node = TSESTree.Node;

/** The types that codemods look for: one walk lists all of them, as a walk costs as much for one as for several. */
const wanted = ['MemberExpression', 'BinaryExpression', 'SwitchStatement'] as const;

type Wanted = (typeof wanted)[number];

/** Finds the nodes of one type, in the order of the text. */
export function findNodes<Type extends Wanted>(root: Collection, type: Type): readonly Extract<Node, { type: Type }>[] {
  const lists = listsOf.get(root) ?? listNodes(root);
  listsOf.set(root, lists);
  // A list holds nodes of its type alone.
  return (lists.get(type) ?? []) as readonly Extract<Node, { type: Type }>[];
}

const listsOf = new WeakMap<Collection, ReadonlyMap<Wanted, readonly Node[]>>();

function listNodes(root: Collection): ReadonlyMap<Wanted, readonly Node[]> {
  const lists = new Map<Wanted, Node[]>(wanted.map((type) => [type, []]));
  const { visit } = getJscodeshift().types;
  type Visitor = Parameters<typeof visit>[1];
  const methods = wanted.map((type) => [
    `visit${type}`,
    // What `this` is in a visitor method, the library types by method name, and these are made by name.
    function (this: { traverse: (path: unknown) => void }, path: { readonly value: Node }) {
      lists.get(type)?.push(path.value);
      this.traverse(path);
    },
  ]);
  for (const node of root.nodes()) visit(node, Object.fromEntries(methods) as Visitor);
  for (const nodes of lists.values()) nodes.sort((first, second) => first.range[0] - second.range[0]);
  return lists;
}

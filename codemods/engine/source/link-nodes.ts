import { getKeys, visitorKeys } from '@typescript-eslint/visitor-keys';
import type { Node } from 'eslint-plugin-octollm/patterns';

/** A stop of the traversal at a node that some listener asks for. */
export interface Visit {
  readonly node: Node;
  readonly isExit: boolean;
}

interface RawNode {
  readonly type: string;
  readonly start: number;
  readonly end: number;
  parent: RawNode | null;
  range: [number, number];
  readonly [key: string]: unknown;
}

/**
 * Completes the tree in one walk with what the parser leaves out, `parent` and `range`, and lists the stops at the wanted node types
 * in the order of the traversal. Links come first, because a listener may look anywhere in the tree.
 *
 * @param program the root as the parser gave it, with `start` and `end`
 * @param wanted node types, or a node type with `:exit` for the way back up
 */
export function linkNodes(program: Node, wanted: ReadonlySet<string>): Visit[] {
  const visits: Visit[] = [];
  const exits = new Set([...wanted].filter((name) => name.endsWith(':exit')).map((name) => name.slice(0, -5)));
  // This runs for every node of every file: plain loops, and nothing made in vain.
  const visit = (node: RawNode, parent: RawNode | null): void => {
    const { type } = node;
    node.parent = parent;
    node.range = [node.start, node.end];
    if (wanted.has(type)) visits.push({ node: toNode(node), isExit: false });
    const keys = visitorKeys[type] ?? getKeys(toNode(node));
    for (let index = 0; index < keys.length; index++) {
      const child = node[keys[index] ?? ''];
      if (!child) continue;
      if (Array.isArray(child)) visitAll(child, node);
      else visit(child as RawNode, node);
    }
    if (exits.has(type)) visits.push({ node: toNode(node), isExit: true });
  };
  const visitAll = (children: readonly (RawNode | null)[], parent: RawNode): void => {
    for (let index = 0; index < children.length; index++) {
      const child = children[index];
      if (child) visit(child, parent);
    }
  };
  visit(program as unknown as RawNode, null);
  return visits;
}

/** A linked node of the parser is a node of the TS-ESTree dialect. */
function toNode(node: RawNode): Node {
  return node as unknown as Node;
}

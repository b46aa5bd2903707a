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
  const visit = (node: RawNode, parent: RawNode | null): void => {
    node.parent = parent;
    node.range = [node.start, node.end];
    if (wanted.has(node.type)) visits.push({ node: toNode(node), isExit: false });
    for (const key of visitorKeys[node.type] ?? getKeys(toNode(node))) {
      const child = node[key];
      if (Array.isArray(child)) {
        for (const element of child) if (element) visit(element as RawNode, node);
      } else if (child) visit(child as RawNode, node);
    }
    if (wanted.has(`${node.type}:exit`)) visits.push({ node: toNode(node), isExit: true });
  };
  visit(program as unknown as RawNode, null);
  return visits;
}

/** A linked node of the parser is a node of the TS-ESTree dialect. */
function toNode(node: RawNode): Node {
  return node as unknown as Node;
}

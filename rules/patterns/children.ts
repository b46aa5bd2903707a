import type { Node, Source } from './source.ts';

/** The nodes right below a node, in the order of the text. */
export function getChildren(source: Source, node: Node): Node[] {
  return (source.visitorKeys[node.type] ?? []).flatMap((key) => {
    // The visitor keys name exactly the properties that hold nodes.
    const child = (node as unknown as Record<string, Node | (Node | null)[] | null | undefined>)[key];
    if (Array.isArray(child)) return child.filter((element) => element !== null);
    return child ? [child] : [];
  });
}

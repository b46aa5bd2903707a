import type { Node, Source } from './source.ts';

/** Whether a comment stands inside a node, so that writing the node anew would lose it. */
export function hasComment(source: Source, node: Node): boolean {
  return hasCommentBetween(source, node.range[0], node.range[1]);
}

/** Whether a comment stands between two places of a file. */
export function hasCommentBetween(source: Source, start: number, end: number): boolean {
  return source.getAllComments().some(({ range }) => range[0] >= start && range[1] <= end);
}

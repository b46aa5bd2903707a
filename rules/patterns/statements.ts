import type { Node } from './source.ts';

/** The statements that a node holds one after the other; none where it is no list of statements. */
export function getStatements(node: Node): readonly Node[] {
  switch (node.type) {
    case 'BlockStatement':
    case 'Program':
    case 'StaticBlock':
      return node.body;
    case 'SwitchCase':
      return node.consequent;
    default:
      return [];
  }
}

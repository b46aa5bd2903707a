import type { TSESTree } from '@typescript-eslint/utils';
import { getChildren } from '../children.ts';
import type { Node, Source } from '../source.ts';
import { isBoundary } from '../walk.ts';

/** A statement that leaves a block for another place than its end. */
export type LeavingStatement =
  TSESTree.ReturnStatement | TSESTree.ThrowStatement | TSESTree.BreakStatement | TSESTree.ContinueStatement;

/** What a statement inside a block can jump to without leaving it. */
interface Inside {
  readonly labels: readonly string[];
  readonly isInLoop: boolean;
  readonly isInSwitch: boolean;
  readonly isInTry: boolean;
}

const nothing: Inside = { labels: [], isInLoop: false, isInSwitch: false, isInTry: false };

/** Finds the statements that leave a block, those of nested functions not among them. */
export function findLeaving(source: Source, block: Node, inside: Inside = nothing): LeavingStatement[] {
  const below = (node: Node, change: Partial<Inside> = {}): LeavingStatement[] =>
    getChildren(source, node).flatMap((child) => findLeaving(source, child, { ...inside, ...change }));
  if (isBoundary(block)) return [];
  switch (block.type) {
    case 'ReturnStatement':
      return [block];
    case 'ThrowStatement':
      return inside.isInTry ? [] : [block];
    case 'BreakStatement':
    case 'ContinueStatement':
      return staysInside(block, inside) ? [] : [block];
    case 'LabeledStatement':
      return below(block, { labels: [...inside.labels, block.label.name] });
    case 'WhileStatement':
    case 'DoWhileStatement':
    case 'ForStatement':
    case 'ForInStatement':
    case 'ForOfStatement':
      return below(block, { isInLoop: true });
    case 'SwitchStatement':
      return below(block, { isInSwitch: true });
    case 'TryStatement':
      return [
        // What the block of an inner `try` throws is received by its handler.
        ...findLeaving(source, block.block, { ...inside, isInTry: inside.isInTry || block.handler !== null }),
        ...(block.handler ? findLeaving(source, block.handler, inside) : []),
        ...(block.finalizer ? findLeaving(source, block.finalizer, inside) : []),
      ];
    default:
      return below(block);
  }
}

function staysInside(node: TSESTree.BreakStatement | TSESTree.ContinueStatement, inside: Inside): boolean {
  if (node.label) return inside.labels.includes(node.label.name);
  return inside.isInLoop || (node.type === 'BreakStatement' && inside.isInSwitch);
}

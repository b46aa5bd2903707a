import { diffArrays } from 'diff/lib/diff/array.js';

/** Leads lines, counted from 1, of one text to those of another; a line that is not there leads to where it would stand. */
export type LineMap = (line: number) => number;

interface Block {
  readonly from: number;
  readonly to: number;
  readonly isKept: boolean;
}

/** Compares two texts line by line. */
export function createLineMap(from: string, to: string): LineMap {
  if (from === to) return (line) => line;
  const blocks: Block[] = [];
  let fromLine = 1;
  let toLine = 1;
  for (const { count, added, removed } of diffArrays(from.split('\n'), to.split('\n'))) {
    blocks.push({ from: fromLine, to: toLine, isKept: !added && !removed });
    if (!added) fromLine += count;
    if (!removed) toLine += count;
  }
  return (line) => {
    const block = blocks.findLast((candidate) => candidate.from <= line);
    if (!block) return line;
    return block.isKept ? block.to + line - block.from : block.to;
  };
}

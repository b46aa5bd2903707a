import { findHeaderEnd, getStatementEnd, readRestOfLine, type Node } from 'eslint-plugin-octollm/patterns';
import type { TextEdit } from '../edit/change.ts';
import type { HostSource } from '../source/host-source.ts';

/** Whether a comment stands in a statement or behind it on its line. */
export function hasCommentOnLines(source: HostSource, node: Node): boolean {
  const { end } = readRestOfLine(source, node.range[1]);
  return source.getAllComments().some(({ range }) => range[0] >= node.range[0] && range[1] <= end);
}

/** Whether a statement can go without leaving the comment above it to the next one; what speaks of the whole file may touch it. */
export function canRemove(source: HostSource, node: Node): boolean {
  const header = findHeaderEnd(source);
  return !source
    .getAllComments()
    .some(({ range }) => range[0] >= header && /^[ \t]*\r?\n[ \t]*$/.test(source.text.slice(range[1], node.range[0])));
}

/** Takes a statement away with its line, and with the empty line behind it where one stands before it already. */
export function removeStatement(source: HostSource, node: Node): TextEdit {
  const { text } = source;
  const end = getStatementEnd(source, node);
  const lineStart = text.lastIndexOf('\n', node.range[0] - 1) + 1;
  const rest = /^[ \t]*(?:\r?\n|$)/.exec(text.slice(end))?.[0];
  if (text.slice(lineStart, node.range[0]).trim() !== '' || rest === undefined)
    return { start: node.range[0], end, text: '' };
  const isBehindGap = /(?:^|\n)[ \t]*\r?\n$/.test(text.slice(0, lineStart)) || lineStart === 0;
  const gap = isBehindGap ? (/^[ \t]*\r?\n/.exec(text.slice(end + rest.length))?.[0].length ?? 0) : 0;
  return { start: lineStart, end: end + rest.length + gap, text: '' };
}

import type { TSESTree } from '@typescript-eslint/utils';
import type { Source } from '../source.ts';

/** Finds a character from a place on, outside of comments. */
export function findCharacter(source: Source, character: string, from: number): number {
  const found = source.text.indexOf(character, from);
  const comment = found === -1 ? undefined : findCommentAround(source, found);
  return comment ? findCharacter(source, character, comment.range[1]) : found;
}

function findCommentAround(source: Source, offset: number): TSESTree.Comment | undefined {
  return source.getAllComments().find(({ range }) => range[0] <= offset && offset < range[1]);
}

/** What stands between a place and the end of its line. */
export interface RestOfLine {
  /** Behind the comments that begin there; the place itself where there are none. */
  readonly end: number;
  /** Whether code follows on the line. */
  readonly hasCode: boolean;
}

/** Reads on to the end of a line, past comments, so that they stay with what stands before them. */
export function readRestOfLine(source: Source, from: number): RestOfLine {
  let end = from;
  for (;;) {
    const next = skipSpaces(source.text, end);
    const comment = source.getAllComments().find(({ range }) => range[0] === next);
    if (!comment) return { end, hasCode: next < source.text.length && !/[\r\n]/.test(source.text[next] ?? '') };
    end = comment.range[1];
  }
}

export function skipSpaces(text: string, from: number): number {
  let end = from;
  while (text[end] === ' ' || text[end] === '\t') end++;
  return end;
}

/** The white space in front of a place, where nothing else stands before it on its line. */
export function getIndent(text: string, place: number): string | undefined {
  const line = text.slice(text.lastIndexOf('\n', place - 1) + 1, place);
  return line.trim() === '' ? line : undefined;
}

import { describe, expect, it } from 'vitest';
import { LineIndex } from '../../codemods/engine/source/line-index.ts';

describe('an offset becomes a line from 1 and a column from 0', () => {
  it.each([
    ['the start', '', 0, 1, 0],
    ['within the first line', 'abc', 2, 1, 2],
    ['behind the last character', 'abc', 3, 1, 3],
    ['a line feed', 'a\nb', 1, 1, 1],
    ['behind a line feed', 'a\nb', 2, 2, 0],
    ['between the two characters of a line end', 'a\r\nb', 2, 1, 2],
    ['behind both of them', 'a\r\nb', 3, 2, 0],
    ['behind a carriage return alone', 'a\rb', 2, 2, 0],
    ['behind a line separator', 'a\u2028b', 2, 2, 0],
    ['behind a paragraph separator', 'a\u2029b', 2, 2, 0],
    ['a next-line control, which ends no line', 'a\u0085b', 2, 1, 2],
    ['a form feed, which ends no line', 'a\fb', 2, 1, 2],
    ['behind empty lines', '\n\n\nx', 3, 4, 0],
    ['behind the last line end', 'a\n', 2, 2, 0],
    ['behind a character of two code units', '😀\n😀x', 5, 2, 2],
  ])('%s', (_, text, offset, line, column) => {
    expect(new LineIndex(text).getPosition(offset)).toEqual({ line, column });
  });

  it.each([
    ['no text', '', 1],
    ['one line', 'a', 1],
    ['a line end at the end', 'a\n', 2],
    ['mixed line ends', 'a\nb\r\nc\rd', 4],
  ])('counts lines: %s', (_, text, count) => {
    expect(new LineIndex(text).lineCount).toBe(count);
  });
});

/** A place in a source as linters give it: lines and columns from 1, the end exclusive. */
export interface SourceRange {
  readonly line: number;
  readonly column: number;
  readonly endLine: number;
  readonly endColumn: number;
}

export interface FrameLine {
  readonly number: number;
  readonly text: string;
  /** The `~~~` below the part of the line that belongs to the range, or an empty text. */
  readonly squiggle: string;
}

const linesBefore = 1;
const linesAfter = 2;
const maxUnderlinedLines = 4;
const tab = '  ';

/** Cuts the lines of a range and a few around it out of a source, with the range underlined as an editor does. */
export function createCodeFrame(source: string, range: SourceRange): FrameLine[] {
  const lines = source.split(/\r?\n/);
  const first = Math.max(1, range.line - linesBefore);
  const lastUnderlined = Math.min(range.endLine, range.line + maxUnderlinedLines - 1);
  const last = Math.min(lines.length, lastUnderlined + linesAfter);
  const frame: FrameLine[] = [];
  for (let number = first; number <= last; number++) {
    const text = lines[number - 1] ?? '';
    const isUnderlined = number >= range.line && number <= lastUnderlined;
    frame.push({ number, text: expandTabs(text), squiggle: isUnderlined ? underline(text, number, range) : '' });
  }
  return trimBlankEnds(frame);
}

/** The indentation that all lines share, in columns. */
export function getCommonIndent(texts: readonly string[]): number {
  const indents = texts.filter((text) => text.trim() !== '').map((text) => text.length - text.trimStart().length);
  return indents.length === 0 ? 0 : Math.min(...indents);
}

export function expandTabs(text: string): string {
  return text.replaceAll('\t', tab);
}

function underline(text: string, number: number, range: SourceRange): string {
  const from = number === range.line ? range.column - 1 : text.length - text.trimStart().length;
  const to = number === range.endLine ? range.endColumn - 1 : text.trimEnd().length;
  const before = expandTabs(text.slice(0, from));
  return ' '.repeat(before.length) + '~'.repeat(Math.max(1, expandTabs(text.slice(from, to)).length));
}

function trimBlankEnds(frame: readonly FrameLine[]): FrameLine[] {
  const isShown = ({ text }: FrameLine): boolean => text.trim() !== '';
  return frame.slice(frame.findIndex(isShown), frame.findLastIndex(isShown) + 1);
}

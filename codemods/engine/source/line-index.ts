/** A position as ESTree counts it: lines from 1, columns from 0. */
export interface Position {
  readonly line: number;
  readonly column: number;
}

/** Translates offsets into lines and columns, with the line ends that ECMAScript knows: `\n`, `\r\n`, `\r`, U+2028 and U+2029. */
export class LineIndex {
  readonly #starts: readonly number[];

  constructor(text: string) {
    this.#starts = findLineStarts(text);
  }

  get lineCount(): number {
    return this.#starts.length;
  }

  getPosition(offset: number): Position {
    let low = 0;
    let high = this.#starts.length - 1;
    while (low < high) {
      const middle = (low + high + 1) >> 1;
      if (this.getStart(middle) <= offset) low = middle;
      else high = middle - 1;
    }
    return { line: low + 1, column: offset - this.getStart(low) };
  }

  /** The offset at which a line starts, counted from 0; past the last line there is none. */
  getStart(index: number): number {
    return this.#starts[index] ?? Number.POSITIVE_INFINITY;
  }
}

function findLineStarts(text: string): number[] {
  const starts = [0];
  for (let index = 0; index < text.length; index++) {
    const code = text.charCodeAt(index);
    if (code > 13 && code !== 0x2028 && code !== 0x2029) continue;
    if (code !== 10 && code !== 13 && code < 0x2028) continue;
    if (code === 13 && text.charCodeAt(index + 1) === 10) index++;
    starts.push(index + 1);
  }
  return starts;
}

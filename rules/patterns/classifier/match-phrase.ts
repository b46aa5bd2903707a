import { placeholder, splitWords } from './split-words.ts';

/** A word or phrase of a catalogue, cut into stems; `*` in it stands for up to four words. */
export interface Phrase {
  readonly text: string;
  readonly stems: readonly string[];
}

/** The words of a site that a phrase was found in, from `start` up to but not including `end`. */
export interface Span {
  readonly start: number;
  readonly end: number;
}

const longestGap = 4;

export function compilePhrase(text: string): Phrase {
  return { text, stems: text.split(/\s+/).flatMap((word) => (word === '*' ? ['*'] : splitWords(word))) };
}

/** Finds where the stems of a phrase first follow one another in the words of a site. */
export function findPhrase(words: readonly string[], phrase: Phrase): Span | undefined {
  if (phrase.stems.length === 0) return undefined;
  for (let start = 0; start < words.length; start += 1) {
    const end = matchFrom(words, start, phrase.stems, 0);
    if (end !== undefined) return { start, end };
  }
  return undefined;
}

function matchFrom(
  words: readonly string[],
  index: number,
  stems: readonly string[],
  position: number,
): number | undefined {
  const stem = stems[position];
  if (stem === undefined) return index;
  if (stem === '*') {
    for (let skipped = 0; skipped <= longestGap; skipped += 1) {
      const end = matchFrom(words, index + skipped, stems, position + 1);
      if (end !== undefined) return end;
    }
    return undefined;
  }
  if (words[index] === stem) return matchFrom(words, index + 1, stems, position + 1);
  // An interpolated value may stand anywhere inside a phrase.
  return position > 0 && words[index] === placeholder ? matchFrom(words, index + 1, stems, position) : undefined;
}

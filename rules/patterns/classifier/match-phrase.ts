import { placeholder, splitWords } from './split-words.ts';

/** A word or phrase of a catalogue, cut into stems; `*` in it stands for up to four words. */
export interface Phrase {
  readonly text: string;
  readonly stems: readonly string[];
  /** How many of the stems are words. */
  readonly wordCount: number;
}

const longestGap = 4;

export function compilePhrase(text: string): Phrase {
  const stems = text.split(/\s+/).flatMap((word) => (word === '*' ? ['*'] : splitWords(word)));
  return { text, stems, wordCount: stems.filter((stem) => stem !== '*').length };
}

/** Where a phrase that begins at a word of a site ends, or undefined where it does not stand there. */
export function matchPhrase(words: readonly string[], start: number, phrase: Phrase): number | undefined {
  if (phrase.stems.length === 0 || isInfinitive(words, start)) return undefined;
  return matchFrom(words, start, phrase.stems, 0);
}

const auxiliaries: ReadonlySet<string> = new Set(splitWords('can could do does did will would may'));

/** “cannot register” refuses to, “not registered” misses: the stems are the same, the words before tell them apart. */
function isInfinitive(words: readonly string[], start: number): boolean {
  return words[start] === 'not' && auxiliaries.has(words[start - 1] ?? '');
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

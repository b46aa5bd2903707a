import { placeholder, splitWords } from './split-words.ts';

/** A word or phrase of a catalogue, cut into stems; `*` in it stands for up to three words. */
export interface Phrase {
  readonly text: string;
  readonly stems: readonly string[];
}

const longestGap = 3;

export function compilePhrase(text: string): Phrase {
  return { text, stems: text.split(/\s+/).flatMap((word) => (word === '*' ? ['*'] : splitWords(word))) };
}

/** Whether the stems of a phrase follow one another in the words of a site. */
export function containsPhrase(words: readonly string[], phrase: Phrase): boolean {
  if (phrase.stems.length === 0) return false;
  return words.some((_, index) => matchesAt(words, index, phrase.stems, 0));
}

function matchesAt(words: readonly string[], index: number, stems: readonly string[], position: number): boolean {
  const stem = stems[position];
  if (stem === undefined) return true;
  if (stem === '*') {
    for (let skipped = 0; skipped <= longestGap; skipped += 1)
      if (matchesAt(words, index + skipped, stems, position + 1)) return true;
    return false;
  }
  if (words[index] === stem) return matchesAt(words, index + 1, stems, position + 1);
  // An interpolated value may stand anywhere inside a phrase.
  return position > 0 && words[index] === placeholder && matchesAt(words, index + 1, stems, position);
}

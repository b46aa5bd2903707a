import { onceAName } from '../once-a-name.ts';

/** Stands for an interpolated value between the words of a message. */
export const placeholder = '{}';

/** `OpenAI`, `GitHub` and `WebSocket` are read both ways: as two words and as one. */
const brand = /\b([A-Z][a-z]+)([A-Z](?:[a-z]+|[A-Z]*))\b/g;
const contraction = /(ca|wo|sha)?n[’']t\b/gi;

/** Splits text, an identifier or a path into lower-case word stems: `maxRetries` and `max-retries` give the same. */
export function splitWords(text: string): readonly string[] {
  const words = spreadOut(text).match(/\{\}|[A-Za-z]+|\d+/g);
  return words ? words.map(getStem) : none;
}

/** Splits a name or a path, which come back from throw to throw. */
export const splitName: (name: string) => readonly string[] = onceAName(splitWords);

const none: readonly string[] = [];
const humps = /[a-z\d][A-Z]|[A-Z]{2}/;

/** Writes blanks between the words that a text runs together; most texts have none of these. */
function spreadOut(text: string): string {
  let spaced = text;
  if (text.includes("'t") || text.includes('’t')) spaced = spaced.replace(contraction, expandContraction);
  if (humps.test(text)) {
    spaced = spaced
      .replace(brand, (name, first: string, second: string) => `${first} ${second} ${name.toLowerCase()}`)
      .replace(/([a-z\d])([A-Z])/g, '$1 $2')
      .replace(/([A-Z]+)([A-Z][a-z])/g, '$1 $2');
  }
  return spaced.includes('annot') || spaced.includes('ANNOT') ? spaced.replace(/\bcannot\b/gi, 'can not') : spaced;
}

const mostWords = 10_000;
const getStem: (word: string) => string = onceAName((word) => stemWord(word.toLowerCase()), mostWords);

function expandContraction(_whole: string, irregular: string | undefined): string {
  switch (irregular?.toLowerCase()) {
    case 'ca':
      return 'can not';
    case 'wo':
      return 'will not';
    case 'sha':
      return 'shall not';
    default:
      return ' not';
  }
}

/** `initialise` and `serialisation` are `initialize` and `serialization`. */
const british = /(?<=[a-z]{5})is(?=e?$|ation$)/;

/**
 * Cuts the endings that do not change what a word is about. Not a linguist's stemmer: catalogue and site pass through the
 * same cut, so all that matters is that the forms of one word meet.
 */
export function stemWord(word: string): string {
  let stem = word;
  if (stem.endsWith('ies') && stem.length > 4) stem = `${stem.slice(0, -3)}y`;
  else if (/(?:ss|sh|ch|x)es$/.test(stem)) stem = stem.slice(0, -2);
  else if (stem.endsWith('s') && !/(?:ss|us|is)$/.test(stem) && stem.length > 3) stem = stem.slice(0, -1);
  if (stem.endsWith('ing') && stem.length > 6) stem = stem.slice(0, -3);
  else if (stem.endsWith('ed') && !stem.endsWith('eed') && stem.length > 4) stem = stem.slice(0, -2);
  stem = stem.replace(british, 'iz');
  if (/([bdfglmnprtvz])\1$/.test(stem) && stem.length > 3) stem = stem.slice(0, -1);
  if (stem.endsWith('e') && stem.length > 3) stem = stem.slice(0, -1);
  return stem;
}

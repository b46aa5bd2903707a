/** Stands for an interpolated value between the words of a message. */
export const placeholder = '{}';

/** `OpenAI`, `GitHub` and `WebSocket` are read both ways: as two words and as one. */
const brand = /\b([A-Z][a-z]+)([A-Z](?:[a-z]+|[A-Z]*))\b/g;
const contraction = /(ca|wo|sha)?n[’']t\b/gi;

const longestMemory = 4000;
const remembered = new Map<string, readonly string[]>();

/** Splits text, an identifier or a path into lower-case word stems: `maxRetries` and `max-retries` give the same. */
export function splitWords(text: string): readonly string[] {
  const known = remembered.get(text);
  if (known) return known;
  // Names come back from throw to throw; the memory is emptied before it grows with the code base.
  if (remembered.size >= longestMemory) remembered.clear();
  const words = split(text);
  remembered.set(text, words);
  return words;
}

function split(text: string): string[] {
  const spaced = text
    .replace(contraction, expandContraction)
    .replace(brand, (name, first: string, second: string) => `${first} ${second} ${name.toLowerCase()}`)
    .replace(/\bcannot\b/gi, 'can not')
    .replace(/([a-z\d])([A-Z])/g, '$1 $2')
    .replace(/([A-Z]+)([A-Z][a-z])/g, '$1 $2');
  const words = spaced.match(/\{\}|[A-Za-z]+|\d+/g) ?? [];
  return words.map((word) => stemWord(word.toLowerCase()));
}

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
  if (/([bdfglmnprtvz])\1$/.test(stem) && stem.length > 3) stem = stem.slice(0, -1);
  if (stem.endsWith('e') && stem.length > 3) stem = stem.slice(0, -1);
  return stem;
}

import { onceAName } from '../once-a-name.ts';
import { placeholder, splitName, splitWords } from './split-words.ts';
import type { ThrowSite } from './throw-site.ts';

/** Where words at a throw come from, the most telling first. */
export type WordSource =
  'message' | 'heading' | 'advice' | 'condition' | 'callee' | 'failure' | 'value' | 'function' | 'class' | 'file';

/** What a strong and a weak word of each source are worth. */
export const wordWeights: Readonly<Record<WordSource, { readonly strong: number; readonly weak: number }>> = {
  message: { strong: 10, weak: 2.5 },
  heading: { strong: 7, weak: 0.1 },
  advice: { strong: 3, weak: 1 },
  condition: { strong: 3, weak: 1 },
  callee: { strong: 3, weak: 0.8 },
  failure: { strong: 4, weak: 2 },
  value: { strong: 2, weak: 0.8 },
  function: { strong: 2.5, weak: 0.8 },
  class: { strong: 1.2, weak: 0.4 },
  file: { strong: 0.8, weak: 0.2 },
};

/** Cuts everything that is written at a throw into word stems, by source. */
export function getSiteWords(site: ThrowSite): Record<WordSource, readonly string[]> {
  const text = site.message.map((part) => (part.kind === 'text' ? part.value : ` ${placeholder} `)).join('');
  const { message, advice } = splitSentences(text);
  const hasFailed = site.caught || site.guards[0]?.asks.includes('failure') === true;
  const values = site.message.filter((part) => part.kind === 'placeholder').map((part) => part.value);
  return {
    message: splitWords(message),
    heading: splitWords(getHeading(message)),
    advice: splitWords(advice),
    condition: site.guards.slice(0, 2).flatMap((guard) => guard.names.flatMap(splitName)),
    callee: [...(hasFailed ? [] : site.callees), ...site.callbackOf].flatMap(splitName),
    failure: hasFailed ? site.callees.flatMap(splitName) : [],
    value: values.flatMap(splitName),
    function: splitName(site.functionName),
    class: splitName(site.className),
    file: splitPath(site.filePath),
  };
}

const splitPath: (path: string) => readonly string[] = onceAName((path) =>
  splitWords(
    path
      .split(/[\\/]/)
      .slice(-3)
      .join(' / ')
      .replace(/\.\w+$/, ''),
  ),
);

/** The first sentence says what is wrong; the others say what to do. A name in front (`Queue.add: …`) says neither. */
function splitSentences(text: string): { message: string; advice: string } {
  const trimmed = text.trim().replace(/^(?:\[[\w/@. -]+\]|(?![A-Z][a-z]+:)[@\w./#-]+(?:\(\))?:)\s+(?=\S)/, '');
  const end = /[.!?](?:\s+|$)|\n/.exec(trimmed)?.index ?? trimmed.length;
  return { message: trimmed.slice(0, end), advice: trimmed.slice(end + 1) };
}

/** “Configuration error: …” says first and in general what the rest tells in detail. */
function getHeading(message: string): string {
  return /^((?:[A-Za-z]+[ ]){0,3}[A-Za-z]+):[ ]/.exec(message)?.[1] ?? '';
}

/** The fixed text of a message, for codes in it. */
export function getMessageText(site: ThrowSite): string {
  return site.message.map((part) => (part.kind === 'text' ? part.value : ' ')).join('');
}

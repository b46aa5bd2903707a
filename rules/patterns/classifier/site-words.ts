import { placeholder, splitWords } from './split-words.ts';
import type { ThrowSite } from './throw-site.ts';

/** Where words at a throw come from, the most telling first. */
export type WordSource = 'message' | 'condition' | 'callee' | 'value' | 'function' | 'class' | 'file';

/** What a strong and a weak word of each source are worth. */
export const wordWeights: Readonly<Record<WordSource, { readonly strong: number; readonly weak: number }>> = {
  message: { strong: 10, weak: 3 },
  condition: { strong: 4, weak: 1.5 },
  callee: { strong: 4, weak: 1.5 },
  value: { strong: 3, weak: 1 },
  function: { strong: 3, weak: 1 },
  class: { strong: 1.5, weak: 0.5 },
  file: { strong: 1, weak: 0.3 },
};

/** Cuts everything that is written at a throw into word stems, by source. */
export function getSiteWords(site: ThrowSite): Record<WordSource, readonly string[]> {
  const message = site.message.map((part) => (part.kind === 'text' ? part.value : ` ${placeholder} `)).join('');
  const values = site.message.filter((part) => part.kind === 'placeholder').map((part) => part.value);
  const folders = site.filePath
    .split(/[\\/]/)
    .slice(-3)
    .join(' / ')
    .replace(/\.\w+$/, '');
  return {
    message: splitWords(message),
    condition: site.guards.slice(0, 2).flatMap((guard) => [...guard.names, ' '].flatMap(splitWords)),
    callee: [...site.callees, ...site.callbackOf].flatMap(splitWords),
    value: values.flatMap(splitWords),
    function: splitWords(site.functionName),
    class: splitWords(site.className),
    file: splitWords(folders),
  };
}

/** The fixed text of a message, for codes in it. */
export function getMessageText(site: ThrowSite): string {
  return site.message.map((part) => (part.kind === 'text' ? part.value : ' ')).join('');
}

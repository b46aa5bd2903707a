import type { CatalogEntry } from '@octollm/errors/catalog';
import { compilePhrase, findPhrase, type Phrase, type Span } from './match-phrase.ts';
import { wordWeights, type WordSource } from './site-words.ts';

/** One observation that speaks for a class. */
export interface Evidence {
  readonly weight: number;
  readonly reason: string;
}

interface Hit extends Span {
  readonly entry: CatalogEntry;
  readonly phrase: Phrase;
  readonly isStrong: boolean;
}

/** Each further word of a phrase makes it this much more telling, relative to its first. */
const growth = 0.2;
/** Further hits of one source say less and less that is new. */
const shrink = 0.4;

const sources = Object.keys(wordWeights) as readonly WordSource[];
const compiled = new WeakMap<CatalogEntry, { readonly strong: readonly Phrase[]; readonly weak: readonly Phrase[] }>();

/** Weighs, for every class, the words at a throw that its signals name. */
export function weighWords(
  catalog: readonly CatalogEntry[],
  words: Readonly<Record<WordSource, readonly string[]>>,
): Map<CatalogEntry, Evidence[]> {
  const evidence = new Map<CatalogEntry, Evidence[]>(catalog.map((entry) => [entry, []]));
  for (const source of sources) {
    const hits = dropCovered(catalog.flatMap((entry) => findHits(entry, words[source])));
    for (const entry of catalog) {
      const own = hits.filter((hit) => hit.entry === entry);
      evidence.get(entry)?.push(...weighHits(own, source));
    }
  }
  return evidence;
}

function findHits(entry: CatalogEntry, words: readonly string[]): Hit[] {
  const { strong, weak } = compile(entry);
  const find = (phrases: readonly Phrase[], isStrong: boolean): Hit[] =>
    phrases.flatMap((phrase) => {
      const span = findPhrase(words, phrase);
      return span ? [{ entry, phrase, isStrong, ...span }] : [];
    });
  return [...find(strong, true), ...find(weak, false)];
}

/** “invalid token” is about the token: the longer phrase takes the words of the shorter one, whosever that is. */
function dropCovered(hits: readonly Hit[]): Hit[] {
  const covers = (longer: Hit, shorter: Hit): boolean =>
    longer.isStrong &&
    longer.start <= shorter.start &&
    longer.end >= shorter.end &&
    longer.end - longer.start > shorter.end - shorter.start &&
    countStems(longer.phrase) > countStems(shorter.phrase);
  return hits.filter((hit) => !hits.some((other) => covers(other, hit)));
}

function countStems(phrase: Phrase): number {
  return phrase.stems.filter((stem) => stem !== '*').length;
}

function weighHits(hits: readonly Hit[], source: WordSource): Evidence[] {
  const weights = wordWeights[source];
  return hits
    .map(({ phrase, isStrong }) => {
      const weight = isStrong ? weights.strong : weights.weak;
      return { weight: weight * (1 + growth * (countStems(phrase) - 1)), reason: `${source} says “${phrase.text}”` };
    })
    .sort((one, other) => other.weight - one.weight)
    .map(({ weight, reason }, index) => ({ weight: weight * shrink ** index, reason }));
}

function compile(entry: CatalogEntry): { readonly strong: readonly Phrase[]; readonly weak: readonly Phrase[] } {
  let result = compiled.get(entry);
  if (!result) {
    const { strong, weak } = entry.signals.words;
    result = { strong: compileAll(strong), weak: compileAll(weak) };
    compiled.set(entry, result);
  }
  return result;
}

/** “exceeded” and “exceeds” are one phrase and count once. */
function compileAll(texts: readonly string[]): Phrase[] {
  const phrases = texts.map(compilePhrase);
  return [...new Map(phrases.map((phrase) => [phrase.stems.join(' '), phrase])).values()];
}

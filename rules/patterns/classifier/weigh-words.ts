import type { CatalogEntry } from '@octollm/errors/catalog';
import { compilePhrase, matchPhrase, type Phrase } from './match-phrase.ts';
import { wordWeights, type WordSource } from './site-words.ts';

/** One observation that speaks for a class. */
export interface Evidence {
  readonly weight: number;
  readonly reason: string;
}

interface Signal {
  readonly entry: CatalogEntry;
  readonly phrase: Phrase;
  readonly isStrong: boolean;
}

/** A signal in the words of a site, from `start` up to but not including `end`. */
interface Hit extends Signal {
  readonly start: number;
  readonly end: number;
}

/** Each further word of a phrase makes it this much more telling, relative to its first. */
const growth = 0.2;
/** Further hits of one source say less and less that is new. */
const shrink = 0.4;

const sources = Object.keys(wordWeights) as readonly WordSource[];
/** The signals of a catalogue by the word they begin with, so that a site is read once, whatever the catalogue holds. */
const indexes = new WeakMap<readonly CatalogEntry[], ReadonlyMap<string, readonly Signal[]>>();

/** Weighs, for every class, the words at a throw that its signals name. */
export function weighWords(
  catalog: readonly CatalogEntry[],
  words: Readonly<Record<WordSource, readonly string[]>>,
): Map<CatalogEntry, Evidence[]> {
  const evidence = new Map<CatalogEntry, Evidence[]>(catalog.map((entry) => [entry, []]));
  const index = getIndex(catalog);
  for (const source of sources) {
    const hits = dropCovered(findHits(index, words[source]));
    for (const entry of new Set(hits.map((hit) => hit.entry))) {
      const own = hits.filter((hit) => hit.entry === entry);
      evidence.get(entry)?.push(...weighHits(own, source));
    }
  }
  return evidence;
}

function findHits(index: ReadonlyMap<string, readonly Signal[]>, words: readonly string[]): Hit[] {
  const hits = new Map<Signal, Hit>();
  words.forEach((word, start) => {
    for (const signal of index.get(word) ?? []) {
      const end = hits.has(signal) ? undefined : matchPhrase(words, start, signal.phrase);
      if (end !== undefined) hits.set(signal, { ...signal, start, end });
    }
  });
  return [...hits.values()];
}

/** “invalid token” is about the token: the longer phrase takes the words of the shorter one, whosever that is. */
function dropCovered(hits: readonly Hit[]): Hit[] {
  const covers = (longer: Hit, shorter: Hit): boolean =>
    longer.isStrong &&
    longer.start <= shorter.start &&
    longer.end >= shorter.end &&
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

function getIndex(catalog: readonly CatalogEntry[]): ReadonlyMap<string, readonly Signal[]> {
  const known = indexes.get(catalog);
  if (known) return known;
  const index = new Map<string, Signal[]>();
  for (const entry of catalog) {
    const { strong, weak } = entry.signals.words;
    for (const signal of [...compile(entry, strong, true), ...compile(entry, weak, false)]) {
      const [first = ''] = signal.phrase.stems;
      index.set(first, [...(index.get(first) ?? []), signal]);
    }
  }
  indexes.set(catalog, index);
  return index;
}

/** “exceeded” and “exceeds” are one phrase and count once. */
function compile(entry: CatalogEntry, texts: readonly string[], isStrong: boolean): Signal[] {
  const phrases = texts.map(compilePhrase);
  const distinct = new Map(phrases.map((phrase) => [phrase.stems.join(' '), phrase]));
  return [...distinct.values()].map((phrase) => ({ entry, phrase, isStrong }));
}

import type { CatalogEntry } from '@octollm/errors/catalog';
import { onceForEach } from '../once-for-each.ts';
import { compilePhrase, matchPhrase, type Phrase } from './match-phrase.ts';
import { wordWeights, type WordSource } from './site-words.ts';

/** One observation that speaks for a class. */
export interface Evidence {
  readonly weight: number;
  readonly reason: string;
}

/** Evidence by the place of its class in the catalogue; most classes have none. */
export type EvidenceByEntry = (Evidence[] | undefined)[];

interface Signal {
  /** The place of its class in the catalogue. */
  readonly entry: number;
  readonly phrase: Phrase;
  readonly isStrong: boolean;
}

/** A signal in the words of a site, from `start` up to but not including `end`. */
interface Hit {
  readonly signal: Signal;
  readonly start: number;
  readonly end: number;
}

/** Each further word of a phrase makes it this much more telling, relative to its first. */
const growth = 0.2;
/** Further hits of one source say less and less that is new. */
const shrink = 0.4;

const sources = Object.keys(wordWeights) as readonly WordSource[];

/** Weighs, for every class, the words at a throw that its signals name. */
export function weighWords(
  catalog: readonly CatalogEntry[],
  words: Readonly<Record<WordSource, readonly string[]>>,
): EvidenceByEntry {
  const evidence: EvidenceByEntry = [];
  const index = getIndex(catalog);
  for (const source of sources) {
    const hits = findHits(index, words[source]);
    const telling = hits.length > 1 ? hits.filter((hit) => !isCovered(hit, hits)) : hits;
    for (const [position, { signal }] of telling.entries()) {
      const isFirst = telling.findIndex((hit) => hit.signal.entry === signal.entry) === position;
      if (!isFirst) continue;
      const own = telling.filter((hit) => hit.signal.entry === signal.entry);
      (evidence[signal.entry] ??= []).push(...weighHits(own, source));
    }
  }
  return evidence;
}

function findHits(index: ReadonlyMap<string, readonly Signal[]>, words: readonly string[]): Hit[] {
  const hits: Hit[] = [];
  for (let start = 0; start < words.length; start += 1) {
    for (const signal of index.get(words[start] ?? '') ?? none) {
      const end = matchPhrase(words, start, signal.phrase);
      if (end !== undefined && !hits.some((hit) => hit.signal === signal)) hits.push({ signal, start, end });
    }
  }
  return hits;
}

const none: readonly Signal[] = [];

/** “invalid token” is about the token: the longer phrase takes the words of the shorter one, whosever that is. */
function isCovered(hit: Hit, hits: readonly Hit[]): boolean {
  return hits.some(
    ({ signal, start, end }) =>
      signal.isStrong && start <= hit.start && end >= hit.end && signal.phrase.wordCount > hit.signal.phrase.wordCount,
  );
}

function weighHits(hits: readonly Hit[], source: WordSource): Evidence[] {
  const weights = wordWeights[source];
  return hits
    .map(({ signal: { phrase, isStrong } }) => {
      const weight = isStrong ? weights.strong : weights.weak;
      return { weight: weight * (1 + growth * (phrase.wordCount - 1)), reason: `${source} says “${phrase.text}”` };
    })
    .sort((one, other) => other.weight - one.weight)
    .map(({ weight, reason }, index) => ({ weight: weight * shrink ** index, reason }));
}

/** The signals of a catalogue by the word they begin with, so that a site is read once, whatever the catalogue holds. */
const getIndex: (catalog: readonly CatalogEntry[]) => ReadonlyMap<string, readonly Signal[]> = onceForEach(
  (catalog) => {
    const index = new Map<string, Signal[]>();
    catalog.forEach(({ signals: { words } }, entry) => {
      for (const signal of [...compile(entry, words.strong, true), ...compile(entry, words.weak, false)]) {
        const [first = ''] = signal.phrase.stems;
        const known = index.get(first);
        if (known) known.push(signal);
        else index.set(first, [signal]);
      }
    });
    return index;
  },
);

/** “exceeded” and “exceeds” are one phrase and count once. */
function compile(entry: number, texts: readonly string[], isStrong: boolean): Signal[] {
  const phrases = texts.map(compilePhrase);
  const distinct = new Map(phrases.map((phrase) => [phrase.stems.join(' '), phrase]));
  return [...distinct.values()].map((phrase) => ({ entry, phrase, isStrong }));
}

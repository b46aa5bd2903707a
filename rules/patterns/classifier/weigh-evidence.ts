import type { CatalogEntry } from '@octollm/errors/catalog';
import { compilePhrase, containsPhrase, type Phrase } from './match-phrase.ts';
import { getMessageText, wordWeights, type WordSource } from './site-words.ts';
import type { ThrowSite } from './throw-site.ts';

/** One observation that speaks for a class. */
export interface Evidence {
  readonly weight: number;
  readonly reason: string;
}

interface Compiled {
  readonly strong: readonly Phrase[];
  readonly weak: readonly Phrase[];
}

const weightOfCode = 10;
const weightOfStatus = 9;
const weightOfCallee = 5;
const weightOfWordMore = 2;
/** Further hits of one source say less and less that is new. */
const shrink = 0.4;

const compiled = new WeakMap<CatalogEntry, Compiled>();

/** Weighs the words at a throw that the signals of a class name. */
export function weighWords(entry: CatalogEntry, words: Readonly<Record<WordSource, readonly string[]>>): Evidence[] {
  const { strong, weak } = compile(entry);
  return (Object.keys(wordWeights) as WordSource[]).flatMap((source) => {
    const found = words[source];
    const weights = wordWeights[source];
    const hits: Evidence[] = [
      ...findHits(strong, found, weights.strong, source),
      ...findHits(weak, found, weights.weak, source),
    ];
    return diminish(hits);
  });
}

function findHits(
  phrases: readonly Phrase[],
  words: readonly string[],
  weight: number,
  source: WordSource,
): Evidence[] {
  return phrases
    .filter((phrase) => containsPhrase(words, phrase))
    .map((phrase) => ({
      weight: weight + (weight * weightOfWordMore * (phrase.stems.length - 1)) / 10,
      reason: `${source} says “${phrase.text}”`,
    }));
}

function diminish(hits: readonly Evidence[]): Evidence[] {
  return [...hits]
    .sort((one, other) => other.weight - one.weight)
    .map(({ weight, reason }, index) => ({ weight: weight * shrink ** index, reason }));
}

function compile(entry: CatalogEntry): Compiled {
  let result = compiled.get(entry);
  if (!result) {
    const { strong, weak } = entry.signals.words;
    result = { strong: strong.map(compilePhrase), weak: weak.map(compilePhrase) };
    compiled.set(entry, result);
  }
  return result;
}

/** Weighs codes, statuses, foreign classes and failed calls that the signals of a class list. */
export function weighCodes(entry: CatalogEntry, site: ThrowSite): Evidence[] {
  const { signals } = entry;
  const text = getMessageText(site);
  const codes = [...site.codes, ...(text.match(/\b[A-Z][A-Z\d]*(?:_[A-Z\d]+)*\b/g) ?? [])];
  const statuses = [...site.statuses, ...(text.match(/\b[45]\d\d\b/g) ?? []).map(Number)];
  const known = new Set([...signals.systemCodes, ...signals.providerCodes, ...signals.classes]);
  const evidence: Evidence[] = [];
  const code = codes.find((candidate) => known.has(candidate));
  if (code) evidence.push({ weight: weightOfCode, reason: `names \`${code}\`` });
  const status = statuses.find((candidate) => signals.statuses.includes(candidate));
  if (status) evidence.push({ weight: weightOfStatus, reason: `names status ${status}` });
  const callee = site.callees.find((candidate) => signals.callees.some((pattern) => matchesCallee(candidate, pattern)));
  if (callee) evidence.push({ weight: weightOfCallee, reason: `\`${callee}\` failed` });
  return evidence;
}

/** `*` stands for exactly one segment at the end of a pattern, for any owner at its start. */
function matchesCallee(callee: string, pattern: string): boolean {
  const own = callee.split('.').filter((segment) => segment !== 'this');
  const wanted = pattern.split('.');
  if (wanted[0] === '*') {
    const tail = wanted.slice(1);
    return (
      own.length > tail.length - 1 && tail.every((segment, index) => own[own.length - tail.length + index] === segment)
    );
  }
  return own.length === wanted.length && wanted.every((segment, index) => segment === '*' || segment === own[index]);
}

import type { CatalogEntry } from '@octollm/errors/catalog';
import { getLineage, type Lineage } from './get-lineage.ts';
import { findSituations, type SituationFinding } from './find-situations.ts';
import { kindsOfSituation } from './kinds-of-situation.ts';
import { getSiteWords } from './site-words.ts';
import { weighCodes } from './weigh-codes.ts';
import { weighWords, type Evidence } from './weigh-words.ts';
import type { ThrowSite } from './throw-site.ts';

export type { Guard, GuardQuestion, MessagePart, ThrowSite } from './throw-site.ts';

/** One class that could be thrown instead, and what speaks for it. */
export interface Suggestion {
  readonly name: string;
  readonly score: number;
  readonly reasons: readonly string[];
}

const mostSuggestions = 3;
/** From here on the evidence for a class is more than a stray word. */
const enoughForParent = 2;

/** Ranks the classes of a catalogue for a place that throws a built-in error: up to three, best first. */
export function classifyThrow(site: ThrowSite, catalog: readonly CatalogEntry[]): Suggestion[] {
  const evidence = weighWords(catalog, getSiteWords(site));
  weighCodes(catalog, site, evidence);
  const situations = findSituations(site);
  const lineage = getLineage(catalog);
  const candidates: Candidate[] = [];
  for (const [index, entry] of catalog.entries()) {
    if (entry.parent === null && catalog.length > 1) continue;
    const own = evidence[index] ?? none;
    const ownWeight = sumWeights(own);
    const found = selectSituations(entry, situations, lineage, ownWeight);
    const score = ownWeight + sumWeights(found);
    if (score > 0) candidates.push({ entry, index, score, own, found });
  }
  return candidates
    .sort((one, other) => compareCandidates(one, other, lineage))
    .slice(0, mostSuggestions)
    .map(({ entry, score, own, found }) => ({
      name: entry.name,
      score: Math.round(score * 100) / 100,
      reasons: [...own, ...found].sort((one, other) => other.weight - one.weight).map((piece) => piece.reason),
    }));
}

interface Candidate {
  readonly entry: CatalogEntry;
  readonly index: number;
  readonly score: number;
  /** What words and codes say. */
  readonly own: readonly Evidence[];
  /** What the situation says. */
  readonly found: readonly Evidence[];
}

const none: readonly Evidence[] = [];

function sumWeights(evidence: readonly Evidence[]): number {
  let sum = 0;
  for (const { weight } of evidence) sum += weight;
  return sum;
}

function compareCandidates(one: Candidate, other: Candidate, lineage: Lineage): number {
  return (
    other.score - one.score ||
    (lineage.depths.get(other.entry) ?? 0) - (lineage.depths.get(one.entry) ?? 0) ||
    one.index - other.index
  );
}

/** A class stands for its own situations, and for those of its parent when something else speaks for it, too. */
function selectSituations(
  entry: CatalogEntry,
  situations: readonly SituationFinding[],
  lineage: Lineage,
  ownWeight: number,
): readonly Evidence[] {
  const parent = ownWeight >= enoughForParent ? lineage.parents.get(entry) : undefined;
  let found: SituationFinding[] | undefined;
  for (const finding of situations) {
    const { situation } = finding;
    const standsForIt = lineage.situations.has(situation)
      ? entry.signals.situations.includes(situation) || parent?.signals.situations.includes(situation) === true
      : kindsOfSituation[situation].includes(entry.kind);
    if (standsForIt) (found ??= []).push(finding);
  }
  return found ?? none;
}

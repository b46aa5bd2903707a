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
  const words = weighWords(catalog, getSiteWords(site));
  const codes = weighCodes(catalog, site);
  const situations = findSituations(site);
  const lineage = getLineage(catalog);
  const ranked = catalog
    .filter((entry) => entry.parent !== null || catalog.length === 1)
    .map((entry, index) => {
      const own = [...(words.get(entry) ?? []), ...(codes.get(entry) ?? [])];
      const evidence = [...own, ...weighSituations(entry, situations, lineage, own)];
      return { entry, index, evidence, score: evidence.reduce((sum, piece) => sum + piece.weight, 0) };
    })
    .filter((candidate) => candidate.score > 0)
    .sort(
      (one, other) =>
        other.score - one.score ||
        (lineage.depths.get(other.entry) ?? 0) - (lineage.depths.get(one.entry) ?? 0) ||
        one.index - other.index,
    );
  return ranked.slice(0, mostSuggestions).map(({ entry, score, evidence }) => ({
    name: entry.name,
    score: Math.round(score * 100) / 100,
    reasons: [...evidence].sort((one, other) => other.weight - one.weight).map((piece) => piece.reason),
  }));
}

/** A class stands for its own situations, and for those of its parent when something else speaks for it, too. */
function weighSituations(
  entry: CatalogEntry,
  situations: readonly SituationFinding[],
  lineage: Lineage,
  own: readonly Evidence[],
): Evidence[] {
  const isTopical = own.reduce((sum, { weight }) => sum + weight, 0) >= enoughForParent;
  const inherited = isTopical ? (lineage.parents.get(entry)?.signals.situations ?? []) : [];
  return situations
    .filter(({ situation }) =>
      lineage.situations.has(situation)
        ? entry.signals.situations.includes(situation) || inherited.includes(situation)
        : kindsOfSituation[situation].includes(entry.kind),
    )
    .map(({ weight, reason }) => ({ weight, reason }));
}

import type { CatalogEntry } from '@octollm/errors/catalog';
import { findSituations, kindsOfSituation, type SituationFinding } from './situation.ts';
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
  const situations = findSituations(site);
  const depths = getDepths(catalog);
  const ranked = catalog
    .filter((entry) => entry.parent !== null || catalog.length === 1)
    .map((entry, index) => {
      const own = [...(words.get(entry) ?? []), ...weighCodes(entry, site)];
      const evidence = [...own, ...weighSituations(entry, situations, catalog, own)];
      return { entry, index, evidence, score: evidence.reduce((sum, piece) => sum + piece.weight, 0) };
    })
    .filter((candidate) => candidate.score > 0)
    .sort(
      (one, other) =>
        other.score - one.score ||
        (depths.get(other.entry.name) ?? 0) - (depths.get(one.entry.name) ?? 0) ||
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
  catalog: readonly CatalogEntry[],
  own: readonly Evidence[],
): Evidence[] {
  const parent = catalog.find(({ name }) => name === entry.parent);
  const isTopical = own.reduce((sum, { weight }) => sum + weight, 0) >= enoughForParent;
  const listed = [...entry.signals.situations, ...(isTopical ? (parent?.signals.situations ?? []) : [])];
  return situations
    .filter(({ situation }) =>
      catalog.some((candidate) => candidate.signals.situations.includes(situation))
        ? listed.includes(situation)
        : kindsOfSituation[situation].includes(entry.kind),
    )
    .map(({ weight, reason }) => ({ weight, reason }));
}

/** How many ancestors each class has: the deeper one is the more specific. */
function getDepths(catalog: readonly CatalogEntry[]): Map<string, number> {
  const parents = new Map(catalog.map((entry) => [entry.name, entry.parent]));
  return new Map(
    catalog.map(({ name }) => {
      let depth = 0;
      for (let parent = parents.get(name); parent && depth < catalog.length; parent = parents.get(parent)) depth += 1;
      return [name, depth];
    }),
  );
}

import type { CatalogEntry, Situation } from '@octollm/errors/catalog';

/** What the entries of a catalogue say about each other. */
export interface Lineage {
  readonly parents: ReadonlyMap<CatalogEntry, CatalogEntry | undefined>;
  /** How many ancestors each class has: the deeper one is the more specific. */
  readonly depths: ReadonlyMap<CatalogEntry, number>;
  /** The situations that some entry names; for the others the kinds of the entries decide. */
  readonly situations: ReadonlySet<Situation>;
}

const lineages = new WeakMap<readonly CatalogEntry[], Lineage>();

/** Reads the relations in a catalogue, once for each catalogue. */
export function getLineage(catalog: readonly CatalogEntry[]): Lineage {
  const known = lineages.get(catalog);
  if (known) return known;
  const byName = new Map(catalog.map((entry) => [entry.name, entry]));
  const parents = new Map(catalog.map((entry) => [entry, byName.get(entry.parent ?? '')]));
  const getDepth = (entry: CatalogEntry): number => {
    let depth = 0;
    // A broken catalogue may hold a cycle.
    for (let parent = parents.get(entry); parent && depth < catalog.length; parent = parents.get(parent)) depth += 1;
    return depth;
  };
  const lineage: Lineage = {
    parents,
    depths: new Map(catalog.map((entry) => [entry, getDepth(entry)])),
    situations: new Set(catalog.flatMap((entry) => entry.signals.situations)),
  };
  lineages.set(catalog, lineage);
  return lineage;
}

import {
  classifyThrow,
  describeMessage,
  describeThrowSite,
  type Node,
  type OctollmSettings,
} from 'eslint-plugin-octollm/patterns';
import type { SyntaxFile } from '../engine/transform/codemod.ts';
import { getConfidence } from '../throws/confidence.ts';

type Catalog = OctollmSettings['catalog'];

/** The class that takes the place of a status, and how sure that is. */
export interface StatusClass {
  readonly name: string;
  readonly confidence: number;
}

/** From here on the words decide among the classes of one status. */
const sureEnough = 0.8;

/** Finds the class of the catalogue that answers with a status: the one that the words point to, or else the most general. */
export function findClass(
  { source, settings, relativePath }: SyntaxFile,
  status: number,
  construction: Node,
  message: Node | undefined,
): StatusClass | undefined {
  const candidates = getCandidates(settings.catalog, status);
  const described = describeThrowSite(construction, source.text, relativePath);
  const site = { ...described, message: message ? describeMessage(message) : [] };
  const suggestions = classifyThrow(site, candidates);
  const [best] = suggestions;
  const confidence = Math.round(getConfidence(suggestions) * 100) / 100;
  if (best && confidence >= sureEnough) return { name: best.name, confidence };
  const general = candidates
    .filter(({ kind }) => !ownSituations.has(kind))
    .sort((first, second) => getDepth(settings.catalog, first.name) - getDepth(settings.catalog, second.name));
  const [shallowest] = general;
  if (!shallowest) return undefined;
  const depth = getDepth(settings.catalog, shallowest.name);
  const peers = general.filter(({ name }) => getDepth(settings.catalog, name) === depth);
  const { name } = peers.find(({ signals }) => signals.statuses.includes(status)) ?? shallowest;
  return { name, confidence: 0.9 };
}

/** Kinds of failures that share their status with others and are much narrower: only words can point to them. */
const ownSituations: ReadonlySet<string> = new Set(['context_overflow', 'content_filter', 'canceled']);

const candidatesOf = new WeakMap<Catalog, Map<number, Catalog>>();

/** The classes with a status, but for the root: one list a status, as the classifier remembers what it makes of a list. */
function getCandidates(catalog: Catalog, status: number): Catalog {
  const known = candidatesOf.get(catalog) ?? new Map<number, Catalog>();
  candidatesOf.set(catalog, known);
  const candidates = known.get(status) ?? catalog.filter((entry) => entry.status === status && entry.parent !== null);
  known.set(status, candidates);
  return candidates;
}

function getDepth(catalog: Catalog, name: string): number {
  let depth = 0;
  for (let entry = catalog.find((one) => one.name === name); entry?.parent && depth < catalog.length; depth++) {
    const { parent } = entry;
    entry = catalog.find((one) => one.name === parent);
  }
  return depth;
}

import type { CatalogEntry } from '@octollm/errors/catalog';
import { getMessageText } from './site-words.ts';
import type { ThrowSite } from './throw-site.ts';
import type { Evidence } from './weigh-words.ts';

const weightOfCode = 10;
const weightOfStatus = 9;
const weightOfFailedCall = 5;
/** The call went well, only its result did not please. */
const weightOfTestedCall = 2.5;

/** The signals of a class that are compared whole, ready to be looked up. */
interface Known {
  readonly codes: ReadonlySet<string>;
  readonly statuses: ReadonlySet<number>;
  /** Patterns of callees, by what they end with. */
  readonly callees: ReadonlyMap<string, readonly (readonly string[])[]>;
}

const knownSignals = new WeakMap<CatalogEntry, Known>();

/** Weighs codes, statuses, foreign classes and failed calls that the signals of each class list. */
export function weighCodes(catalog: readonly CatalogEntry[], site: ThrowSite): Map<CatalogEntry, Evidence[]> {
  const text = getMessageText(site);
  const codes = [...site.codes, ...(text.match(/\b[A-Z][A-Z\d]*(?:_[A-Z\d]+)*\b/g) ?? [])];
  const statuses = [...site.statuses, ...(text.match(/\b[45]\d\d\b/g) ?? []).map(Number)];
  const callees = site.callees.map((name) => ({
    name,
    segments: name.split('.').filter((segment) => segment !== 'this'),
  }));
  return new Map(
    catalog.map((entry) => {
      const known = getKnown(entry);
      const evidence: Evidence[] = [];
      const code = codes.find((candidate) => known.codes.has(candidate));
      if (code !== undefined) evidence.push({ weight: weightOfCode, reason: `names \`${code}\`` });
      const status = statuses.find((candidate) => known.statuses.has(candidate));
      if (status !== undefined) evidence.push({ weight: weightOfStatus, reason: `names status ${status}` });
      const callee = callees.find(({ segments }) => isKnownCallee(segments, known));
      if (callee) {
        evidence.push(
          site.caught
            ? { weight: weightOfFailedCall, reason: `\`${callee.name}\` failed` }
            : { weight: weightOfTestedCall, reason: `tests what \`${callee.name}\` gave` },
        );
      }
      return [entry, evidence];
    }),
  );
}

function isKnownCallee(segments: readonly string[], known: Known): boolean {
  const last = segments.at(-1) ?? '';
  return [...(known.callees.get(last) ?? []), ...(known.callees.get('*') ?? [])].some((pattern) =>
    fitsCallee(segments, pattern),
  );
}

/** A leading `*` stands for any owner, another `*` for exactly one segment. */
function fitsCallee(segments: readonly string[], pattern: readonly string[]): boolean {
  const isAnyOwner = pattern[0] === '*';
  const wanted = isAnyOwner ? pattern.slice(1) : pattern;
  const offset = segments.length - wanted.length;
  if (isAnyOwner ? offset < 1 : offset !== 0) return false;
  return wanted.every((segment, index) => segment === '*' || segment === segments[offset + index]);
}

function getKnown(entry: CatalogEntry): Known {
  const known = knownSignals.get(entry);
  if (known) return known;
  const { systemCodes, providerCodes, classes, statuses, callees } = entry.signals;
  const patterns = new Map<string, (readonly string[])[]>();
  for (const pattern of callees.map((callee) => callee.split('.'))) {
    const last = pattern.at(-1) ?? '';
    patterns.set(last, [...(patterns.get(last) ?? []), pattern]);
  }
  const created = {
    codes: new Set([...systemCodes, ...providerCodes, ...classes]),
    statuses: new Set(statuses),
    callees: patterns,
  };
  knownSignals.set(entry, created);
  return created;
}

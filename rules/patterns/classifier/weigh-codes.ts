import type { CatalogEntry } from '@octollm/errors/catalog';
import { onceForEach } from '../once-for-each.ts';
import { getMessageText } from './site-words.ts';
import type { ThrowSite } from './throw-site.ts';
import type { Evidence, EvidenceByEntry } from './weigh-words.ts';

const weightOfCode = 10;
const weightOfStatus = 9;
const weightOfFailedCall = 5;
/** The call went well, only its result did not please. */
const weightOfTestedCall = 2.5;

/** The signals of a catalogue that are compared whole: each leads to the places of the classes that list it. */
interface Known {
  readonly codes: ReadonlyMap<string, readonly number[]>;
  readonly statuses: ReadonlyMap<number, readonly number[]>;
  /** Patterns of callees, by what they end with. */
  readonly callees: ReadonlyMap<string, readonly CalleePattern[]>;
}

interface CalleePattern {
  readonly entry: number;
  readonly segments: readonly string[];
}

/** Adds to the evidence what codes, statuses, foreign classes and failed calls say that the signals of each class list. */
export function weighCodes(catalog: readonly CatalogEntry[], site: ThrowSite, evidence: EvidenceByEntry): void {
  const known = getKnown(catalog);
  const text = getMessageText(site);
  addFirst(evidence, [...site.codes, ...(text.match(/\b[A-Z][A-Z\d]*(?:_[A-Z\d]+)*\b/g) ?? [])], (code) => ({
    entries: known.codes.get(code),
    weight: weightOfCode,
    reason: `names \`${code}\``,
  }));
  addFirst(evidence, [...site.statuses, ...(text.match(/(?<![/.\w-])[45]\d\d\b/g) ?? []).map(Number)], (status) => ({
    entries: known.statuses.get(status),
    weight: weightOfStatus,
    reason: `names status ${status}`,
  }));
  addFirst(evidence, site.callees, (name) => ({
    entries: findByCallee(name, known),
    weight: site.caught ? weightOfFailedCall : weightOfTestedCall,
    reason: site.caught ? `\`${name}\` failed` : `tests what \`${name}\` gave`,
  }));
}

interface Observation extends Evidence {
  /** The places of the classes that it speaks for. */
  readonly entries: readonly number[] | undefined;
}

/** For each class the first value that its signals list counts, and no further one. */
function addFirst<Value>(
  evidence: EvidenceByEntry,
  values: readonly Value[],
  observe: (value: Value) => Observation,
): void {
  let served: Set<number> | undefined;
  for (const value of values) {
    const { entries, weight, reason } = observe(value);
    for (const entry of entries ?? []) {
      served ??= new Set();
      if (served.has(entry)) continue;
      served.add(entry);
      (evidence[entry] ??= []).push({ weight, reason });
    }
  }
}

function findByCallee(name: string, known: Known): readonly number[] {
  const segments = name.split('.').filter((segment) => segment !== 'this');
  const last = segments.at(-1) ?? '';
  return [...(known.callees.get(last) ?? []), ...(known.callees.get('*') ?? [])]
    .filter((pattern) => fitsCallee(segments, pattern.segments))
    .map(({ entry }) => entry);
}

/** A leading `*` stands for any owner, another `*` for exactly one segment. */
function fitsCallee(segments: readonly string[], pattern: readonly string[]): boolean {
  const isAnyOwner = pattern[0] === '*';
  const start = isAnyOwner ? 1 : 0;
  const offset = segments.length - pattern.length;
  if (isAnyOwner ? offset < 0 : offset !== 0) return false;
  for (let index = start; index < pattern.length; index += 1)
    if (pattern[index] !== '*' && pattern[index] !== segments[offset + index]) return false;
  return true;
}

const getKnown: (catalog: readonly CatalogEntry[]) => Known = onceForEach((catalog) => {
  const codes = new Map<string, number[]>();
  const statuses = new Map<number, number[]>();
  const callees = new Map<string, CalleePattern[]>();
  catalog.forEach(({ signals }, entry) => {
    for (const code of [...signals.systemCodes, ...signals.providerCodes, ...signals.classes])
      append(codes, code, entry);
    for (const status of signals.statuses) append(statuses, status, entry);
    for (const callee of signals.callees) {
      const segments = callee.split('.');
      append(callees, segments.at(-1) ?? '', { entry, segments });
    }
  });
  return { codes, statuses, callees };
});

function append<Key, Value>(lists: Map<Key, Value[]>, key: Key, value: Value): void {
  const list = lists.get(key);
  if (list) list.push(value);
  else lists.set(key, [value]);
}

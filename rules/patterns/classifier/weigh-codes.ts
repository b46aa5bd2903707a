import type { CatalogEntry } from '@octollm/errors/catalog';
import { getMessageText } from './site-words.ts';
import type { ThrowSite } from './throw-site.ts';
import type { Evidence } from './weigh-words.ts';

const weightOfCode = 10;
const weightOfStatus = 9;
const weightOfFailedCall = 5;
/** The call went well, only its result did not please. */
const weightOfTestedCall = 2.5;

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
  if (callee) {
    evidence.push(
      site.caught
        ? { weight: weightOfFailedCall, reason: `\`${callee}\` failed` }
        : { weight: weightOfTestedCall, reason: `tests what \`${callee}\` gave` },
    );
  }
  return evidence;
}

/** A leading `*` stands for any owner, another `*` for exactly one segment. */
function matchesCallee(callee: string, pattern: string): boolean {
  const own = callee.split('.').filter((segment) => segment !== 'this');
  const wanted = pattern.split('.');
  if (wanted[0] === '*') {
    const tail = wanted.slice(1);
    return (
      own.length > tail.length && tail.every((segment, index) => own[own.length - tail.length + index] === segment)
    );
  }
  return own.length === wanted.length && wanted.every((segment, index) => segment === '*' || segment === own[index]);
}

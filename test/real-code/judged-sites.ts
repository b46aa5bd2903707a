import { createHash } from 'node:crypto';
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

/** What a reader decided about one report. */
export interface JudgedSite {
  readonly package: string;
  readonly version: string;
  readonly file: string;
  readonly line: number;
  readonly column: number;
  /** Whether a senior reviewer of the package would want the report. */
  readonly right: boolean;
  readonly reason: string;
}

/** The reports of a rule that were drawn and read, as `judged/<rule>.json` keeps them. */
export interface JudgedRule {
  readonly rule: string;
  readonly options: object;
  readonly seed: number;
  readonly date: string;
  /** Lines that were linted, and all reports on them. */
  readonly lines: number;
  readonly reports: number;
  readonly sites: readonly JudgedSite[];
}

type Place = Pick<JudgedSite, 'package' | 'file' | 'line' | 'column'>;

export function getJudgedPath(rule: string): string {
  return join(import.meta.dirname, 'judged', `${rule}.json`);
}

export function getJudgedRule(rule: string): JudgedRule | undefined {
  const path = getJudgedPath(rule);
  // judged-sites.test.ts checks the shape.
  return existsSync(path) ? (JSON.parse(readFileSync(path, 'utf8')) as JudgedRule) : undefined;
}

/**
 * Draws some places by a seed: those whose hash comes first. A rule that is mended keeps the places that it still reports, so that
 * they need no second reading.
 */
export function drawPlaces<Found extends Place>(places: readonly Found[], count: number, seed: number): Found[] {
  const getRank = (place: Place): string =>
    createHash('sha1').update(`${seed} ${place.package}/${place.file}:${place.line}:${place.column}`).digest('hex');
  return places
    .map((place) => ({ place, rank: getRank(place) }))
    .sort((first, second) => (first.rank < second.rank ? -1 : 1))
    .slice(0, count)
    .map(({ place }) => place);
}

export function isSamePlace(first: Place, second: Place): boolean {
  return (
    first.package === second.package &&
    first.file === second.file &&
    first.line === second.line &&
    first.column === second.column
  );
}

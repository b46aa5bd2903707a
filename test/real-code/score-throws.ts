import { pathToFileURL } from 'node:url';
import { countReports } from './generic-throw-reports.ts';
import { findLabelledThrows, throwSets, type LabelledThrow, type ThrowSet } from './labelled-throws.ts';
import { catalog } from '@octollm/errors/catalog';
import { classifyThrow, type Suggestion } from '../../rules/patterns/classifier/classify-throw.ts';
import { describeThrowSite } from '../../rules/patterns/classifier/describe-throw-site.ts';
import { isInvariantThrow } from '../../rules/patterns/classifier/is-invariant-throw.ts';

const scoredSets: readonly ThrowSet[] = [...throwSets, 'first-sight'];

export interface ThrowScore {
  readonly label: LabelledThrow;
  readonly suggestions: readonly Suggestion[];
  /** Whether the first class offered is the labeller's first or second choice. */
  readonly isRight: boolean;
  /** Whether the marker test agrees with the label; undefined where the label does not speak of markers. */
  readonly isMarker: boolean;
}

/** Classifies every labelled throw whose package is on this machine. */
export function scoreThrows(set: ThrowSet): ThrowScore[] {
  return findLabelledThrows(set).map(({ label, node, text }) => {
    const suggestions = classifyThrow(describeThrowSite(node, text, label.file), catalog);
    const best = suggestions[0]?.name;
    return {
      label,
      suggestions,
      isRight: best !== undefined && (best === label.first || best === label.second),
      isMarker: isInvariantThrow(node),
    };
  });
}

/** Counts how often the first class offered is one of the labeller's two. */
export function countRight(scores: readonly ThrowScore[]): { right: number; all: number } {
  const generic = scores.filter(({ label }) => label.generic);
  return { right: generic.filter(({ isRight }) => isRight).length, all: generic.length };
}

function print(set: ThrowSet, showMisses: boolean): void {
  const scores = scoreThrows(set);
  const { right, all } = countRight(scores);
  const firsts = scores.filter(
    ({ label, suggestions }) => label.generic && suggestions[0]?.name === label.first,
  ).length;
  const within = scores.filter(({ label, suggestions }) =>
    suggestions.some(({ name }) => label.generic && (name === label.first || name === label.second)),
  ).length;
  const percent = (count: number): string => `${((100 * count) / all).toFixed(1)} %`;
  console.log(
    `${set}: ${right} of ${all} offered first is the first or second label (${percent(right)}); ` +
      `the first ${percent(firsts)}; among the three offered ${percent(within)}.`,
  );
  const lost = scores.filter(({ label, isMarker }) => label.generic && isMarker);
  const markers = scores.filter(({ label }) => !label.generic && isMarkerNote(label.note));
  console.log(
    `${set}: ${markers.filter(({ isMarker }) => isMarker).length} of ${markers.length} markers seen, ${lost.length} taken wrongly.`,
  );
  if (!showMisses) return;
  for (const { label, isMarker } of scores) {
    const place = `${label.package}/${label.file}:${label.line}`;
    if (label.generic && isMarker) console.log(`  taken for a marker: ${place}`);
    if (!label.generic && isMarkerNote(label.note) && !isMarker)
      console.log(`  marker not seen: ${place} (${label.note})`);
  }
  for (const { label, suggestions, isRight } of scores) {
    if (!label.generic || isRight) continue;
    console.log(`\n  ${label.package}/${label.file}:${label.line} wants ${label.first} or ${label.second}`);
    for (const { name, score, reasons } of suggestions)
      console.log(`    ${name} ${score}: ${reasons.slice(0, 5).join('; ')}`);
  }
}

function isMarkerNote(note: string | undefined): boolean {
  return note !== undefined && /^(?:stub|never|default|assert|should|says|names itself|invariant)/.test(note);
}

function printReports(sets: readonly ThrowSet[]): void {
  const { right, wrong, missed } = countReports(sets);
  const share = (part: number, rest: number): string => `${((100 * part) / (part + rest)).toFixed(1)} %`;
  console.log(
    `no-generic-throw: precision ${share(right, wrong)}, recall ${share(right, missed)} ` +
      `(${right} right, ${wrong} wrong, ${missed} missed).`,
  );
}

if (import.meta.url === pathToFileURL(process.argv[1] ?? '').href) {
  const wanted = process.argv[process.argv.indexOf('--set') + 1];
  const sets = process.argv.includes('--set') ? scoredSets.filter((set) => set === wanted) : throwSets;
  if (sets.length === 0) {
    console.error(`Cannot score the set \`${wanted}\`: there are only ${scoredSets.join(', ')}.`);
    process.exitCode = 2;
  }
  for (const set of sets) print(set, process.argv.includes('--misses'));
  if (process.argv.includes('--reports')) printReports(sets);
}

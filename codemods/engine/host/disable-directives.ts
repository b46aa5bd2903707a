import type { HostSource } from '../source/host-source.ts';
import { commentParser, type ConfigComment } from './config-comments.ts';
import type { Report } from './report.ts';

/** A place from which a rule (null: every rule) is silent or speaks again; lines and columns from 1. */
interface Switch {
  readonly isOff: boolean;
  readonly rule: string | null;
  readonly line: number;
  readonly column: number;
}

/**
 * Leaves out the reports that `eslint-disable` comments silence, as ESLint does: comments for blocks and comments for lines
 * are weighed apart, and of each sort the last one before the report decides.
 */
export function removeDisabled(
  reports: readonly Report[],
  comments: readonly ConfigComment[],
  source: HostSource,
): readonly Report[] {
  const blocks: Switch[] = [];
  const lines: Switch[] = [];
  for (const comment of comments) {
    if (comment.label === 'eslint-disable' || comment.label === 'eslint-enable')
      blocks.push(...createBlockSwitches(comment, source));
    else if (comment.label !== 'eslint') lines.push(...createLineSwitches(comment, source));
  }
  if (blocks.length === 0 && lines.length === 0) return reports;
  blocks.sort(comparePlaces);
  lines.sort(comparePlaces);
  return reports.filter((report) => !isSilenced(report, blocks) && !isSilenced(report, lines));
}

function createBlockSwitches(comment: ConfigComment, source: HostSource): Switch[] {
  const { line, column } = source.getLocFromIndex(comment.start);
  const isOff = comment.label === 'eslint-disable';
  return getRules(comment).map((rule) => ({ isOff, rule, line, column: column + 1 }));
}

function createLineSwitches(comment: ConfigComment, source: HostSource): Switch[] {
  const first = source.getLocFromIndex(comment.start).line;
  const last = source.getLocFromIndex(comment.end).line;
  const isNextLine = comment.label === 'eslint-disable-next-line';
  // ESLint refuses a comment for its own line that stretches over several.
  if (!isNextLine && first !== last) return [];
  const line = isNextLine ? last + 1 : first;
  return getRules(comment).flatMap((rule) => [
    { isOff: true, rule, line, column: 1 },
    { isOff: false, rule, line: line + 1, column: 0 },
  ]);
}

function getRules(comment: ConfigComment): (string | null)[] {
  const rules = Object.keys(commentParser.parseListConfig(comment.value));
  return rules.length > 0 ? rules : [null];
}

function isSilenced(report: Report, switches: readonly Switch[]): boolean {
  let isOff = false;
  for (const place of switches) {
    if (comparePlaces(place, report) > 0) break;
    if (place.rule === null || place.rule === `octollm/${report.rule}`) isOff = place.isOff;
  }
  return isOff;
}

interface Place {
  readonly line: number;
  readonly column: number;
}

function comparePlaces(first: Place, second: Place): number {
  return first.line - second.line || first.column - second.column;
}

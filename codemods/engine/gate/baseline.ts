import { readFileSync } from 'node:fs';
import { dirname, relative, resolve, sep } from 'node:path';
import { ConfigurationError, getErrorMessage, InvalidInputError } from '@octollm/errors/errors';
import type { AuditResult } from '../audit/audit-result.ts';
import { isMissing } from '../failure-code.ts';
import { compareText } from '../host/report.ts';

/** How many findings of each rule a file may have; paths count from the folder of the baseline file. */
export type BaselineCounts = Readonly<Record<string, Readonly<Record<string, number>>>>;

interface BaselineFile {
  readonly schemaVersion: 1;
  readonly counts: BaselineCounts;
}

/** Counts the findings of an audit by file and rule: line numbers move with every edit, counts do not. */
export function countFindings(result: AuditResult, cwd: string, baselinePath: string): BaselineCounts {
  const counts: Record<string, Record<string, number>> = {};
  for (const { file, rule } of result.findings) {
    const rules = (counts[toBaselinePath(file, cwd, baselinePath)] ??= {});
    rules[rule] = (rules[rule] ?? 0) + 1;
  }
  return counts;
}

/** The path of a file as the baseline names it, from any working directory. */
export function toBaselinePath(file: string, cwd: string, baselinePath: string): string {
  return relative(dirname(resolve(cwd, baselinePath)), resolve(cwd, file))
    .split(sep)
    .join('/');
}

/**
 * Reads a baseline.
 *
 * @throws InvalidInputError when there is none, ConfigurationError when the file holds something else
 */
export function readBaseline(cwd: string, path: string): BaselineCounts {
  const counts = readBaselineIfPresent(cwd, path);
  if (!counts)
    throw new InvalidInputError(
      `Cannot read the baseline \`${path}\`: there is no such file, write it with \`--baseline ${path} --write-baseline\`.`,
    );
  return counts;
}

export function readBaselineIfPresent(cwd: string, path: string): BaselineCounts | undefined {
  let text: string;
  try {
    text = readFileSync(resolve(cwd, path), 'utf8');
  } catch (cause) {
    if (isMissing(cause)) return undefined;
    throw new InvalidInputError(`Cannot read the baseline \`${path}\`: ${getErrorMessage(cause)}.`, { cause });
  }
  return parseBaseline(text, path);
}

function parseBaseline(text: string, path: string): BaselineCounts {
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch (cause) {
    throw new ConfigurationError(`Cannot read the baseline \`${path}\`: it is no JSON (${getErrorMessage(cause)}).`, {
      cause,
    });
  }
  if (isBaselineFile(value)) return value.counts;
  throw new ConfigurationError(
    `Cannot read the baseline \`${path}\`: it must hold \`schemaVersion\` 1 and counts by file and rule, write it anew with \`--write-baseline\`.`,
  );
}

function isBaselineFile(value: unknown): value is BaselineFile {
  if (!isRecord(value) || value['schemaVersion'] !== 1 || !isRecord(value['counts'])) return false;
  return Object.values(value['counts']).every(
    (rules) => isRecord(rules) && Object.values(rules).every((count) => Number.isInteger(count)),
  );
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** The text of a baseline file, in the order of paths and rules, so that a change shows as few lines of a diff. */
export function formatBaseline(counts: BaselineCounts): string {
  const file: BaselineFile = {
    schemaVersion: 1,
    counts: Object.fromEntries(
      sortEntries(counts).map(([name, rules]) => [name, Object.fromEntries(sortEntries(rules))]),
    ),
  };
  return `${JSON.stringify(file, null, 2)}\n`;
}

function sortEntries<Value>(record: Readonly<Record<string, Value>>): [string, Value][] {
  return Object.entries(record).sort(([first], [second]) => compareText(first, second));
}

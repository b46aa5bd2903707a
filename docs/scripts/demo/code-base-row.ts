import type { AuditReport } from './audit-report.ts';

/** How one code base stands, in the words of the table. */
export interface CodeBaseRow {
  readonly name: string;
  readonly lines: number;
  readonly handlers: number;
  readonly losing: number;
  readonly dropped: number;
  readonly logOnly: number;
  readonly lostCause: number;
  readonly genericThrows: number;
  readonly any: number;
}

export function createRow(name: string, { summary }: AuditReport): CodeBaseRow {
  const count = (...rules: readonly string[]): number =>
    rules.reduce((sum, rule) => sum + (summary.byRule[rule] ?? 0), 0);
  return {
    name,
    lines: summary.lines,
    handlers: summary.handlers.total,
    losing: summary.handlers.losing,
    dropped: count('no-silent-catch', 'no-silent-fallback'),
    logOnly: count('no-log-only-catch'),
    lostCause: count('require-cause'),
    genericThrows: count('no-generic-throw'),
    any: count('no-any-in-handler'),
  };
}

export function addRows(name: string, rows: readonly CodeBaseRow[]): CodeBaseRow {
  const add = (get: (row: CodeBaseRow) => number): number => rows.reduce((sum, row) => sum + get(row), 0);
  return {
    name,
    lines: add(({ lines }) => lines),
    handlers: add(({ handlers }) => handlers),
    losing: add(({ losing }) => losing),
    dropped: add(({ dropped }) => dropped),
    logOnly: add(({ logOnly }) => logOnly),
    lostCause: add(({ lostCause }) => lostCause),
    genericThrows: add(({ genericThrows }) => genericThrows),
    any: add((row) => row.any),
  };
}

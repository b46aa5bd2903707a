import { addRows, type CodeBaseRow } from './code-base-row.ts';
import type { Screen } from './screen.ts';
import { formatNumber, formatShare } from './wording.ts';

interface Column {
  /** Two lines, so that the table stays narrow. */
  readonly head: readonly [string, string];
  readonly show: (row: CodeBaseRow) => string;
}

const columns: readonly Column[] = [
  { head: ['', 'code base'], show: ({ name }) => name },
  { head: ['', 'lines'], show: ({ lines }) => formatNumber(lines) },
  { head: ['error', 'handlers'], show: ({ handlers }) => formatNumber(handlers) },
  { head: ['lose the', 'error'], show: ({ losing, handlers }) => formatShare(losing, handlers) },
  { head: ['', 'dropped'], show: ({ dropped }) => formatNumber(dropped) },
  { head: ['log', 'only'], show: ({ logOnly }) => formatNumber(logOnly) },
  { head: ['lost', 'cause'], show: ({ lostCause }) => formatNumber(lostCause) },
  { head: ['generic', 'throws'], show: ({ genericThrows }) => formatNumber(genericThrows) },
  { head: ['', 'any'], show: (row) => formatNumber(row.any) },
];

const legend = [
  'lose the error: share of the handlers after which nothing of it is left',
  'dropped: it ends nowhere or becomes a default; log only: logged, and the caller sees success',
  'lost cause: a new error without the old one; generic throws: `new Error(…)`; any: read unchecked',
];

/** Prints the one table that sums everything up, a row a code base and one for all. */
export function printTable(screen: Screen, rows: readonly CodeBaseRow[]): void {
  const all = [...rows, addRows('total', rows)];
  const widths = columns.map(({ head, show }) =>
    Math.max(...head.map(({ length }) => length), ...all.map((row) => show(row).length)),
  );
  const layOut = (cells: readonly string[]): string =>
    cells
      .map((cell, index) => (index === 0 ? cell.padEnd(widths[index] ?? 0) : cell.padStart(widths[index] ?? 0)))
      .join('  ')
      .trimEnd();
  const line = '-'.repeat(widths.reduce((sum, width) => sum + width + 2, -2));
  const texts = all.map((row) => layOut(columns.map(({ show }) => show(row))));
  for (const level of [0, 1] as const)
    screen.line(screen.paint('bold', layOut(columns.map(({ head }) => head[level]))));
  screen.line(line);
  for (const text of texts.slice(0, -1)) screen.line(text);
  screen.line(line);
  screen.line(screen.paint('bold', texts.at(-1) ?? ''));
  screen.line();
  for (const text of legend) screen.paragraph(text, 0, 'dim');
}

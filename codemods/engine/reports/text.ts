import pc from 'picocolors';
import type { Failure, Finding } from '../audit/finding.ts';
import { rankFiles, rankFolders, rankOutcomes, rankTellingRules } from './rankings.ts';
import { getShownFindings, groupByFile, type ReportView } from './report-view.ts';
import { formatTextTable } from './text-table.ts';
import { describeGate, describeHandlers, describeSkipped, formatCount, formatNumber } from './wording.ts';

type Colors = ReturnType<typeof pc.createColors>;

/** The report for a terminal: the findings by file, then the sums, so that the sums are what stays in sight. */
export function formatText(view: ReportView): string {
  const colors = pc.createColors(view.hasColors);
  const blocks = [
    ...(view.hasFindings ? formatFindings(getShownFindings(view), colors) : []),
    formatHead(view, colors),
    ...formatTables(view, colors),
    ...formatEnd(view, colors),
  ];
  return `${blocks.map((lines) => lines.join('\n')).join('\n\n')}\n`;
}

function formatFindings(findings: readonly Finding[], colors: Colors): string[][] {
  return [...groupByFile(findings)].map(([file, group]) => {
    const places = group.map(({ line, column }) => `${line}:${column}`);
    const width = Math.max(...places.map(({ length }) => length));
    const lines = group.map(({ severity, message, rule }, index) => {
      const level = severity === 'error' ? colors.red('error  ') : colors.yellow('warning');
      return `  ${colors.dim((places[index] ?? '').padStart(width))}  ${level}  ${message}  ${colors.dim(rule)}`;
    });
    return [colors.underline(file), ...lines];
  });
}

function formatHead({ result }: ReportView, colors: Colors): string[] {
  const { files, lines, findings } = result;
  const read = `${formatCount(files.length, 'file')}, ${formatCount(lines, 'line')}`;
  const skipped = describeSkipped(result);
  return [
    `${colors.bold(formatCount(findings.length, 'finding'))} in ${read}.`,
    describeHandlers(result),
    ...(skipped ? [colors.dim(skipped)] : []),
  ];
}

function formatTables({ result, top }: ReportView, colors: Colors): string[][] {
  if (result.findings.length === 0) return [];
  const folders = rankFolders(result);
  const files = rankFiles(result);
  return [
    [['rule', 'findings', 'files'], ...rankTellingRules(result).map((row) => [row.name, row.findings, row.files])],
    [['outcome', 'findings', 'files'], ...rankOutcomes(result).map((row) => [row.name, row.findings, row.files])],
    [
      [limit('folder', folders.length, top), 'findings', 'files', 'lines'],
      ...folders.slice(0, top).map((row) => [row.folder, row.findings, row.files, row.lines]),
    ],
    [
      [limit('worst file', files.length, top), 'findings', 'lines'],
      ...files.slice(0, top).map((row) => [row.file, row.findings, row.lines]),
    ],
  ]
    .filter((rows) => rows.length > 1)
    .map((rows) => {
      const [head = '', ...lines] = formatTextTable(rows, formatNumber);
      return [colors.dim(head), ...lines];
    });
}

function limit(title: string, count: number, top: number): string {
  return count > top ? `${title} (${top} of ${formatNumber(count)})` : title;
}

function formatEnd({ result, gate }: ReportView, colors: Colors): string[][] {
  const blocks: string[][] = [];
  if (result.failures.length > 0)
    blocks.push([colors.red(describeFailures(result.failures.length)), ...result.failures.map(formatFailure)]);
  if (gate) {
    const [first = '', ...rest] = describeGate(gate);
    blocks.push([gate.isPassed ? colors.green(first) : colors.red(first), ...rest]);
  }
  return blocks;
}

export function describeFailures(count: number): string {
  return `${formatCount(count, 'file')} could not be audited:`;
}

export function formatFailure({ file, line, column, reason }: Failure): string {
  return `  ${file}:${line}:${column}  ${reason}.`;
}

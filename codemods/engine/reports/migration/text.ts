import pc from 'picocolors';
import type { MigrationFailure, MigrationResult } from '../../migrate/migration-result.ts';
import { formatTextTable } from '../text-table.ts';
import { formatCount, formatNumber } from '../wording.ts';
import { formatDiff, paintDiff } from './diff.ts';
import { listLeftSites, listReverted, type LeftSite, type MigrationView } from './migration-view.ts';
import { tallyCodemods } from './tally.ts';
import { describeChanges, describeLeft, describeNextStep, describeVerification } from './wording.ts';

type Colors = ReturnType<typeof pc.createColors>;

/** More would push the sums out of sight; reports in a file list all. */
const mostSites = 50;

/** The report for a terminal: the diff first and the sums last, so that the sums are what stays in sight. */
export function formatText(result: MigrationResult, view: MigrationView): string {
  const colors = pc.createColors(view.hasColors);
  const diff = view.hasDiff ? paintDiff(formatDiff(result), colors).trimEnd() : '';
  const blocks = [
    diff === '' ? [] : [diff],
    formatLeftSites(listLeftSites(result, 'manual'), colors),
    formatFailures(result.failures, colors),
    formatVerification(result, colors),
    formatSums(result, colors),
    [colors.bold(describeChanges(result)), ...describeLeft(result)],
    result.notices.map((notice) => `${colors.yellow('Note:')} ${notice}`),
    [describeNextStep(result)].filter((line) => line !== ''),
  ];
  return `${blocks
    .filter((lines) => lines.length > 0)
    .map((lines) => lines.join('\n'))
    .join('\n\n')}\n`;
}

function formatLeftSites(sites: readonly LeftSite[], colors: Colors): string[] {
  if (sites.length === 0) return [];
  const shown = sites.slice(0, mostSites).map(({ file, place, reason, codemod }) => {
    return `  ${formatPlace(file, place)}  ${reason}  ${colors.dim(codemod)}`;
  });
  const rest = sites.length - shown.length;
  const more = rest > 0 ? [`  … and ${formatNumber(rest)} more: \`--report migration.html\` lists them all.`] : [];
  return [colors.yellow('Left for a person:'), ...shown, ...more];
}

function formatFailures(failures: readonly MigrationFailure[], colors: Colors): string[] {
  if (failures.length === 0) return [];
  return [
    colors.red(`${formatCount(failures.length, 'file')} could not be migrated:`),
    ...failures.map(({ file, line, column, reason }) => `  ${formatPlace(file, { line, column })}  ${reason}.`),
  ];
}

function formatVerification(result: MigrationResult, colors: Colors): string[] {
  const { verification } = result;
  if (!verification) return [];
  const isWorse = verification.remaining.length > 0;
  return [
    ...describeVerification(verification).map((line) => (isWorse ? colors.red(line) : line)),
    ...listReverted(result).map(({ file, reverted }) => `  ${file}  ${reverted}`),
    ...verification.remaining.map((error) => `  ${error}`),
  ];
}

function formatSums(result: MigrationResult, colors: Colors): string[] {
  const rows = tallyCodemods(result).map(({ name, changes, files, left }) => [
    name,
    changes,
    files,
    left.unsafe + left.unsure,
    left.manual + left.declined,
  ]);
  if (rows.length === 0) return [];
  const head = ['codemod', 'changes', 'files', 'held back', 'left alone'];
  const [first = '', ...rest] = formatTextTable([head, ...rows], formatNumber);
  return [colors.dim(first), ...rest];
}

function formatPlace(file: string, { line, column }: { readonly line: number; readonly column: number }): string {
  return `${file}:${line}:${column}`;
}

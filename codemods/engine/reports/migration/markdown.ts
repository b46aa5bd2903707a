import type { MigrationResult } from '../../migrate/migration-result.ts';
import { escapeMarkdown, formatMarkdownTable, toCode } from '../markdown-text.ts';
import { getCodemodPage } from '../repository.ts';
import { formatCount, formatNumber } from '../wording.ts';
import { compareLines } from './line-diff.ts';
import {
  listChanges,
  listLeftSites,
  listReverted,
  type LeftSite,
  type MigrationView,
  type StandingChange,
} from './migration-view.ts';
import { countLeft, tallyCodemods, tallyFolders } from './tally.ts';
import { describeChanges, describeLeft, describeNextStep, describeVerification } from './wording.ts';

/** Forges refuse the text of a pull request above 65,536 characters: a long list ends with a count. */
const mostSites = 100;
const mostFolders = 20;

/** The report for a pull request: what was done, an example of each, and what is left to do. */
export function formatMarkdown(result: MigrationResult, { hasDiff }: MigrationView): string {
  const blocks = [
    '# octollm migrate',
    [`**${describeChanges(result)}**`, ...describeLeft(result)].join(' '),
    describeNextStep(result),
    ...result.notices.map((notice) => `> ${escapeMarkdown(notice)}`),
    ...section('Type check', result.verification, (verification) => describeVerification(verification).join('\\\n')),
    ...section('Codemods', result.codemods, () => tableOfCodemods(result)),
    ...section('Folders', tallyFolders(result).slice(0, mostFolders), (folders) =>
      formatMarkdownTable(
        ['Folder', 'Changes', 'Left alone', 'Files'],
        folders.map((tally) => [toCode(tally.name), tally.changes, countLeft(tally), tally.files]),
      ),
    ),
    ...section('Examples', hasDiff ? pickExamples(listChanges(result)) : null, (changes) =>
      changes.map(showExample).join('\n\n'),
    ),
    ...section('Left for a person', listLeftSites(result, 'manual'), listSites),
    ...section('Taken back', listReverted(result), (files) =>
      files.map(({ file, reverted }) => `- ${toCode(file)} ${escapeMarkdown(reverted)}`).join('\n'),
    ),
    ...section('Could not be migrated', result.failures, (failures) =>
      failures
        .map(({ file, line, column, reason }) => `- ${toCode(file)}:${line}:${column} ${escapeMarkdown(reason)}.`)
        .join('\n'),
    ),
  ];
  return `${blocks.filter((block) => block !== '').join('\n\n')}\n`;
}

function section<Content>(title: string, content: Content | null, write: (content: Content) => string): string[] {
  if (content === null || (Array.isArray(content) && content.length === 0)) return [];
  return [`## ${title}`, write(content)];
}

function tableOfCodemods(result: MigrationResult): string {
  return formatMarkdownTable(
    ['Codemod', 'Changes', 'Held back', 'Left alone', 'Files'],
    tallyCodemods(result).map(({ name, changes, left, files }) => [
      `[${name}](${getCodemodPage(name)})`,
      changes,
      left.unsafe + left.unsure,
      left.manual + left.declined,
      files,
    ]),
  );
}

/** The first change of each kind, which stands for the others. */
function pickExamples(changes: readonly StandingChange[]): StandingChange[] {
  const byKind = new Map<string, StandingChange>();
  for (const change of changes) {
    const name = `${change.codemod} ${change.kind}`;
    if (!byKind.has(name)) byKind.set(name, change);
  }
  return [...byKind.values()];
}

function showExample({ codemod, kind, file, place, reason, before, after }: StandingChange): string {
  const code = compareLines(before, after)
    .map(({ sign, text }) => sign + text)
    .join('\n');
  // A fence has to be longer than any in the code.
  const fence = '`'.repeat(Math.max(3, ...[...code.matchAll(/`+/g)].map(([ticks]) => ticks.length + 1)));
  const head = `**${codemod}** (${kind}), ${toCode(file)}:${place.line}: ${escapeMarkdown(reason)}`;
  return `${head}\n\n${fence}diff\n${code}\n${fence}`;
}

function listSites(sites: readonly LeftSite[]): string {
  const items = sites
    .slice(0, mostSites)
    .map(({ file, place, reason }) => `- ${toCode(file)}:${place.line}:${place.column} ${escapeMarkdown(reason)}`);
  const rest = sites.length - items.length;
  const more = rest > 0 ? [`- … and ${formatNumber(rest)} more.`] : [];
  return [
    '<details>',
    `<summary>${formatCount(sites.length, 'site')}</summary>`,
    '',
    ...items,
    ...more,
    '',
    '</details>',
  ].join('\n');
}

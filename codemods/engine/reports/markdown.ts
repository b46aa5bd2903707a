import { escapeMarkdown, formatMarkdownTable, toCode } from './markdown-text.ts';
import { rankFiles, rankFolders, rankOutcomes, rankTellingRules } from './rankings.ts';
import { getShownFindings, groupByFile, type ReportView } from './report-view.ts';
import { describeGate, describeHandlers, describeSkipped, formatCount } from './wording.ts';

/** The report for a pull request or an issue. */
export function formatMarkdown(view: ReportView): string {
  const { result, gate, top } = view;
  const links = new Map(result.rules.map(({ name, url }) => [name, `[${name}](${url})`]));
  const blocks = [
    '# octollm audit',
    `**${formatCount(result.findings.length, 'finding')}** in ${formatCount(result.files.length, 'file')}, ${formatCount(result.lines, 'line')}.`,
    describeHandlers(result),
    describeSkipped(result),
    gate ? describeGate(gate).map(escapeMarkdown).join('\\\n') : '',
    ...section(`Could not be audited`, result.failures.length, () =>
      result.failures
        .map(({ file, line, column, reason }) => `- ${toCode(file)}:${line}:${column} ${escapeMarkdown(reason)}.`)
        .join('\n'),
    ),
    ...section('Rules', result.findings.length, () =>
      formatMarkdownTable(
        ['Rule', 'Findings', 'Files'],
        rankTellingRules(result).map((row) => [links.get(row.name) ?? row.name, row.findings, row.files]),
      ),
    ),
    ...section('Outcomes', result.findings.length, () =>
      formatMarkdownTable(
        ['Outcome', 'Findings', 'Files'],
        rankOutcomes(result).map((row) => [row.name, row.findings, row.files]),
      ),
    ),
    ...section('Folders', result.findings.length, () =>
      formatMarkdownTable(
        ['Folder', 'Findings', 'Files', 'Lines'],
        rankFolders(result)
          .slice(0, top)
          .map((row) => [toCode(row.folder), row.findings, row.files, row.lines]),
      ),
    ),
    ...section('Worst files', result.findings.length, () =>
      formatMarkdownTable(
        ['File', 'Findings', 'Lines'],
        rankFiles(result)
          .slice(0, top)
          .map((row) => [toCode(row.file), row.findings, row.lines]),
      ),
    ),
    ...section('Findings', view.hasFindings ? getShownFindings(view).length : 0, () => listFindings(view, links)),
  ];
  return `${blocks.filter((block) => block !== '').join('\n\n')}\n`;
}

function section(title: string, size: number, write: () => string): string[] {
  return size > 0 ? [`## ${title}`, write()] : [];
}

function listFindings(view: ReportView, links: ReadonlyMap<string, string>): string {
  return [...groupByFile(getShownFindings(view))]
    .map(([file, group]) => {
      const items = group.map(
        ({ line, column, message, rule }) =>
          `- ${line}:${column} ${escapeMarkdown(message)} ${links.get(rule) ?? rule}`,
      );
      return `### ${toCode(file)}\n\n${items.join('\n')}`;
    })
    .join('\n\n');
}

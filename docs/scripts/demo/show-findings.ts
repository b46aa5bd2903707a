import { relative } from 'node:path/posix';
import type { AuditReport } from './audit-report.ts';
import { chooseFindings, type ShownFinding } from './choose-findings.ts';
import { expandTabs, getCommonIndent } from './code-frame.ts';
import { lintFolder, type LintedFile } from './lint-service.ts';
import type { Screen } from './screen.ts';
import { formatNumber } from './wording.ts';

const gutterWidth = 10;

/** Lints the service with the plugin in ESLint and shows three findings as an editor would. */
export async function showFindings(screen: Screen, folder: string, report: AuditReport): Promise<void> {
  screen.line(screen.paint('bold', '2  Three of them as your editor shows them'));
  screen.line();
  const files = await lintFolder(folder);
  const same = countSameFindings(report, files);
  const total = formatNumber(report.summary.findings);
  screen.paragraph(
    same === report.summary.findings
      ? `ESLint with eslint-plugin-octollm reports the same ${total} findings at the same places.`
      : `ESLint with eslint-plugin-octollm reports ${formatNumber(same)} of the ${total} findings at the same places.`,
    3,
  );
  screen.line();
  for (const finding of chooseFindings(files, screen.width - gutterWidth)) showFinding(screen, finding, folder);
}

/** Counts the findings of the audit that ESLint reports with the same rule, range and message. */
export function countSameFindings(report: AuditReport, files: readonly LintedFile[]): number {
  const places = new Set(
    files.flatMap(({ file, messages }) =>
      messages.map(({ ruleId, line, column, endLine, endColumn, message }) =>
        [ruleId, file, line, column, endLine, endColumn, message].join('\n'),
      ),
    ),
  );
  return report.findings.filter(({ rule, file, line, column, endLine, endColumn, message }) =>
    places.has([`octollm/${rule}`, file, line, column, endLine, endColumn, message].join('\n')),
  ).length;
}

function showFinding(screen: Screen, finding: ShownFinding, folder: string): void {
  const { frame, changed, quickFixes } = finding;
  const indent = getCommonIndent(frame.map(({ text }) => text));
  const place = `${relative(folder, finding.file)}:${finding.line}:${finding.column}`;
  const fit = (text: string): string => cut(dedent(expandTabs(text), indent), screen.width - gutterWidth);
  screen.line(`   ${screen.paint('bold', finding.title)}  ${screen.paint('cyan', place)}`);
  for (const { number, text, squiggle } of frame) {
    screen.line(`${screen.paint('dim', `   ${String(number).padStart(4)} |`)} ${fit(text)}`.trimEnd());
    if (squiggle !== '')
      screen.line(`${screen.paint('dim', '        |')} ${screen.paint('red', fit(squiggle))}`.trimEnd());
  }
  screen.paragraph(`${finding.message} (${finding.rule})`, gutterWidth);
  const [first = '', ...others] = quickFixes;
  screen.paragraph(`Quick fix: ${first}`, gutterWidth, 'green');
  for (const { number, text } of changed)
    screen.line(screen.paint('green', `   ${String(number).padStart(4)} + ${fit(text)}`));
  if (others.length > 0) screen.paragraph(`Also offered: ${others.join(' ')}`, gutterWidth, 'dim');
  screen.line();
}

function dedent(text: string, indent: number): string {
  return text.slice(Math.min(indent, text.length - text.trimStart().length));
}

function cut(text: string, width: number): string {
  return text.length > width ? `${text.slice(0, width - 1)}…` : text;
}

import { getShownFindings, type ReportView } from './report-view.ts';
import { describeGate } from './wording.ts';

/** The report as workflow commands, which GitHub Actions turns into annotations on the lines of a pull request. */
export function formatGithub(view: ReportView): string {
  const lines = getShownFindings(view).map(({ severity, rule, message, file, line, column, endLine, endColumn }) =>
    command(severity, { file, line, endLine, col: column, endColumn, title: `octollm/${rule}` }, message),
  );
  for (const { file, line, column, reason } of view.result.failures)
    lines.push(command('error', { file, line, col: column, title: 'octollm' }, `Could not be audited: ${reason}.`));
  if (view.gate && !view.gate.isPassed)
    lines.push(command('error', { title: 'octollm' }, describeGate(view.gate).join('\n')));
  return lines.map((line) => `${line}\n`).join('');
}

function command(level: string, properties: Readonly<Record<string, string | number>>, message: string): string {
  const pairs = Object.entries(properties).map(([name, value]) => `${name}=${escapeProperty(String(value))}`);
  return `::${level} ${pairs.join(',')}::${escapeMessage(message)}`;
}

function escapeMessage(text: string): string {
  return text.replaceAll('%', '%25').replaceAll('\r', '%0D').replaceAll('\n', '%0A');
}

function escapeProperty(text: string): string {
  return escapeMessage(text).replaceAll(':', '%3A').replaceAll(',', '%2C');
}

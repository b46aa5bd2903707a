import type { AuditReport } from './audit-report.ts';
import { runAudit } from './run-audit.ts';
import type { Screen } from './screen.ts';
import { wrapText } from './wrap-text.ts';
import { formatNumber, formatSeconds, formatShare } from './wording.ts';

export const serviceName = 'orders-agent';
export const serviceFolder = 'docs/examples/orders-agent/src';

/** Audits the sloppy service with the real command and shows the counts. */
export async function auditService(screen: Screen): Promise<AuditReport> {
  screen.line(screen.paint('bold', `1  The audit of a service that a busy team left behind`));
  screen.line();
  screen.line(screen.paint('dim', `   $ octollm audit ${serviceFolder}`));
  const { report, milliseconds } = await runAudit(serviceFolder);
  const { files, lines, findings, byRule, handlers } = report.summary;
  screen.paragraph(
    `${formatNumber(findings)} findings in ${files} files, ${formatNumber(lines)} lines (${formatSeconds(milliseconds)}). ` +
      `${handlers.losing} of ${handlers.total} error handlers lose their error (${formatShare(handlers.losing, handlers.total)}).`,
    3,
  );
  screen.line();
  const descriptions = new Map(report.rules.map(({ name, description }) => [name, description]));
  for (const [rule, count] of Object.entries(byRule).filter(([, found]) => found > 0)) {
    const head = `   ${formatNumber(count).padStart(5)}  ${rule.padEnd(30)}`;
    const [first = '', ...others] = wrapText(descriptions.get(rule) ?? '', screen.width - head.length);
    screen.line(`${head}${screen.paint('dim', first)}`);
    for (const text of others) screen.line(`${' '.repeat(head.length)}${screen.paint('dim', text)}`);
  }
  screen.line();
  return report;
}

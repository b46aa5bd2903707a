import { join, relative, sep } from 'node:path';
import { getCorpusPackages, getPackageFolder, type CorpusPackage } from '../../../test/real-code/corpus.ts';
import { repository } from '../repository.ts';
import type { AuditReport } from './audit-report.ts';
import { runAudit } from './run-audit.ts';
import type { Screen } from './screen.ts';
import { formatNumber, formatSeconds } from './wording.ts';

export interface PackageAudit {
  readonly name: string;
  readonly version: string;
  readonly report: AuditReport;
}

/** Audits the TypeScript sources that ship inside npm packages which nobody here wrote. */
export async function auditRealCode(screen: Screen): Promise<PackageAudit[]> {
  screen.line(screen.paint('bold', '4  The same audit of real code that nobody here wrote'));
  screen.line();
  screen.paragraph('The TypeScript sources inside these npm packages, as published, without a setting:', 3);
  screen.line();
  const audits: PackageAudit[] = [];
  let milliseconds = 0;
  for (const entry of getCorpusPackages('demo')) {
    const { report, milliseconds: own } = await runAudit(getSourcePath(entry));
    audits.push({ name: entry.name, version: entry.version, report });
    milliseconds += own;
    showAudit(screen, `${entry.name} ${entry.version}`, report.summary.lines, own, report.failures.length);
  }
  const lines = audits.reduce((sum, { report }) => sum + report.summary.lines, 0);
  showAudit(screen, 'together', lines, milliseconds, 0);
  screen.line();
  return audits;
}

function getSourcePath(entry: CorpusPackage): string {
  return relative(repository, join(getPackageFolder(entry), entry.root))
    .split(sep)
    .join('/');
}

function showAudit(screen: Screen, name: string, lines: number, milliseconds: number, failures: number): void {
  const row = `   ${name.padEnd(30)}${formatNumber(lines).padStart(9)} lines${formatSeconds(milliseconds).padStart(9)}`;
  screen.line(failures > 0 ? `${row}   (${failures} files could not be audited)` : row);
}

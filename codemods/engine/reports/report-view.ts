import type { AuditResult } from '../audit/audit-result.ts';
import type { Finding } from '../audit/finding.ts';
import type { GateVerdict } from '../gate/gate.ts';

/** What a report is made of. */
export interface ReportView {
  readonly result: AuditResult;
  readonly gate: GateVerdict | undefined;
  readonly version: string;
  /** How many rows the tables of folders and files have at most. */
  readonly top: number;
  /** Whether a report for people lists each finding beside the sums. */
  readonly hasFindings: boolean;
  readonly hasColors: boolean;
  readonly cwd: string;
}

/** The findings worth a reader's time: all of them, or with a baseline those of files and rules that have grown. */
export function getShownFindings({ result, gate }: ReportView): readonly Finding[] {
  return gate?.baseline ? gate.baseline.findings : result.findings;
}

export function groupByFile(findings: readonly Finding[]): Map<string, Finding[]> {
  const groups = new Map<string, Finding[]>();
  for (const finding of findings) {
    const group = groups.get(finding.file);
    if (group) group.push(finding);
    else groups.set(finding.file, [finding]);
  }
  return groups;
}

import type { AuditResult } from '../audit/audit-result.ts';
import type { Failure, Finding } from '../audit/finding.ts';
import { rankFiles, rankFolders, rankHandlerKinds, rankOutcomes, rankRules, type RankedCount } from './rankings.ts';
import type { ReportView } from './report-view.ts';

/** Counted up whenever a field changes its meaning or goes away; new fields leave it as it is. */
const schemaVersion = 1;

/** The report for programs: the same input gives the same text, so it holds neither times nor absolute paths of its own. */
export function formatJson(view: ReportView): string {
  const { result, gate } = view;
  const report = {
    schemaVersion,
    tool: { name: 'octollm', version: view.version },
    paths: result.paths,
    preset: result.preset,
    summary: summarizeForJson(result, view.top),
    rules: result.rules,
    findings: result.findings.map(orderFinding),
    failures: result.failures.map(orderFailure),
    gate: gate
      ? {
          passed: gate.isPassed,
          counted: gate.counted,
          allowed: gate.allowed,
          baseline: gate.baseline && {
            path: gate.baseline.path,
            new: gate.baseline.fresh,
            gone: gate.baseline.gone,
            grown: gate.baseline.grown,
            shrunk: gate.baseline.shrunk,
          },
        }
      : null,
  };
  return `${JSON.stringify(report, null, 2)}\n`;
}

/** The fields in the order in which the guide shows them, however the finding came about. */
function orderFinding(finding: Finding): Finding {
  const { rule, severity, file, line, column, endLine, endColumn, message, messageId, handlerKind, outcome } = finding;
  const place = { file, line, column, endLine, endColumn };
  return { rule, severity, ...place, message, messageId, handlerKind, outcome, fingerprint: finding.fingerprint };
}

function orderFailure({ file, line, column, kind, reason }: Failure): Failure {
  return { file, line, column, kind, reason };
}

function summarizeForJson(result: AuditResult, top: number): object {
  const { handlers, skipped } = result;
  return {
    files: result.files.length,
    lines: result.lines,
    skipped,
    failures: result.failures.length,
    findings: result.findings.length,
    filesWithFindings: result.files.filter(({ findings }) => findings > 0).length,
    byRule: toCounts(rankRules(result)),
    byOutcome: toCounts(rankOutcomes(result)),
    byHandlerKind: toCounts(rankHandlerKinds(result)),
    byFolder: rankFolders(result),
    worstFiles: rankFiles(result).slice(0, top),
    handlers: {
      total: handlers.total,
      losing: handlers.losing,
      losingShare: handlers.total === 0 ? 0 : Number((handlers.losing / handlers.total).toFixed(4)),
      byFate: handlers.byFate,
      byKind: handlers.byKind,
    },
  };
}

function toCounts(ranking: readonly RankedCount[]): Record<string, number> {
  return Object.fromEntries(ranking.map(({ name, findings }) => [name, findings]));
}

import type { Log, Notification, ReportingDescriptor, Result } from 'sarif';
import type { AuditedRule } from '../audit/audit-result.ts';
import type { Failure, Finding } from '../audit/finding.ts';
import { locateArtifact } from './artifact-location.ts';
import type { ReportView } from './report-view.ts';
import { repository } from './repository.ts';

/** The report as SARIF 2.1.0, which code scanning of GitHub, GitLab and Azure DevOps reads. */
export function formatSarif(view: ReportView): string {
  const { result } = view;
  const indexes = new Map(result.rules.map(({ name }, index) => [name, index]));
  const log: Log = {
    version: '2.1.0',
    $schema: 'https://json.schemastore.org/sarif-2.1.0.json',
    runs: [
      {
        tool: {
          driver: {
            name: 'octollm',
            semanticVersion: view.version,
            informationUri: repository,
            rules: result.rules.map(describeRule),
          },
        },
        columnKind: 'utf16CodeUnits',
        invocations: [
          {
            executionSuccessful: result.failures.length === 0,
            toolExecutionNotifications: result.failures.map(describeFailure),
          },
        ],
        results: result.findings.map((finding) => describeFinding(finding, indexes.get(finding.rule) ?? -1)),
      },
    ],
  };
  return `${JSON.stringify(log, null, 2)}\n`;
}

function describeRule({ name, description, severity, url }: AuditedRule): ReportingDescriptor {
  return {
    id: `octollm/${name}`,
    shortDescription: { text: `${description}.` },
    helpUri: url,
    defaultConfiguration: { level: severity },
  };
}

function describeFinding(finding: Finding, ruleIndex: number): Result {
  const { line, column, endLine, endColumn } = finding;
  return {
    ruleId: `octollm/${finding.rule}`,
    ruleIndex,
    level: finding.severity,
    message: { text: finding.message },
    locations: [
      {
        physicalLocation: {
          artifactLocation: locateArtifact(finding.file),
          region: { startLine: line, startColumn: column, endLine, endColumn },
        },
      },
    ],
    partialFingerprints: { 'octollmFinding/v1': finding.fingerprint },
    properties: { handlerKind: finding.handlerKind, outcome: finding.outcome },
  };
}

function describeFailure({ file, line, column, kind, reason }: Failure): Notification {
  return {
    level: 'error',
    descriptor: { id: `octollm/${kind}` },
    message: { text: `${reason}.` },
    locations: [
      {
        physicalLocation: {
          artifactLocation: locateArtifact(file),
          region: { startLine: line, startColumn: column },
        },
      },
    ],
  };
}

import type { Log, Notification, ReportingDescriptor, Result } from 'sarif';
import type { MigratedFile, MigrationFailure, MigrationResult } from '../../migrate/migration-result.ts';
import type { Place } from '../../transform/transform-result.ts';
import { locateArtifact } from '../artifact-location.ts';
import { getCodemodPage, repository } from '../repository.ts';
import type { MigrationView } from './migration-view.ts';
import { createFix } from './sarif-fix.ts';

/**
 * The report as SARIF 2.1.0, for code scanning: what is to do. A preview has every change, and the first one of a file carries all
 * of them as its fix; after a run only the sites that were left are told, where they are now.
 */
export function formatSarif(result: MigrationResult, { version }: MigrationView): string {
  const isPreview = result.run === null;
  const log: Log = {
    version: '2.1.0',
    $schema: 'https://json.schemastore.org/sarif-2.1.0.json',
    runs: [
      {
        tool: {
          driver: {
            name: 'octollm',
            semanticVersion: version,
            informationUri: repository,
            rules: result.codemods.map(describeCodemod),
          },
        },
        columnKind: 'utf16CodeUnits',
        invocations: [
          {
            executionSuccessful: result.failures.length === 0,
            toolExecutionNotifications: result.failures.map(describeFailure),
          },
        ],
        results: result.files.flatMap((file) => [
          ...(isPreview ? describeChanges(file) : []),
          ...describeSites(file, isPreview),
        ]),
      },
    ],
  };
  return `${JSON.stringify(log, null, 2)}\n`;
}

function describeCodemod({ name, description }: MigrationResult['codemods'][number]): ReportingDescriptor {
  return {
    id: getRuleId(name),
    shortDescription: { text: description.endsWith('.') ? description : `${description}.` },
    helpUri: getCodemodPage(name),
    defaultConfiguration: { level: 'note' },
  };
}

function describeChanges({ file, before, after, applied, reverted }: MigratedFile): Result[] {
  if (reverted !== null) return [];
  return applied.map(({ codemod, kind, reason, place, applicability, confidence }, index) => ({
    ruleId: getRuleId(codemod),
    level: 'note',
    message: { text: reason },
    locations: [describeLocation(file, place)],
    ...(index === 0 && { fixes: [createFix(file, before ?? '', after)] }),
    properties: { kind, applicability, confidence },
  }));
}

function describeSites({ file, leftAlone }: MigratedFile, isPreview: boolean): Result[] {
  return leftAlone.map(({ codemod, kind, reason, cause, place, placeAfter }) => ({
    ruleId: getRuleId(codemod),
    level: cause === 'manual' ? 'warning' : 'note',
    message: { text: reason },
    locations: [describeLocation(file, isPreview ? place : placeAfter)],
    properties: { kind, leftAlone: cause },
  }));
}

function describeFailure({ file, line, column, kind, reason }: MigrationFailure): Notification {
  return {
    level: 'error',
    descriptor: { id: `octollm/${kind}` },
    message: { text: `${reason}.` },
    locations: [describeLocation(file, { line, column })],
  };
}

function describeLocation(file: string, { line, column }: Place): NonNullable<Result['locations']>[number] {
  return {
    physicalLocation: { artifactLocation: locateArtifact(file), region: { startLine: line, startColumn: column } },
  };
}

function getRuleId(codemod: string): string {
  return `octollm/migrate/${codemod}`;
}

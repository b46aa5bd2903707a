import type { MigratedFile, MigrationFailure, MigrationResult } from '../../migrate/migration-result.ts';
import type { AppliedChange, LeftAlone } from '../../transform/transform-result.ts';
import { listChanges, type MigrationView } from './migration-view.ts';
import { tallyCodemods, type Tally } from './tally.ts';

/** Counted up whenever a field changes its meaning or goes away; new fields leave it as it is. */
const schemaVersion = 1;

/** The report for programs: the same input gives the same text, so it holds neither times nor absolute paths of its own. */
export function formatJson(result: MigrationResult, { version }: MigrationView): string {
  const changes = listChanges(result);
  const report = {
    schemaVersion,
    tool: { name: 'octollm', version },
    paths: result.paths,
    run: result.run,
    summary: {
      filesSeen: result.filesSeen,
      filesChanged: new Set(changes.map(({ file }) => file)).size,
      changes: changes.length,
      failures: result.failures.length,
      skipped: result.skipped,
      byCodemod: Object.fromEntries(tallyCodemods(result).map((tally) => [tally.name, describeTally(tally)])),
    },
    codemods: result.codemods,
    files: result.files.map(describeFile),
    failures: result.failures.map(describeFailure),
    notices: result.notices,
    verification: result.verification,
  };
  return `${JSON.stringify(report, null, 2)}\n`;
}

function describeTally({ changes, files, left }: Tally): object {
  const { unsafe, unsure, manual, declined } = left;
  return { changes, files, leftAlone: { manual, unsafe, unsure, declined } };
}

function describeFile({ file, before, reverted, applied, leftAlone }: MigratedFile): object {
  return {
    file,
    isNew: before === null,
    reverted,
    changes: applied.map(describeChange),
    leftAlone: leftAlone.map(describeSite),
  };
}

/** The fields in one order, however the change came about. */
function describeChange({
  codemod,
  kind,
  applicability,
  confidence,
  reason,
  place,
  before,
  after,
}: AppliedChange): object {
  return { codemod, kind, applicability, confidence, reason, line: place.line, column: place.column, before, after };
}

function describeSite({ codemod, kind, cause, reason, place, placeAfter, text }: LeftAlone): object {
  const after = { lineAfter: placeAfter.line, columnAfter: placeAfter.column };
  return { codemod, kind, cause, reason, line: place.line, column: place.column, ...after, text };
}

function describeFailure({ file, line, column, kind, reason }: MigrationFailure): MigrationFailure {
  return { file, line, column, kind, reason };
}

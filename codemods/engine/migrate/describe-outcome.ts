import type { FileTask } from '../audit/file-record.ts';
import type { TransformOutcome } from '../transform/transform-text.ts';
import type { MigrationRecord } from './migration-record.ts';
import type { MigrationFailure } from './migration-result.ts';

/** Makes of what codemods did with a text the record of its file; undefined when they found nothing in it. */
export function describeOutcome(
  task: FileTask,
  before: string,
  outcome: TransformOutcome,
): MigrationRecord | undefined {
  if (outcome.status === 'unparsable') return fail(task, { kind: 'parse', ...outcome.problem });
  if (outcome.status === 'damaged') return fail(task, { kind: 'damage', reason: outcome.damage });
  const { text, applied, leftAlone } = outcome;
  if (applied.length === 0 && leftAlone.length === 0) return undefined;
  return { path: task.path, status: 'found', before, after: text, applied, leftAlone };
}

/** The record of a file that could not be worked on; without a line it is told at its first. */
export function fail(
  { path, file }: FileTask,
  failure: Pick<MigrationFailure, 'kind' | 'reason'> & Partial<Pick<MigrationFailure, 'line' | 'column'>>,
): MigrationRecord {
  return { path, status: 'failed', failure: { file, line: 1, column: 1, ...failure } };
}

/** The record of a file that a worker died over. */
export function giveUp(task: FileTask, death: string): MigrationRecord {
  return fail(task, { kind: 'crash', reason: `The worker died while it worked on this file: ${death}` });
}

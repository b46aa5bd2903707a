import { createRun, type IntendedFile } from './create-run.ts';
import { findRun } from './list-runs.ts';
import type { RunManifest } from './manifest.ts';
import { describeStop, moveFiles, removeTemporaries, type MoveOptions, type MoveReport } from './move-files.ts';
import { releaseRoom, writeState, type Run, type RunState } from './run.ts';

export interface RunReport extends MoveReport {
  readonly run: Run;
}

/** Writes files in one sweep, noted in the journal beforehand. */
export async function sweep(
  journal: string,
  files: readonly IntendedFile[],
  about: Pick<RunManifest, 'version' | 'command'>,
  options?: MoveOptions,
): Promise<RunReport> {
  return finish(createRun(journal, files, about), options);
}

/**
 * Finishes a sweep that was cut off; what somebody changed meanwhile is left alone.
 *
 * @param id name of the run, or the last one that was cut off
 * @throws InvalidInputError when there is no such run
 */
export async function resume(journal: string, id?: string, options?: MoveOptions): Promise<RunReport> {
  const run = findRun(journal, id, ['writing'], 'resume');
  removeTemporaries(run);
  return finish(run, options);
}

async function finish(run: Run, options?: MoveOptions): Promise<RunReport> {
  const report = await moveFiles(run, run.manifest.files, 'after', options);
  return { run, ...(report.stop === null ? noteState(report, run, 'written') : report) };
}

/**
 * Puts back what a run wrote and removes the files that it made; a file that somebody changed since is left alone.
 *
 * @param id name of the run, or the last one that is not undone
 * @throws InvalidInputError when there is no such run
 */
export async function undo(journal: string, id?: string, options?: MoveOptions): Promise<RunReport> {
  const run = findRun(journal, id, ['writing', 'written'], 'undo');
  releaseRoom(run);
  removeTemporaries(run);
  const report = await moveFiles(run, run.manifest.files.toReversed(), 'before', options);
  const isUndone = report.stop === null && report.left.length === 0;
  return { run, ...(isUndone ? noteState(report, run, 'undone') : report) };
}

/** Without the note the work counts as unfinished, and finishing it again does no harm. */
function noteState(report: MoveReport, run: Run, state: RunState): MoveReport {
  try {
    writeState(run, state);
    return report;
  } catch (cause) {
    return { ...report, stop: { reason: describeStop(run.folder, cause) } };
  }
}

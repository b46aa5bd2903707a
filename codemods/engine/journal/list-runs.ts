import { rmSync } from 'node:fs';
import { join } from 'node:path';
import { InvalidInputError, ResourceError } from '@octollm/errors/errors';
import { findNearestNames } from '../audit/nearest-names.ts';
import { listFolders } from './run-files.ts';
import { openRun, readState, type Run, type RunState } from './run.ts';

/** The runs of a journal, oldest first. */
export function listRuns(journal: string): Run[] {
  return listFolders(journal).flatMap((id) => openRun(journal, id) ?? []);
}

/**
 * The run of a name, or the last one of a state when no name is given.
 *
 * @throws InvalidInputError when there is none
 */
export function findRun(journal: string, id: string | undefined, states: readonly RunState[], task: string): Run {
  const runs = listRuns(journal);
  if (id === undefined) {
    const last = runs.findLast((run) => states.includes(readState(run)));
    if (last) return last;
    throw new InvalidInputError(`There is nothing to ${task}: the journal in \`${journal}\` holds no such run.`);
  }
  const named = runs.find((run) => run.id === id);
  if (!named) {
    const names = runs.map((run) => run.id);
    const near = findNearestNames(id, names);
    const hint =
      near.length > 0 ? `did you mean ${near.map((name) => `\`${name}\``).join(' or ')}?` : 'see `octollm list`.';
    throw new InvalidInputError(
      `Cannot ${task} the run \`${id}\`: the journal in \`${journal}\` holds no such run, ${hint}`,
    );
  }
  const state = readState(named);
  if (states.includes(state)) return named;
  throw new InvalidInputError(`Cannot ${task} the run \`${id}\`: ${stateReasons[state]}.`);
}

const stateReasons: Readonly<Record<RunState, string>> = {
  writing: 'it was not finished',
  written: 'it is finished already',
  undone: 'it is undone already',
};

/**
 * Makes sure that no earlier run hangs half-way, and clears away what one left that touched no file.
 *
 * @throws ResourceError that tells how to end the earlier run
 */
export function assertNoneUnfinished(journal: string): void {
  for (const id of listFolders(journal)) {
    const run = openRun(journal, id);
    if (!run) rmSync(join(journal, id), { recursive: true, force: true });
    else if (readState(run) === 'writing')
      throw new ResourceError(
        `An earlier run was cut off while it wrote: finish it with \`octollm resume ${id}\` or take it back with \`octollm undo ${id}\` first. No file was changed.`,
      );
  }
}

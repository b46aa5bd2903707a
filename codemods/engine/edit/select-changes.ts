import { doOverlap } from './apply-edits.ts';
import type { Change } from './change.ts';

export interface PlannedChange extends Change {
  /** Name of the codemod that planned it. */
  readonly codemod: string;
}

/** Changes that can be applied together, and those that have to wait for the next pass. */
export interface Selection {
  readonly accepted: readonly PlannedChange[];
  readonly deferred: readonly PlannedChange[];
}

/** Accepts changes in the order of the codemods; one whose edits touch those of an earlier one waits until it is applied. */
export function selectChanges(changes: readonly PlannedChange[]): Selection {
  const accepted: PlannedChange[] = [];
  const deferred: PlannedChange[] = [];
  for (const change of changes) {
    const isFree = !accepted.some((other) =>
      other.edits.some((edit) => change.edits.some((own) => doOverlap(edit, own))),
    );
    (isFree ? accepted : deferred).push(change);
  }
  return { accepted, deferred };
}

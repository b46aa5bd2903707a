import { posix } from 'node:path';
import type { MigrationResult } from '../../migrate/migration-result.ts';
import type { LeftAlone } from '../../transform/transform-result.ts';
import { listChanges, listLeftSites } from './migration-view.ts';

/** What happened under one name: that of a codemod, or of a folder. */
export interface Tally {
  readonly name: string;
  /** Changes that stand. */
  readonly changes: number;
  readonly left: Readonly<Record<LeftAlone['cause'], number>>;
  /** Files with a change that stands. */
  readonly files: number;
}

/** Counts by codemod, in the order in which they ran; one that found nothing is told as well. */
export function tallyCodemods(result: MigrationResult): Tally[] {
  return tally(
    result,
    result.codemods.map(({ name }) => name),
    ({ codemod }) => codemod,
  );
}

/** Counts by folder, most changes first. */
export function tallyFolders(result: MigrationResult): Tally[] {
  const tallies = tally(result, [], ({ file }) => posix.dirname(file));
  return tallies.sort((first, second) => second.changes - first.changes || countLeft(second) - countLeft(first));
}

export function countLeft({ left }: Tally): number {
  return left.manual + left.unsafe + left.unsure + left.declined;
}

interface Counts {
  changes: number;
  readonly left: Record<LeftAlone['cause'], number>;
  readonly files: Set<string>;
}

function tally(
  result: MigrationResult,
  names: readonly string[],
  getName: (site: { readonly codemod: string; readonly file: string }) => string,
): Tally[] {
  const groups = new Map<string, Counts>();
  const getCounts = (name: string): Counts => {
    const counts = groups.get(name) ?? { changes: 0, left: createLeft(), files: new Set() };
    groups.set(name, counts);
    return counts;
  };
  names.forEach(getCounts);
  for (const change of listChanges(result)) {
    const counts = getCounts(getName(change));
    counts.changes++;
    counts.files.add(change.file);
  }
  for (const site of listLeftSites(result)) getCounts(getName(site)).left[site.cause]++;
  return [...groups].map(([name, { changes, left, files }]) => ({ name, changes, left, files: files.size }));
}

function createLeft(): Counts['left'] {
  return { manual: 0, unsafe: 0, unsure: 0, declined: 0 };
}

import type { ContentSkip, FileTask } from '../audit/file-record.ts';
import { compareText } from '../host/report.ts';
import type { AppliedChange, LeftAlone, Place } from '../transform/transform-result.ts';
import { createLineMap, type LineMap } from './line-map.ts';
import type { MigrationRecord } from './migration-record.ts';
import type { MigratedFile, MigrationFailure } from './migration-result.ts';

/** Keeps what the stages found, file by file; lines are led back to the files as they are on the disk. */
export interface FileLedger {
  /** Notes what a stage found in a file. */
  readonly add: (record: MigrationRecord) => void;
  /** Notes a file to make. */
  readonly addNew: (path: string, text: string) => void;
  /** What the stages so far made of the files that they changed, by absolute path. */
  readonly texts: ReadonlyMap<string, string>;
  readonly skipped: Readonly<Record<string, number>>;
  /** A change of what the stages so far made of a file, with its place in the file as it is on the disk. */
  readonly locate: (path: string, change: AppliedChange) => AppliedChange;
  /** In the order of their paths. */
  readonly listFiles: () => MigratedFile[];
  readonly listFailures: () => MigrationFailure[];
}

type Found = Extract<MigrationRecord, { readonly status: 'found' }>;

/** @param show the path of a file as reports show it */
export function createFileLedger(tasks: readonly FileTask[], show: (path: string) => string): FileLedger {
  const names = new Map(tasks.map(({ path, file }) => [path, file]));
  const found = new Map<string, Found>();
  const made = new Map<string, string>();
  const texts = new Map<string, string>();
  const failures = new Map<string, MigrationFailure>();
  const skipped = new Map<string, ContentSkip>();
  return {
    texts,
    add: (record) => {
      if (record.status === 'failed') failures.set(`${record.path}\0${record.failure.kind}`, record.failure);
      else if (record.status === 'skipped') skipped.set(record.path, record.skip);
      else {
        const earlier = found.get(record.path);
        found.set(record.path, earlier ? joinStages(earlier, record) : record);
        if (record.after !== record.before) texts.set(record.path, record.after);
      }
    },
    addNew: (path, text) => {
      made.set(path, text);
      texts.set(path, text);
    },
    get skipped() {
      const counts: Record<string, number> = {};
      for (const reason of skipped.values()) counts[reason] = (counts[reason] ?? 0) + 1;
      return counts;
    },
    locate: (path, change) => {
      const earlier = found.get(path);
      return earlier ? withPlace(change, createLineMap(earlier.after, earlier.before)) : change;
    },
    listFiles: () =>
      [
        ...[...found.values()].map((record): MigratedFile =>
          toMigratedFile(record, names.get(record.path) ?? record.path),
        ),
        ...[...made].map(([path, text]) => createNewFile(path, show(path), text)),
      ].sort((first, second) => compareText(first.file, second.file)),
    listFailures: () => [...failures.values()].sort((first, second) => compareText(first.file, second.file)),
  };
}

/** Makes one record of what two stages found: the second one worked on what the first had made. */
function joinStages(first: Found, second: Found): Found {
  const back = createLineMap(first.after, first.before);
  const forth = createLineMap(second.before, second.after);
  return {
    ...first,
    after: second.after,
    applied: [...first.applied, ...second.applied.map((change) => withPlace(change, back))],
    leftAlone: [
      ...first.leftAlone.map((site) => ({ ...site, placeAfter: move(site.placeAfter, forth) })),
      ...second.leftAlone.map((site) => withPlace(site, back)),
    ],
  };
}

function withPlace<Site extends AppliedChange | LeftAlone>(site: Site, map: LineMap): Site {
  return { ...site, place: move(site.place, map) };
}

function move({ line, column }: Place, map: LineMap): Place {
  return { line: map(line), column };
}

function toMigratedFile({ path, before, after, applied, leftAlone }: Found, file: string): MigratedFile {
  return { path, file, before, after, applied, leftAlone, reverted: null };
}

function createNewFile(path: string, file: string, text: string): MigratedFile {
  return { path, file, before: null, after: text, applied: [], leftAlone: [], reverted: null };
}

import { compareText } from '../host/report.ts';
import type { AuditResult, FileTally, FolderTally, HandlerTotals, SkipReason } from './audit-result.ts';
import type { FileRecord, FileTask } from './file-record.ts';
import type { Finding } from './finding.ts';
import { handlerFates, losingFates, type HandlerCounts, type HandlerFate } from './handler-counts.ts';

type AuditedRecord = Extract<FileRecord, { status: 'audited' }>;

export type RecordSummary = Pick<
  AuditResult,
  'files' | 'lines' | 'skipped' | 'folders' | 'handlers' | 'findings' | 'failures'
>;

/** Adds the records of all files up; the result does not depend on the order in which workers finished. */
export function summarize(
  tasks: readonly FileTask[],
  records: readonly FileRecord[],
  skippedPaths: Readonly<Partial<Record<SkipReason, number>>>,
): RecordSummary {
  const sorted = [...records].sort((first, second) => compareText(first.file, second.file));
  const audited = sorted.filter((record): record is AuditedRecord => record.status === 'audited');
  const files = audited.map(({ file, lines, findings }): FileTally => ({ file, lines, findings: findings.length }));
  const skipped: Record<SkipReason, number> = {
    tests: 0,
    generated: 0,
    declarations: 0,
    minified: 0,
    vendored: 0,
    large: 0,
    ...skippedPaths,
  };
  for (const record of sorted) if (record.status === 'skipped') skipped[record.skip]++;
  return {
    files,
    lines: files.reduce((sum, { lines }) => sum + lines, 0),
    skipped,
    folders: tallyFolders(tasks, files),
    handlers: addHandlers(audited.map(({ handlers }) => handlers)),
    findings: audited.flatMap(({ findings }): readonly Finding[] => findings),
    failures: sorted.flatMap((record) => (record.status === 'failed' ? [record.failure] : [])),
  };
}

function tallyFolders(tasks: readonly FileTask[], files: readonly FileTally[]): FolderTally[] {
  const roots = new Map(tasks.map(({ file, root }) => [file, root]));
  const folders = new Map<string, FolderTally>();
  for (const { file, lines, findings } of files) {
    const folder = getFolder(file, roots.get(file) ?? '.');
    const tally = folders.get(folder) ?? { folder, files: 0, lines: 0, findings: 0 };
    folders.set(folder, {
      folder,
      files: tally.files + 1,
      lines: tally.lines + lines,
      findings: tally.findings + findings,
    });
  }
  return [...folders.values()].sort((first, second) => compareText(first.folder, second.folder));
}

/** The folder of a file, cut off two levels below the audited path. */
function getFolder(file: string, root: string): string {
  const base = root === '.' ? '' : `${root.replace(/\/$/, '')}/`;
  const below = file.slice(base.length).split('/').slice(0, -1).slice(0, 2);
  return [...(root === '.' && below.length > 0 ? [] : [root.replace(/(?<=.)\/$/, '')]), ...below].join('/');
}

function addHandlers(counts: readonly HandlerCounts[]): HandlerTotals {
  const byKind: HandlerCounts = {};
  const byFate = Object.fromEntries(handlerFates.map((fate) => [fate, 0])) as Record<HandlerFate, number>;
  let total = 0;
  for (const kinds of counts)
    for (const [kind, fates] of Object.entries(kinds))
      for (const fate of handlerFates) {
        const count = fates[fate] ?? 0;
        if (count === 0) continue;
        const sums = (byKind[kind] ??= {});
        sums[fate] = (sums[fate] ?? 0) + count;
        byFate[fate] += count;
        total += count;
      }
  const losing = losingFates.reduce((sum, fate) => sum + byFate[fate], 0);
  return { total, losing, byFate, byKind: sortKeys(byKind) };
}

function sortKeys(counts: HandlerCounts): HandlerCounts {
  return Object.fromEntries(Object.entries(counts).sort(([first], [second]) => compareText(first, second)));
}

import type { AuditResult, FileTally, FolderTally } from '../audit/audit-result.ts';
import { compareText } from '../host/report.ts';

export interface RankedCount {
  readonly name: string;
  readonly findings: number;
  readonly files: number;
}

/** Counts the findings of each rule that ran, most first; a rule that found nothing is told as well. */
export function rankRules(result: AuditResult): RankedCount[] {
  return rank(
    result,
    result.rules.map(({ name }) => name),
    ({ rule }) => rule,
  );
}

/** The same for people, who need no row for each rule that found nothing. */
export function rankTellingRules(result: AuditResult): RankedCount[] {
  return rankRules(result).filter(({ findings }) => findings > 0);
}

/** Counts the findings by what becomes of the error, most first. */
export function rankOutcomes(result: AuditResult): RankedCount[] {
  return rank(result, [], ({ outcome }) => outcome ?? 'none');
}

/** Counts the findings by what receives the error, most first. */
export function rankHandlerKinds(result: AuditResult): RankedCount[] {
  return rank(result, [], ({ handlerKind }) => handlerKind ?? 'none');
}

export function rankFolders(result: AuditResult): FolderTally[] {
  return result.folders
    .filter(({ findings }) => findings > 0)
    .sort((first, second) => second.findings - first.findings || compareText(first.folder, second.folder));
}

export function rankFiles(result: AuditResult): FileTally[] {
  return result.files
    .filter(({ findings }) => findings > 0)
    .sort((first, second) => second.findings - first.findings || compareText(first.file, second.file));
}

function rank(
  result: AuditResult,
  names: readonly string[],
  getName: (finding: AuditResult['findings'][number]) => string,
): RankedCount[] {
  const groups = new Map(names.map((name) => [name, { findings: 0, files: new Set<string>() }]));
  for (const finding of result.findings) {
    const name = getName(finding);
    const group = groups.get(name) ?? { findings: 0, files: new Set<string>() };
    groups.set(name, group);
    group.findings++;
    group.files.add(finding.file);
  }
  return [...groups]
    .map(([name, { findings, files }]) => ({ name, findings, files: files.size }))
    .sort((first, second) => second.findings - first.findings || compareText(first.name, second.name));
}

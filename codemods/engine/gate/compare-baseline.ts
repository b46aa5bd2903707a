import { relative, resolve, sep } from 'node:path';
import type { AuditResult } from '../audit/audit-result.ts';
import type { Finding } from '../audit/finding.ts';
import { countFindings, toBaselinePath, type BaselineCounts } from './baseline.ts';

/** One file and rule with other counts than the baseline has. */
export interface BaselineChange {
  readonly file: string;
  readonly rule: string;
  readonly allowed: number;
  readonly found: number;
}

export interface BaselineComparison {
  /** More findings than the baseline allows. */
  readonly grown: readonly BaselineChange[];
  /** Fewer findings than the baseline allows: it can shrink. */
  readonly shrunk: readonly BaselineChange[];
  /** How many findings are new. */
  readonly fresh: number;
  /** How many findings of the baseline are gone. */
  readonly gone: number;
}

/** Compares an audit with a baseline, over the paths and rules that the audit has looked at. */
export function compareWithBaseline(
  result: AuditResult,
  baseline: BaselineCounts,
  cwd: string,
  path: string,
): BaselineComparison {
  const counts = countFindings(result, cwd, path);
  const isInScope = createScope(result, cwd, path);
  const changes: BaselineChange[] = [];
  for (const file of new Set([...Object.keys(counts), ...Object.keys(baseline)]))
    for (const rule of new Set([...Object.keys(counts[file] ?? {}), ...Object.keys(baseline[file] ?? {})])) {
      if (!isInScope(file, rule)) continue;
      const allowed = baseline[file]?.[rule] ?? 0;
      const found = counts[file]?.[rule] ?? 0;
      if (found !== allowed) changes.push({ file, rule, allowed, found });
    }
  const grown = changes.filter(({ allowed, found }) => found > allowed);
  const shrunk = changes.filter(({ allowed, found }) => found < allowed);
  return { grown, shrunk, fresh: addUp(grown), gone: addUp(shrunk) };
}

/** The baseline after an audit: its counts for what it has looked at, the old ones for everything else. */
export function updateBaseline(
  result: AuditResult,
  baseline: BaselineCounts,
  cwd: string,
  path: string,
): BaselineCounts {
  const isInScope = createScope(result, cwd, path);
  const updated: Record<string, Record<string, number>> = {};
  for (const [file, rules] of Object.entries(baseline))
    for (const [rule, count] of Object.entries(rules)) if (!isInScope(file, rule)) (updated[file] ??= {})[rule] = count;
  for (const [file, rules] of Object.entries(countFindings(result, cwd, path)))
    updated[file] = { ...updated[file], ...rules };
  return updated;
}

/** Which findings are new: those of a file and rule with more than the baseline allows. */
export function selectFresh(result: AuditResult, comparison: BaselineComparison, cwd: string, path: string): Finding[] {
  const grown = new Set(comparison.grown.map(({ file, rule }) => `${rule}\n${file}`));
  return result.findings.filter(({ file, rule }) => grown.has(`${rule}\n${toBaselinePath(file, cwd, path)}`));
}

/** A file that could not be read keeps what it had; a file that is gone counts, when its folder was audited. */
function createScope(result: AuditResult, cwd: string, path: string): (file: string, rule: string) => boolean {
  const rules = new Set(result.rules.map(({ name }) => name));
  const failed = new Set(result.failures.map(({ file }) => toBaselinePath(file, cwd, path)));
  const folder = resolve(cwd, path, '..');
  const roots = result.paths.map((root) => resolve(cwd, root));
  return (file, rule) => {
    if (!rules.has(rule) || failed.has(file)) return false;
    return roots.some((root) => !relative(root, resolve(folder, file)).split(sep).includes('..'));
  };
}

function addUp(changes: readonly BaselineChange[]): number {
  return changes.reduce((sum, { allowed, found }) => sum + Math.abs(found - allowed), 0);
}

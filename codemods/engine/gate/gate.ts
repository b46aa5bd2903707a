import type { AuditResult } from '../audit/audit-result.ts';
import type { Finding } from '../audit/finding.ts';
import { compareWithBaseline, selectFresh, type BaselineComparison } from './compare-baseline.ts';
import type { BaselineCounts } from './baseline.ts';

export interface GateOptions {
  readonly cwd: string;
  readonly maxFindings?: number | undefined;
  readonly baseline?: { readonly path: string; readonly counts: BaselineCounts } | undefined;
}

/** What the gate of a CI says to an audit. */
export interface GateVerdict {
  readonly isPassed: boolean;
  /** How many findings count: all of them, or with a baseline the new ones. */
  readonly counted: number;
  readonly allowed: number;
  readonly baseline: (BaselineComparison & { readonly path: string; readonly findings: readonly Finding[] }) | null;
}

/** Judges an audit by `--max-findings` and `--baseline`; undefined when neither is given, as then everything passes. */
export function judge(result: AuditResult, options: GateOptions): GateVerdict | undefined {
  const { baseline, cwd, maxFindings } = options;
  if (!baseline) {
    if (maxFindings === undefined) return undefined;
    const counted = result.findings.length;
    return { isPassed: counted <= maxFindings, counted, allowed: maxFindings, baseline: null };
  }
  const comparison = compareWithBaseline(result, baseline.counts, cwd, baseline.path);
  const allowed = maxFindings ?? 0;
  return {
    isPassed: comparison.fresh <= allowed,
    counted: comparison.fresh,
    allowed,
    baseline: {
      ...comparison,
      path: baseline.path,
      findings: selectFresh(result, comparison, cwd, baseline.path),
    },
  };
}

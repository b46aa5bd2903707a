import type { HandlerCounts, HandlerFate } from './handler-counts.ts';
import type { Failure, Finding } from './finding.ts';

export interface AuditedRule {
  readonly name: string;
  readonly severity: 'error' | 'warning';
  readonly description: string;
  readonly url: string;
}

/** How much a file or a folder holds. */
export interface Tally {
  readonly lines: number;
  readonly findings: number;
}

export interface FileTally extends Tally {
  readonly file: string;
}

export interface FolderTally extends Tally {
  /** At most two levels below the audited path. */
  readonly folder: string;
  readonly files: number;
}

export interface HandlerTotals {
  readonly total: number;
  /** Handlers after which nothing of the error is left. */
  readonly losing: number;
  readonly byFate: Readonly<Record<HandlerFate, number>>;
  readonly byKind: HandlerCounts;
}

export type SkipReason = 'tests' | 'generated' | 'declarations' | 'minified' | 'vendored' | 'large';

/** All that an audit found out; reports show parts of it. */
export interface AuditResult {
  readonly paths: readonly string[];
  readonly preset: string | null;
  readonly rules: readonly AuditedRule[];
  readonly files: readonly FileTally[];
  readonly lines: number;
  readonly skipped: Readonly<Record<SkipReason, number>>;
  readonly folders: readonly FolderTally[];
  readonly handlers: HandlerTotals;
  /** In the order of files, lines and columns. */
  readonly findings: readonly Finding[];
  readonly failures: readonly Failure[];
}

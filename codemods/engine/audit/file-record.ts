import type { Failure, Finding } from './finding.ts';
import type { HandlerCounts } from './handler-counts.ts';

/** A file that the audit is to read. */
export interface FileTask {
  readonly path: string;
  /** The path as reports show it. */
  readonly file: string;
  /** The audited path under which it was found. */
  readonly root: string;
  /** Named on the command line: then it is audited whatever it looks like. */
  readonly isExplicit: boolean;
  readonly size: number;
}

export type ContentSkip = 'generated' | 'minified';

/** What the audit of one file came to. */
export type FileRecord =
  | {
      readonly file: string;
      readonly status: 'audited';
      readonly lines: number;
      readonly findings: readonly Finding[];
      readonly handlers: HandlerCounts;
    }
  | { readonly file: string; readonly status: 'skipped'; readonly skip: ContentSkip }
  | { readonly file: string; readonly status: 'failed'; readonly failure: Failure };

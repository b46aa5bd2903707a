import type { ContentSkip, FileTask } from '../audit/file-record.ts';
import type { AppliedChange, LeftAlone } from '../transform/transform-result.ts';
import type { MigrationFailure } from './migration-result.ts';

/** A file that the codemods of syntax are to work on. */
export interface MigrationTask extends FileTask {
  /** What an earlier stage made of it; what is on the disk when left out. */
  readonly text?: string;
}

/** What the codemods of one stage found in a file; most files hold nothing and have no record. */
export type MigrationRecord =
  | {
      readonly path: string;
      readonly status: 'found';
      readonly before: string;
      readonly after: string;
      readonly applied: readonly AppliedChange[];
      readonly leftAlone: readonly LeftAlone[];
    }
  | { readonly path: string; readonly status: 'skipped'; readonly skip: ContentSkip }
  | { readonly path: string; readonly status: 'failed'; readonly failure: MigrationFailure };

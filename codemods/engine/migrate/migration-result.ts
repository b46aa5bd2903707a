import type { AppliedChange, LeftAlone } from '../transform/transform-result.ts';

/** What a migration did to one file, or would do. */
export interface MigratedFile {
  /** Absolute. */
  readonly path: string;
  /** As reports show it: relative to the working directory, with forward slashes. */
  readonly file: string;
  /** Null for a file that the migration makes. */
  readonly before: string | null;
  /** Equal to `before` where only sites were left alone. */
  readonly after: string;
  readonly applied: readonly AppliedChange[];
  readonly leftAlone: readonly LeftAlone[];
  /** Why its changes were taken back, such as the type errors that they led to; null when they stand. */
  readonly reverted: string | null;
}

/** A file that no codemod could work on, and why. */
export interface MigrationFailure {
  readonly file: string;
  readonly line: number;
  readonly column: number;
  /** `damage`: the result would not have parsed or lost a comment; `crash`: a codemod or its worker broke down. */
  readonly kind: 'read' | 'parse' | 'damage' | 'crash' | 'write' | 'changed';
  readonly reason: string;
}

/** What a migration did, or would do. */
export interface MigrationResult {
  /** What the command line named. */
  readonly paths: readonly string[];
  readonly codemods: readonly {
    readonly name: string;
    readonly description: string;
    readonly rules: readonly string[];
  }[];
  /** Files with changes or sites left alone, in the order of their paths. */
  readonly files: readonly MigratedFile[];
  readonly failures: readonly MigrationFailure[];
  /** How many files were looked at, and how many were left out for which reason. */
  readonly filesSeen: number;
  readonly skipped: Readonly<Record<string, number>>;
  /** Name of the run in the journal; null for a preview. */
  readonly run: string | null;
  /** What the user has to know or to do, each in one sentence: a package to install, a type check that is not there. */
  readonly notices: readonly string[];
  /** What the project's own type check said; null without `--verify`. */
  readonly verification: Verification | null;
}

/** The type check of the project before and after. */
export interface Verification {
  readonly command: string;
  readonly errorsBefore: number;
  readonly errorsAfter: number;
  /** Files whose changes were taken back because they led to new errors. */
  readonly reverted: readonly { readonly file: string; readonly errors: readonly string[] }[];
  /** New errors that remain although everything suspicious was taken back. */
  readonly remaining: readonly string[];
}

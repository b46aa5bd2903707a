/** The part of `octollm migrate --report FILE.json` that the demo reads. */
export interface MigrationReport {
  readonly schemaVersion: 1;
  readonly summary: {
    readonly filesSeen: number;
    readonly filesChanged: number;
    readonly changes: number;
    readonly byCodemod: Readonly<Record<string, CodemodTally>>;
  };
  readonly codemods: readonly { readonly name: string; readonly rules: readonly string[] }[];
  readonly files: readonly MigratedFile[];
  readonly verification: { readonly errorsBefore: number; readonly errorsAfter: number } | null;
}

interface CodemodTally {
  readonly changes: number;
  readonly files: number;
}

export interface MigratedFile {
  readonly file: string;
  readonly changes: readonly { readonly codemod: string }[];
  readonly leftAlone: readonly SiteLeft[];
}

export interface SiteLeft {
  readonly codemod: string;
  readonly reason: string;
  readonly lineAfter: number;
}

import type { Failure, Finding, HandlerTotals } from '@octollm/codemods';

/** The part of `octollm audit --format json` that the demo reads. */
export interface AuditReport {
  readonly schemaVersion: 1;
  readonly summary: {
    readonly files: number;
    readonly lines: number;
    readonly findings: number;
    readonly byRule: Readonly<Record<string, number>>;
    readonly handlers: Pick<HandlerTotals, 'total' | 'losing'>;
  };
  readonly rules: readonly { readonly name: string; readonly description: string }[];
  readonly findings: readonly Finding[];
  readonly failures: readonly Failure[];
}

import type { RulePlan } from '../host/rule-plan.ts';
import type { FileRecord, FileTask } from '../audit/file-record.ts';

/** What a worker needs to know before its first file; plain data, since it crosses to another process. */
export interface WorkerSetup {
  readonly plan: RulePlan;
  readonly settingsInput: object;
  readonly cwd: string;
  readonly includeGenerated: boolean;
}

export type ToWorker =
  | { readonly type: 'setup'; readonly setup: WorkerSetup }
  | { readonly type: 'batch'; readonly tasks: readonly FileTask[] };

/** The records of a batch come together, one a file: a message for each would cost more than reading a small file. */
export type FromWorker =
  { readonly type: 'ready' } | { readonly type: 'records'; readonly records: readonly FileRecord[] };

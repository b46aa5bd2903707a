import { readSettings } from '../audit/read-settings.ts';
import { filesWorthSharing, getDefaultJobs } from '../pool/pool-size.ts';
import { runPool } from '../pool/run-pool.ts';
import type { WorkerReserve } from '../pool/worker-reserve.ts';
import type { OptionsByCodemod } from '../transform/codemod-options.ts';
import type { SyntaxCodemod } from '../transform/codemod.ts';
import { createAnswersOnDemand } from '../../typed/answers-on-demand.ts';
import type { FileDecide, Permission } from './decide.ts';
import { giveUp } from './describe-outcome.ts';
import type { MigrationRecord, MigrationTask } from './migration-record.ts';

/** Runs codemods of syntax over files, wherever it does so, and hands on a record for each file that has one. */
export type SyntaxRunner = (
  tasks: readonly MigrationTask[],
  codemods: readonly SyntaxCodemod[],
  onRecord: (record: MigrationRecord) => void,
) => Promise<void>;

/** What a worker of a migration needs to know before its first file. */
export interface MigrationWorkerSetup {
  /** Names of the codemods, in their order. */
  readonly codemods: readonly string[];
  readonly settingsInput: object;
  readonly options: OptionsByCodemod;
  readonly cwd: string;
  readonly includeGenerated: boolean;
  readonly permission: Permission;
}

export interface SyntaxRunnerOptions extends Omit<MigrationWorkerSetup, 'codemods'> {
  readonly decide: FileDecide;
  /** Whether a person decides, who can be asked in this process only. */
  readonly isReviewed: boolean;
  readonly jobs?: number | undefined;
  readonly onDone: (files: number) => void;
  readonly reserve: MigrationReserve;
}

/** The workers of a migration. */
export type MigrationReserve = WorkerReserve<MigrationTask, MigrationWorkerSetup, MigrationRecord>;

/** A text that is shorter cannot nest so deeply that the parser overflows its stack, and takes this process with it. */
const harmlessBytes = 20_000;

/** Makes the runner of a migration: few small files are worked on right here, more of them in processes of their own. */
export function createSyntaxRunner(options: SyntaxRunnerOptions): SyntaxRunner {
  return async (tasks, codemods, onRecord) => {
    const isLight = options.jobs === undefined && isWorthNoProcess(tasks);
    if (options.isReviewed || isLight) return runHere(tasks, codemods, onRecord, options);
    const { settingsInput, permission, cwd, includeGenerated } = options;
    const names = codemods.map(({ name }) => name);
    await runPool(tasks, {
      purpose: 'the migration',
      reserve: options.reserve,
      jobs: options.jobs ?? getDefaultJobs(tasks.length),
      setup: { codemods: names, settingsInput, options: options.options, cwd, includeGenerated, permission },
      onRecord,
      onDone: options.onDone,
      giveUp,
    });
  };
}

function isWorthNoProcess(tasks: readonly MigrationTask[]): boolean {
  return tasks.length < filesWorthSharing && tasks.every(({ size }) => size <= harmlessBytes);
}

async function runHere(
  tasks: readonly MigrationTask[],
  codemods: readonly SyntaxCodemod[],
  onRecord: (record: MigrationRecord) => void,
  options: SyntaxRunnerOptions,
): Promise<void> {
  // It brings the parser along, which this process needs only where it does the work itself.
  const { migrateFile } = await import('./migrate-file.ts');
  const { answers, serve } = createAnswersOnDemand();
  const setup = { ...options, codemods, answers, settings: readSettings(options.settingsInput) };
  for (const task of tasks) {
    const record = await serve(() => migrateFile(task, setup));
    if (record) onRecord(record);
    options.onDone(1);
  }
}

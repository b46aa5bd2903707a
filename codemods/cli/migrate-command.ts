import { dirname } from 'node:path';
import type { Command } from 'commander';
import { InvalidInputError } from '@octollm/errors/errors';
import { assertNoneUnfinished } from '../engine/journal/list-runs.ts';
import { lockJournal } from '../engine/journal/lock.ts';
import { findJournal } from '../engine/journal/run-files.ts';
import { decideByPermission } from '../engine/migrate/decide.ts';
import type { MigrationRequest } from '../engine/migrate/migrate.ts';
import type { MigrationResult } from '../engine/migrate/migration-result.ts';
import { confirmDirty } from './confirm-dirty.ts';
import { exitCodes, type ExitCode } from './exit-codes.ts';
import { hearInterruption, type Interruption } from './interruption.ts';
import { describeMigrateCommand, type MigrateOptions } from './migrate-options.ts';
import { createProgress } from './progress.ts';
import { readConfig, type LoadedConfig } from './read-config.ts';
import { readSettingsInput } from './read-settings-input.ts';
import { getReportForms, writeReports } from './migration-reports.ts';
import type { Terminal } from './terminal.ts';

/** The codemod that can be given a plan to follow. */
const planned = 'inject-resilience';

export type PlanMigration = (request: MigrationRequest) => Promise<MigrationResult>;

/** What `octollm migrate` works with. */
export interface MigrateTools {
  readonly terminal: Terminal;
  readonly planMigration: PlanMigration;
  /** The command line behind `octollm`, for the journal. */
  readonly commandLine: readonly string[];
}

/** Builds `octollm migrate`. */
export function createMigrateCommand(tools: MigrateTools, onExit: (code: ExitCode) => void): Command {
  return describeMigrateCommand().action(async (paths: string[], options: MigrateOptions) => {
    const interruption = hearInterruption();
    try {
      onExit(await runMigrate(paths, options, tools, interruption));
    } finally {
      interruption.dispose();
    }
  });
}

async function runMigrate(
  paths: readonly string[],
  options: MigrateOptions,
  tools: MigrateTools,
  interruption: Interruption,
): Promise<ExitCode> {
  const { terminal } = tools;
  assertFitting(options);
  // What can only fail is tried before the work, not after it.
  const forms = getReportForms(options, terminal);
  const config = await readConfig(terminal.cwd, options.config);
  const request = createRequest(paths, options, config, terminal);
  if (!options.write) {
    const result = await interruption.unlessInterrupted(planFormatted(request, options, config, tools));
    await writeReports(result, forms, options, terminal);
    return getExitCode(result, options);
  }
  const journal = findJournal(terminal.cwd);
  if (!options.allowDirty) await confirmDirty(paths, terminal);
  const { describeStop, writePlanned } = await import('./write-planned.ts');
  const unlock = lockJournal(journal);
  try {
    assertNoneUnfinished(journal);
    const result = await interruption.unlessInterrupted(planFormatted(request, options, config, tools));
    const written = await writePlanned(result, { journal, options, config, tools, interruption });
    await writeReports(written.result, forms, options, terminal);
    if (written.stop === null) return getExitCode(written.result, options);
    terminal.stderr.write(`${describeStop(written)}\n`);
    return written.stop === 'interrupted' ? exitCodes.interrupted : exitCodes.filesFailed;
  } finally {
    unlock();
  }
}

function assertFitting({ write, verify, check, plan, only }: MigrateOptions): void {
  if (check && write) throw new InvalidInputError('`--check` writes nothing: leave it or `--write` out.');
  if (verify && !write)
    throw new InvalidInputError('`--verify` checks what was written: pass `--write` as well, or leave it out.');
  if (plan && only.some((name) => name !== planned))
    throw new InvalidInputError(`\`--plan\` is for \`${planned}\` alone: leave the other codemods out.`);
}

/** What the command line says goes before what the configuration says. */
function createRequest(
  paths: readonly string[],
  options: MigrateOptions,
  config: LoadedConfig,
  terminal: Terminal,
): MigrationRequest {
  const only = options.only.length > 0 ? options.only : config.enabled;
  const withPlan = { ...config.options, [planned]: { ...config.options[planned], plan: true } };
  return {
    paths,
    cwd: terminal.cwd,
    only: options.plan ? [planned] : only,
    options: options.plan ? withPlan : config.options,
    unsafe: options.unsafe,
    minimumConfidence: config.minimumConfidence,
    accepts: config.accepts,
    settings: { ...config.settings, ...readSettingsInput(options, terminal.cwd) },
    includeTests: options.includeTests,
    includeGenerated: options.includeGenerated,
    since: options.since,
    jobs: options.jobs,
  };
}

/** What is planned is what will stand in the files, formatted where the project formats them. */
async function planFormatted(
  request: MigrationRequest,
  options: MigrateOptions,
  { formatter, file }: LoadedConfig,
  tools: MigrateTools,
): Promise<MigrationResult> {
  const result = await plan(request, options, tools);
  if (formatter === undefined || file === undefined) return result;
  const { formatChanged } = await import('../engine/format/format-changed.ts');
  return formatChanged(result, formatter, dirname(file));
}

async function plan(
  request: MigrationRequest,
  options: MigrateOptions,
  { terminal, planMigration }: MigrateTools,
): Promise<MigrationResult> {
  const progress = await createProgress(terminal, !options.quiet, 'migrate');
  let first: MigrationResult;
  try {
    first = await planMigration({ ...request, onProgress: progress.update });
  } finally {
    progress.stop();
  }
  if (!options.interactive) return first;
  const permission = { unsafe: options.unsafe, minimumConfidence: request.minimumConfidence ?? 0 };
  const { createReview } = await import('./interactive/review.ts');
  return createReview(terminal).settle(first, (decide) =>
    planMigration({
      ...request,
      decide: (path, change, preview) => {
        const permitted = decideByPermission(change, permission);
        return permitted === 'apply' ? decide(path, change, preview) : permitted;
      },
    }),
  );
}

function getExitCode(result: MigrationResult, { check }: MigrateOptions): ExitCode {
  if (result.verification && result.verification.remaining.length > 0) return exitCodes.verificationFailed;
  if (check && result.files.some(({ before, after }) => before !== after)) return exitCodes.gateExceeded;
  return result.failures.length > 0 ? exitCodes.filesFailed : exitCodes.success;
}

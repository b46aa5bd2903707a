import { dirname } from 'node:path';
import { getErrorMessage } from '@octollm/errors/errors';
import { getShownPath } from '../engine/discover/shown-path.ts';
import type { MigrationResult } from '../engine/migrate/migration-result.ts';
import { readBaseline } from '../engine/migrate/read-baseline.ts';
import { verifyMigration, type Baseline } from '../engine/migrate/verify-migration.ts';
import { writeMigration, type WrittenMigration } from '../engine/migrate/write-migration.ts';
import { formatCount } from '../engine/reports/wording.ts';
import type { Interruption } from './interruption.ts';
import type { MigrateTools } from './migrate-command.ts';
import type { MigrateOptions } from './migrate-options.ts';
import { createProgress } from './progress.ts';
import type { LoadedConfig } from './read-config.ts';
import { readVersion } from './version.ts';

/** What it takes to write a plan. */
export interface WriteOrder {
  readonly journal: string;
  readonly options: MigrateOptions;
  readonly config: LoadedConfig;
  readonly tools: MigrateTools;
  readonly interruption: Interruption;
}

/** Writes what was planned, between two type checks when they are wanted. */
export async function writePlanned(result: MigrationResult, order: WriteOrder): Promise<WrittenMigration> {
  const { journal, options, interruption } = order;
  const { signal, unlessInterrupted } = interruption;
  if (options.verify) tellPatience('Checking types as they are …', order);
  const baseline = options.verify
    ? await unlessInterrupted(readBaseline(result, journal, signal, getGivenCheck(order)))
    : undefined;
  const written = await write(result, order);
  if (!baseline || written.stop !== null || written.run === null) return written;
  if (baseline.checks.length === 0) return { ...written, result: withNotice(written.result, noCheckNotice) };
  tellPatience('Checking types again …', order);
  return verify(written, baseline, order);
}

/** A type check takes its time, in which a person at a terminal should know what goes on. */
function tellPatience(text: string, { options, tools: { terminal } }: WriteOrder): void {
  if (!options.quiet && terminal.stderr.isTTY === true) terminal.stderr.write(`${text}\n`);
}

function getGivenCheck({ config: { verify: command, file } }: WriteOrder): Baseline['checks'][number] | undefined {
  return command !== undefined && file !== undefined ? { command, folder: dirname(file) } : undefined;
}

async function write(
  result: MigrationResult,
  { journal, options, tools, interruption }: WriteOrder,
): Promise<WrittenMigration> {
  const progress = await createProgress(tools.terminal, !options.quiet, 'write');
  try {
    const about = { version: readVersion(), command: tools.commandLine };
    return await writeMigration(result, journal, about, { signal: interruption.signal, onProgress: progress.update });
  } finally {
    progress.stop();
  }
}

async function verify(
  written: WrittenMigration,
  baseline: Baseline,
  { tools, interruption: { signal } }: WriteOrder,
): Promise<WrittenMigration> {
  const show = (path: string): string => getShownPath(path, tools.terminal.cwd);
  try {
    const result = await verifyMigration(written, baseline, show, signal);
    return { ...written, result, stop: signal.aborted ? 'interrupted' : null };
  } catch (cause) {
    return { ...written, stop: { reason: getErrorMessage(cause) } };
  }
}

const noCheckNotice =
  'Found no type check for `--verify` (a script `typecheck`, `type-check`, `check-types` or `tsc`, or an installed `tsc` with a `tsconfig.json`): nothing was checked.';

function withNotice(result: MigrationResult, notice: string): MigrationResult {
  return { ...result, notices: [...result.notices, notice] };
}

/** Tells how far a run came that did not come to its end, and how to go on. */
export function describeStop({ run, written, pending, stop }: WrittenMigration): string {
  const id = run?.id ?? '';
  const reason = stop === 'interrupted' || stop === null ? 'Interrupted' : stop.reason;
  const state = `${written.length} of ${formatCount(written.length + pending, 'file')} written`;
  return pending > 0
    ? `octollm: ${reason}: ${state}; \`octollm resume ${id}\` goes on, \`octollm undo ${id}\` takes back.`
    : `octollm: ${reason}: ${state}, but not all of it was checked: \`octollm undo ${id}\` takes it back.`;
}

import plugin from 'eslint-plugin-octollm';
import { findFiles } from '../discover/find-files.ts';
import type { RulePlan } from '../host/rule-plan.ts';
import { getDefaultJobs, getWorkerEntry, silenceMs } from '../pool/pool-size.ts';
import { runPool } from '../pool/run-pool.ts';
import { WorkerReserve } from '../pool/worker-reserve.ts';
import type { AuditedRule, AuditResult } from './audit-result.ts';
import { createRulePlan } from './create-rule-plan.ts';
import type { FileRecord, FileTask } from './file-record.ts';
import { readSettings } from './read-settings.ts';
import { summarize } from './summarize.ts';
import type { WorkerSetup } from './worker-setup.ts';

export interface AuditRequest {
  /** Files and folders, relative to `cwd` or absolute. */
  readonly paths: readonly string[];
  readonly cwd: string;
  /** Rules to run, with or without `octollm/`; all when left out. */
  readonly rules?: readonly string[] | undefined;
  /** A preset that narrows the rules; without one each rule reports everything it knows. */
  readonly preset?: string | undefined;
  /** What stands under `settings.octollm` of an ESLint configuration, the catalogue as a list and not as a path. */
  readonly settings?: object | undefined;
  readonly includeTests?: boolean | undefined;
  readonly includeGenerated?: boolean | undefined;
  /** How many processes share the work; one for few files, else as many as there are processors, at most eight. */
  readonly jobs?: number | undefined;
  readonly onProgress?: ((done: number, total: number) => void) | undefined;
}

export interface RunOptions {
  readonly jobs: number;
  readonly setup: WorkerSetup;
  readonly onRecord: (record: FileRecord) => void;
}

/** Audits each of the files, wherever it does so, and hands on one record for each. */
export type AuditRunner = (tasks: readonly FileTask[], options: RunOptions) => Promise<void>;

/**
 * Audits files and folders with the rules of `eslint-plugin-octollm`, in processes of its own.
 *
 * @throws InvalidInputError for paths, rules and presets that do not exist, and for folders without source files
 * @throws ConfigurationError for broken settings
 */
export function audit(request: AuditRequest): Promise<AuditResult> {
  const reserve = new WorkerReserve<FileTask, WorkerSetup, FileRecord>({
    entry: getWorkerEntry('audit-worker'),
    silenceMs,
  });
  const run: AuditRunner = (tasks, options) => runPool(tasks, { ...options, purpose: 'the audit', reserve, giveUp });
  return auditWith(request, run, (files) => reserve.fill(request.jobs ?? getDefaultJobs(files))).finally(() =>
    reserve.stop(),
  );
}

/**
 * The same with another way to have the files audited.
 *
 * @param prepare told that there will be about so many files, before they are looked at
 */
export async function auditWith(
  request: AuditRequest,
  run: AuditRunner,
  prepare?: (files: number) => void,
): Promise<AuditResult> {
  const plan = createRulePlan(request);
  const settingsInput = request.settings ?? {};
  const { testGlobs } = readSettings(settingsInput);
  const includeTests = request.includeTests ?? false;
  const discovery = findFiles(request.paths, {
    purpose: 'audit',
    cwd: request.cwd,
    includeTests,
    testGlobs,
    ...(prepare && { onListed: prepare }),
  });
  const records: FileRecord[] = [];
  await run(discovery.tasks, {
    jobs: request.jobs ?? getDefaultJobs(discovery.tasks.length),
    setup: { plan, settingsInput, cwd: request.cwd, includeGenerated: request.includeGenerated ?? false },
    onRecord: (record) => {
      records.push(record);
      request.onProgress?.(records.length, discovery.tasks.length);
    },
  });
  return {
    paths: request.paths,
    preset: request.preset ?? null,
    rules: describeRules(plan),
    ...summarize(discovery.tasks, records, discovery.skipped),
  };
}

/** The record of a file that a worker died over. */
export function giveUp({ file }: FileTask, death: string): FileRecord {
  const reason = `The worker died while it read this file: ${death}`;
  return { file, status: 'failed', failure: { file, line: 1, column: 1, kind: 'crash', reason } };
}

function describeRules(plan: RulePlan): AuditedRule[] {
  return Object.entries(plan.rules).flatMap(([name, { severity }]) => {
    const rule = plugin.rules[name];
    if (!rule) return [];
    const { description, url } = rule.meta.docs;
    return [{ name, severity, description, url }];
  });
}

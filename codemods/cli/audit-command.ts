import type { Command } from 'commander';
import { InvalidInputError } from '@octollm/errors/errors';
import type { AuditRequest } from '../engine/audit/audit.ts';
import type { AuditResult } from '../engine/audit/audit-result.ts';
import { formatBaseline, readBaseline, readBaselineIfPresent } from '../engine/gate/baseline.ts';
import { updateBaseline } from '../engine/gate/compare-baseline.ts';
import { judge, type GateVerdict } from '../engine/gate/gate.ts';
import { formats } from '../engine/reports/formats.ts';
import { describeFailures, formatFailure } from '../engine/reports/text.ts';
import { describeGate, formatCount } from '../engine/reports/wording.ts';
import { describeAuditCommand, type AuditOptions } from './audit-options.ts';
import { exitCodes, type ExitCode } from './exit-codes.ts';
import { createProgress } from './progress.ts';
import { readSettingsInput } from './read-settings-input.ts';
import { canShowColors, type Terminal } from './terminal.ts';
import { readVersion } from './version.ts';
import { assertWritable, replaceFile } from './write-file.ts';

export type Audit = (request: AuditRequest) => Promise<AuditResult>;

/** Builds `octollm audit`. */
export function createAuditCommand(terminal: Terminal, audit: Audit, onExit: (code: ExitCode) => void): Command {
  return describeAuditCommand().action(async (paths: string[], options: AuditOptions) => {
    onExit(await runAudit(paths, options, terminal, audit));
  });
}

async function runAudit(
  paths: readonly string[],
  options: AuditOptions,
  terminal: Terminal,
  audit: Audit,
): Promise<ExitCode> {
  if (options.writeBaseline && options.baseline === undefined)
    throw new InvalidInputError('`--write-baseline` needs `--baseline FILE`, the file to write.');
  // What can only fail is tried before the work, not after it.
  if (options.output !== undefined) assertWritable(options.output, terminal.cwd);
  const baseline = readBaselineOption(options, terminal.cwd);
  const settings = readSettingsInput(options, terminal.cwd);
  const progress = await createProgress(terminal, !options.quiet, 'audit');
  let result: AuditResult;
  try {
    result = await audit({
      paths,
      cwd: terminal.cwd,
      rules: options.rule,
      preset: options.preset,
      settings,
      includeTests: options.includeTests,
      includeGenerated: options.includeGenerated,
      jobs: options.jobs,
      onProgress: progress.update,
    });
  } finally {
    progress.stop();
  }
  if (options.writeBaseline && baseline) writeBaseline(result, baseline, terminal, options);
  const gate = options.writeBaseline
    ? undefined
    : judge(result, { cwd: terminal.cwd, maxFindings: options.maxFindings, baseline });
  writeReport(result, gate, options, terminal);
  return getExitCode(result, gate);
}

function readBaselineOption(options: AuditOptions, cwd: string): Parameters<typeof judge>[1]['baseline'] {
  const path = options.baseline;
  if (path === undefined) return undefined;
  if (!options.writeBaseline) return { path, counts: readBaseline(cwd, path) };
  assertWritable(path, cwd);
  return { path, counts: readBaselineIfPresent(cwd, path) ?? {} };
}

function writeBaseline(
  result: AuditResult,
  baseline: NonNullable<ReturnType<typeof readBaselineOption>>,
  terminal: Terminal,
  options: AuditOptions,
): void {
  const { path, counts } = baseline;
  replaceFile(path, formatBaseline(updateBaseline(result, counts, terminal.cwd, path)), terminal.cwd);
  if (!options.quiet)
    terminal.stderr.write(
      `Wrote the baseline \`${path}\` with ${formatCount(result.findings.length, 'finding')} of this audit.\n`,
    );
}

function writeReport(
  result: AuditResult,
  gate: GateVerdict | undefined,
  options: AuditOptions,
  terminal: Terminal,
): void {
  const isForFile = options.output !== undefined;
  const report = formats[options.format]({
    result,
    gate,
    version: readVersion(),
    top: options.top,
    hasFindings: !options.summary,
    hasColors: options.color && !isForFile && canShowColors(terminal),
    cwd: terminal.cwd,
  });
  if (options.output !== undefined) replaceFile(options.output, report, terminal.cwd);
  else if (!options.quiet) terminal.stdout.write(report);
  // A report in text on the screen has told it already.
  if (isForFile || options.quiet || options.format !== 'text') writeVerdict(result, gate, options, terminal);
}

/** Tells failures and the gate on standard error, so that a report in another form stays clean. */
function writeVerdict(
  result: AuditResult,
  gate: GateVerdict | undefined,
  options: AuditOptions,
  terminal: Terminal,
): void {
  const lines: string[] = [];
  if (result.failures.length > 0)
    lines.push(describeFailures(result.failures.length), ...result.failures.map(formatFailure));
  if (gate && !(gate.isPassed && options.quiet)) lines.push(...describeGate(gate));
  else if (options.output !== undefined && !options.quiet)
    lines.push(`${formatCount(result.findings.length, 'finding')}: the report is in \`${options.output}\`.`);
  terminal.stderr.write(lines.map((line) => `${line}\n`).join(''));
}

function getExitCode(result: AuditResult, gate: GateVerdict | undefined): ExitCode {
  if (gate && !gate.isPassed) return exitCodes.gateExceeded;
  return result.failures.length > 0 ? exitCodes.filesFailed : exitCodes.success;
}

import { readFileSync } from 'node:fs';
import { getErrorMessage } from '@octollm/errors/errors';
import type { OctollmSettings } from 'eslint-plugin-octollm/patterns';
import { getContentSkip } from '../discover/content-skip.ts';
import type { Report } from '../host/report.ts';
import type { RulePlan } from '../host/rule-plan.ts';
import { runRules } from '../host/run-rules.ts';
import { HostSource } from '../source/host-source.ts';
import { LineIndex } from '../source/line-index.ts';
import { parseSource } from '../source/parse-source.ts';
import type { FileRecord, FileTask } from './file-record.ts';
import type { Failure, Finding } from './finding.ts';
import { createFingerprints } from './fingerprint.ts';
import { createHandlerCounter, type HandlerCounts } from './handler-counts.ts';
import { mayConcernErrors } from './may-concern-errors.ts';

/** What is the same for all files of an audit. */
export interface AuditSetup {
  readonly plan: RulePlan;
  readonly settings: OctollmSettings;
  /** The settings as a configuration holds them, for the rules, which parse them by themselves. */
  readonly settingsInput: object;
  readonly cwd: string;
  readonly includeGenerated: boolean;
}

/** Audits one file; whatever goes wrong with it becomes its record and stops nothing else. */
export function auditFile(task: FileTask, setup: AuditSetup): FileRecord {
  let content: string;
  try {
    content = readFileSync(task.path, 'utf8');
  } catch (cause) {
    return fail(task, { kind: 'read', line: 1, column: 1, reason: getErrorMessage(cause) });
  }
  const skip = getContentSkip(task, content, setup);
  if (skip) return { file: task.file, status: 'skipped', skip };
  try {
    return auditContent(task, content, setup);
  } catch (cause) {
    return fail(task, { kind: 'crash', line: 1, column: 1, reason: describeCrash(cause) });
  }
}

function auditContent(task: FileTask, content: string, setup: AuditSetup): FileRecord {
  const { parsed, problem } = parseSource(task.path, content);
  if (!parsed) return fail(task, { kind: 'parse', ...problem });
  if (!mayConcernErrors(parsed.text, parsed.comments))
    return { file: task.file, status: 'audited', lines: countLines(parsed.text), findings: [], handlers: {} };
  const source = new HostSource(parsed);
  const handlers: HandlerCounts = {};
  const counter = createHandlerCounter(source, setup.settings, handlers);
  const environment = { filename: task.path, cwd: setup.cwd, settings: { octollm: setup.settingsInput } };
  const reports = runRules(source, setup.plan, environment, [counter]);
  const findings = toFindings(task, source, reports, setup);
  return { file: task.file, status: 'audited', lines: countLines(parsed.text), findings, handlers };
}

function toFindings(task: FileTask, source: HostSource, reports: readonly Report[], setup: AuditSetup): Finding[] {
  const fingerprints = createFingerprints(source, reports);
  return reports.map(({ data, ...report }, index) => ({
    ...report,
    file: task.file,
    severity: setup.plan.rules[report.rule]?.severity ?? 'warning',
    handlerKind: getText(data['handlerKind']),
    outcome: getText(data['outcome']),
    fingerprint: fingerprints[index] ?? '',
  }));
}

function getText(value: unknown): string | null {
  return typeof value === 'string' && value !== '' ? value : null;
}

/** Lines as an editor numbers them, without the empty one behind the last line end. */
function countLines(text: string): number {
  const index = new LineIndex(text);
  return index.getStart(index.lineCount - 1) === text.length ? index.lineCount - 1 : index.lineCount;
}

function fail(task: FileTask, failure: Omit<Failure, 'file'>): FileRecord {
  return { file: task.file, status: 'failed', failure: { file: task.file, ...failure } };
}

/** The message of an error with those that caused it, which is what helps to find a defect of a rule. */
function describeCrash(error: unknown): string {
  return getErrorMessage(error, { withCauses: true }).replaceAll('.: ', ': ');
}

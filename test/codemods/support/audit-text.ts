import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { auditFile, type AuditSetup } from '../../../codemods/engine/audit/audit-file.ts';
import { createRulePlan, type RuleChoice } from '../../../codemods/engine/audit/create-rule-plan.ts';
import type { FileRecord } from '../../../codemods/engine/audit/file-record.ts';
import { readSettings } from '../../../codemods/engine/audit/read-settings.ts';
import type { Reported } from './lint-with-eslint.ts';
import { createProject } from './temporary-project.ts';

export function createSetup(cwd: string, choice: RuleChoice = {}, settingsInput: object = {}): AuditSetup {
  const settings = readSettings(settingsInput);
  return { plan: createRulePlan(choice), settings, settingsInput, cwd, includeGenerated: false };
}

/** Audits one text as a file of that name, in this process. */
export function auditText(name: string, text: string, choice: RuleChoice = {}): FileRecord {
  const cwd = createProject({});
  const path = join(cwd, name);
  writeFileSync(path, text);
  const task = { path, file: name, root: '.', isExplicit: true, size: text.length };
  return auditFile(task, createSetup(cwd, choice));
}

/** What both the audit and ESLint tell of a finding. */
export function getReported(record: FileRecord): Reported[] {
  if (record.status !== 'audited') throw new Error(`Expected findings, got ${JSON.stringify(record)}.`);
  return record.findings.map(({ rule, line, column, endLine, endColumn, message }) => ({
    rule,
    line,
    column,
    endLine,
    endColumn,
    message,
  }));
}

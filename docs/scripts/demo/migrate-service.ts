import { isDeepStrictEqual } from 'node:util';
import { relative } from 'node:path';
import { SystemError } from '@octollm/errors';
import { repository } from '../repository.ts';
import type { AuditReport } from './audit-report.ts';
import { serviceName } from './audit-service.ts';
import { checkService, type ServiceChecks } from './check-service.ts';
import { copyService, readSnapshot } from './copy-service.ts';
import type { MigrationReport } from './migration-report.ts';
import { runAudit } from './run-audit.ts';
import { migrateParameters, runMigration, undoMigration } from './run-migration.ts';
import type { Screen } from './screen.ts';
import { readTexts, showDiffs } from './show-diffs.ts';
import { showLeftovers } from './show-leftovers.ts';
import { formatNumber, formatSeconds, formatShare } from './wording.ts';

/** Migrates a copy of the service, shows what it became, and takes it back. */
export async function migrateService(screen: Screen, service: string): Promise<void> {
  const copy = copyService(service);
  const { folder } = copy;
  try {
    screen.line(screen.paint('bold', `3  The migration of a copy of ${serviceName}`));
    screen.line();
    const original = readSnapshot(folder);
    const textsBefore = readTexts(folder);
    const before = { audit: (await runAudit('src', folder)).report, checks: await checkService(folder) };
    screen.line(screen.paint('dim', `   $ octollm ${migrateParameters.join(' ')}`));
    const { report, milliseconds } = await runMigration(folder, copy.page);
    showChanges(screen, report, milliseconds);
    const after = { audit: (await runAudit('src', folder)).report, checks: await checkService(folder) };
    showComparison(screen, report, before, after);
    showDiffs(screen, report, textsBefore, readTexts(folder));
    showLeftovers(screen, report);
    screen.paragraph(`Every change with its reason, in a browser: ${relative(repository, copy.page)}`, 3);
    await undoMigration(folder);
    if (!isDeepStrictEqual(readSnapshot(folder), original))
      throw new SystemError(`\`octollm undo\` did not restore ${folder}: compare it with ${service}.`);
    screen.paragraph(`\`octollm undo\` took it all back: ${original.size} files are what they were, byte for byte.`, 3);
    screen.line();
  } finally {
    copy.remove();
  }
}

interface State {
  readonly audit: AuditReport;
  readonly checks: ServiceChecks;
}

function showChanges(screen: Screen, { summary }: MigrationReport, milliseconds: number): void {
  screen.paragraph(
    `${formatNumber(summary.changes)} changes in ${summary.filesChanged} of ${summary.filesSeen} files ` +
      `(${formatSeconds(milliseconds)}, the type check before and after included).`,
    3,
  );
  screen.line();
  for (const [codemod, { changes, files }] of Object.entries(summary.byCodemod))
    if (changes > 0) screen.line(`   ${formatNumber(changes).padStart(5)}  ${codemod.padEnd(28)} in ${files} files`);
  screen.line();
}

function showComparison(screen: Screen, report: MigrationReport, before: State, after: State): void {
  const mended = new Set(report.codemods.flatMap(({ rules }) => rules));
  const rules = Object.keys(before.audit.summary.byRule);
  const ofCodemods = sumUp(
    'findings that codemods mend',
    before,
    after,
    rules.filter((rule) => mended.has(rule)),
  );
  const rows: Row[] = [
    ofCodemods,
    ...listRules(
      before,
      after,
      rules.filter((rule) => mended.has(rule)),
    ),
    sumUp(
      'findings that are for people',
      before,
      after,
      rules.filter((rule) => !mended.has(rule)),
    ),
    ...listRules(
      before,
      after,
      rules.filter((rule) => !mended.has(rule)),
    ),
    ['handlers that lose their error', before.audit.summary.handlers.losing, after.audit.summary.handlers.losing],
    ['type errors (its own check)', before.checks.typeErrors, after.checks.typeErrors],
    ['tests passed (its own tests)', before.checks.passed, after.checks.passed],
    ['tests failed', before.checks.failed, after.checks.failed],
  ];
  screen.line(screen.paint('bold', `   ${''.padEnd(34)}${'before'.padStart(8)}${'after'.padStart(8)}`));
  for (const [name, one, other] of rows)
    screen.line(`   ${name.padEnd(34)}${formatNumber(one).padStart(8)}${formatNumber(other).padStart(8)}`);
  screen.line();
  const [, first, left] = ofCodemods;
  const all = before.audit.summary.findings;
  screen.paragraph(
    `${formatShare(first - left, first)} of the findings that codemods mend are gone, ` +
      `${formatShare(all - after.audit.summary.findings, all)} of all.`,
    3,
    'green',
  );
  screen.line();
}

type Row = readonly [name: string, before: number, after: number];

function listRules(before: State, after: State, rules: readonly string[]): Row[] {
  return rules
    .map((rule): Row => [`  ${rule}`, countFindings(before, [rule]), countFindings(after, [rule])])
    .filter(([, one, other]) => one + other > 0);
}

function sumUp(name: string, before: State, after: State, rules: readonly string[]): Row {
  return [name, countFindings(before, rules), countFindings(after, rules)];
}

function countFindings({ audit }: State, rules: readonly string[]): number {
  return rules.reduce((sum, rule) => sum + (audit.summary.byRule[rule] ?? 0), 0);
}

export { audit, type AuditRequest } from './audit/audit.ts';
export type {
  AuditedRule,
  AuditResult,
  FileTally,
  FolderTally,
  HandlerTotals,
  SkipReason,
  Tally,
} from './audit/audit-result.ts';
export type { Failure, Finding } from './audit/finding.ts';
export { handlerFates, losingFates, type HandlerCounts, type HandlerFate } from './audit/handler-counts.ts';
export { defineConfig, type OctollmConfig } from './config/octollm-config.ts';
export type { MigrationRequest } from './migrate/migrate.ts';
export type { MigratedFile, MigrationFailure, MigrationResult, Verification } from './migrate/migration-result.ts';
export { planMigration } from './migrate/plan-migration.ts';
export type { AppliedChange, LeftAlone } from './transform/transform-result.ts';

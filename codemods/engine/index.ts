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

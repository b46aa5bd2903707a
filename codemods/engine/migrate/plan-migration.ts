import type { MigrationRequest } from './migrate.ts';
import type { MigrationResult } from './migration-result.ts';

/**
 * Plans the migration of files and folders in memory; nothing is written.
 *
 * @throws InvalidInputError for paths, codemods and commits that do not exist, and for folders without source files
 * @throws ConfigurationError for broken settings
 */
export async function planMigration(request: MigrationRequest): Promise<MigrationResult> {
  // The codemods bring TypeScript along, which the audit and the journal can do without.
  const { planMigration: plan } = await import('./migrate.ts');
  return plan(request);
}

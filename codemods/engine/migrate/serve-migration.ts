import { readSettings } from '../audit/read-settings.ts';
import { createAnswersOnDemand } from '../../typed/answers-on-demand.ts';
import { serveTasks } from '../pool/serve-tasks.ts';
import { loadCodemods } from './choose-codemods.ts';
import { decideByPermission } from './decide.ts';
import { migrateFile } from './migrate-file.ts';
import type { MigrationRecord, MigrationTask } from './migration-record.ts';
import type { RegisteredCodemod } from './registry.ts';
import type { MigrationWorkerSetup } from './syntax-runner.ts';

/** Makes this process a worker of a migration with codemods of a registry. */
export function serveMigration(registry: readonly RegisteredCodemod[]): void {
  serveTasks<MigrationTask, MigrationWorkerSetup, MigrationRecord>(async (setup) => {
    const loaded = await loadCodemods(registry, setup.codemods);
    const { answers, serve } = createAnswersOnDemand();
    const complete = {
      ...setup,
      codemods: loaded.filter((codemod) => codemod.kind === 'syntax'),
      settings: readSettings(setup.settingsInput),
      decide: (_path: string, change: Parameters<typeof decideByPermission>[0]) =>
        decideByPermission(change, setup.permission),
      answers,
    };
    return (task) => serve(() => migrateFile(task, complete));
  });
}

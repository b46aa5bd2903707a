import { runCommand } from '../../../codemods/cli/run-command.ts';
import { planMigration } from '../../../codemods/engine/migrate/migrate.ts';
import { smallCodemods } from './small-codemods.ts';

const workerEntry = new URL('./small-worker.ts', import.meta.url);

/** `octollm` as a process of its own, with the small codemods in place of the real ones. */
process.exitCode = await runCommand(
  process.argv.slice(2),
  { cwd: process.cwd(), environment: process.env, stdout: process.stdout, stderr: process.stderr },
  { planMigration: (request) => planMigration({ ...request, registry: smallCodemods, workerEntry }) },
);

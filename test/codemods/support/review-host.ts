import { createReview } from '../../../codemods/cli/interactive/review.ts';
import { showError } from '../../../codemods/cli/show-error.ts';
import type { FileDecide } from '../../../codemods/engine/migrate/decide.ts';
import { planMigration } from '../../../codemods/engine/migrate/migrate.ts';
import type { MigrationResult } from '../../../codemods/engine/migrate/migration-result.ts';
import { freshen } from './freshen.ts';

/** Reviews the migration of the working directory in the terminal that it runs in, and shows what the files would be. */
const { stdin, stdout, stderr } = process;
const terminal = { cwd: process.cwd(), environment: process.env, stdin, stdout, stderr };
const registry = [{ name: freshen.name, load: () => Promise.resolve(freshen) }];
const plan = (decide?: FileDecide): Promise<MigrationResult> =>
  planMigration({ paths: ['.'], cwd: terminal.cwd, unsafe: true, registry, decide });

try {
  const { files } = await createReview(terminal).settle(await plan(), plan);
  for (const { file, after } of files) process.stdout.write(`RESULT ${file}: ${JSON.stringify(after)}\n`);
} catch (error) {
  process.exitCode = showError(error, terminal);
}

import { spawnSync } from 'node:child_process';
import { resolve } from 'node:path';
import { Writable } from 'node:stream';
import { runCommand } from '../../../codemods/cli/run-command.ts';
import { auditFile } from '../../../codemods/engine/audit/audit-file.ts';
import { auditWith, type RunOptions } from '../../../codemods/engine/audit/audit.ts';
import { planMigration, type MigrationRequest } from '../../../codemods/engine/migrate/migrate.ts';
import type { FileTask } from '../../../codemods/engine/audit/file-record.ts';
import { readSettings } from '../../../codemods/engine/audit/read-settings.ts';

export interface Outcome {
  readonly code: number | null;
  readonly stdout: string;
  readonly stderr: string;
}

/** Runs `octollm` in this process, workers included: they would take a second to start from their sources. */
export async function runOctollm(
  cwd: string,
  parameters: readonly string[],
  environment: Readonly<Record<string, string>> = {},
  migration: Partial<MigrationRequest> = {},
): Promise<Outcome> {
  const stdout = new Memory();
  const stderr = new Memory();
  const terminal = { cwd, environment, stdout, stderr };
  const code = await runCommand(parameters, terminal, {
    audit: (request) => auditWith(request, runHere),
    planMigration: (request) => planMigration({ ...request, ...migration }),
  });
  return { code, stdout: stdout.text, stderr: stderr.text };
}

function runHere(tasks: readonly FileTask[], { setup, onRecord }: RunOptions): Promise<void> {
  const complete = { ...setup, settings: readSettings(setup.settingsInput) };
  for (const task of tasks) onRecord(auditFile(task, complete));
  return Promise.resolve();
}

const main = resolve(import.meta.dirname, '../../../codemods/cli/main.ts');

/** How a shell starts `octollm` from its sources. */
export const octollmCommand: readonly string[] = [
  process.execPath,
  '--import',
  import.meta.resolve('tsx'),
  '--conditions',
  '@octollm/source',
  main,
];

/** Runs `octollm` as a process of its own. */
export function spawnOctollm(cwd: string, parameters: readonly string[]): Outcome {
  const [node = '', ...head] = octollmCommand;
  const { status, stdout, stderr } = spawnSync(node, [...head, ...parameters], { cwd, encoding: 'utf8' });
  return { code: status, stdout, stderr };
}

class Memory extends Writable {
  text = '';

  override _write(chunk: Buffer | string, _encoding: BufferEncoding, done: () => void): void {
    this.text += String(chunk);
    done();
  }
}

import { spawnSync } from 'node:child_process';
import { resolve } from 'node:path';
import { Writable } from 'node:stream';
import { runCommand } from '../../../codemods/cli/run-command.ts';

export interface Outcome {
  readonly code: number | null;
  readonly stdout: string;
  readonly stderr: string;
}

/** Runs `octollm` in this process, as fast as it gets; only the workers are processes of their own. */
export async function runOctollm(
  cwd: string,
  parameters: readonly string[],
  environment: Readonly<Record<string, string>> = {},
): Promise<Outcome> {
  const stdout = new Memory();
  const stderr = new Memory();
  const code = await runCommand(parameters, { cwd, environment, stdout, stderr });
  return { code, stdout: stdout.text, stderr: stderr.text };
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

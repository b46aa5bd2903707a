import { execFile } from 'node:child_process';
import { SystemError } from '@octollm/errors';

export interface ProgramRun {
  readonly exitCode: number;
  readonly stdout: string;
  readonly stderr: string;
  readonly milliseconds: number;
}

/**
 * Runs a program of Node to its end.
 *
 * @throws SystemError when it does not even start
 */
export function runProgram(parameters: readonly string[], cwd: string): Promise<ProgramRun> {
  const start = performance.now();
  return new Promise((resolve, reject) => {
    const options = { cwd, maxBuffer: 512 * 1024 * 1024, env: { ...process.env, NO_COLOR: '1' } };
    execFile(process.execPath, parameters, options, (error, stdout, stderr) => {
      const exitCode = error === null ? 0 : error.code;
      if (typeof exitCode === 'number') resolve({ exitCode, stdout, stderr, milliseconds: performance.now() - start });
      else
        reject(
          new SystemError(`Cannot run \`node ${parameters.join(' ')}\`: ${error?.message ?? ''}`, { cause: error }),
        );
    });
  });
}

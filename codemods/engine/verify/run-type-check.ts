import { spawn } from 'node:child_process';
import { ConfigurationError } from '@octollm/errors';
import { parseDiagnostics, type Diagnostic } from './diagnostic.ts';
import type { TypeCheck } from './find-type-checks.ts';

const shownLines = 8;

/**
 * Runs type checks one after the other and reads their errors.
 *
 * @param signal ends the check that is running
 * @throws ConfigurationError when a check fails without an error of a type, so that it says nothing about the code
 */
export async function runTypeChecks(checks: readonly TypeCheck[], signal?: AbortSignal): Promise<Diagnostic[]> {
  const diagnostics: Diagnostic[] = [];
  for (const check of checks) {
    if (signal?.aborted) break;
    diagnostics.push(...(await runTypeCheck(check, signal)));
  }
  return diagnostics;
}

async function runTypeCheck(check: TypeCheck, signal?: AbortSignal): Promise<Diagnostic[]> {
  const { code, output } = await run(check, signal);
  const diagnostics = parseDiagnostics(output, check.folder);
  if (code === 0 || diagnostics.length > 0 || signal?.aborted) return diagnostics;
  const lines = output.trim().split('\n').slice(-shownLines).join('\n');
  throw new ConfigurationError(
    `The type check \`${check.command}\` in \`${check.folder}\` failed without telling a type error: make it work, or leave \`--verify\` out. It said:\n${lines}`,
  );
}

function run(
  { folder, command }: TypeCheck,
  signal?: AbortSignal,
): Promise<{ readonly code: number | null; readonly output: string }> {
  return new Promise((resolve) => {
    let output = '';
    const child = spawn(command, {
      cwd: folder,
      shell: true,
      stdio: ['ignore', 'pipe', 'pipe'],
      env: { ...process.env, NO_COLOR: '1', FORCE_COLOR: '0' },
      // A group of its own, which ends as a whole: the shell alone would leave the compiler running.
      detached: process.platform !== 'win32',
    });
    const stop = (): void => {
      if (child.pid !== undefined && process.platform !== 'win32') process.kill(-child.pid);
      else child.kill();
    };
    signal?.addEventListener('abort', stop, { once: true });
    for (const stream of [child.stdout, child.stderr])
      stream.setEncoding('utf8').on('data', (text: string) => (output += text));
    child.on('error', (error) => (output += error.message));
    child.on('close', (code) => {
      signal?.removeEventListener('abort', stop);
      resolve({ code, output });
    });
  });
}

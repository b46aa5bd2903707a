import { getRelativePath } from './relative-path.ts';

/** Whether a file's folder says that it talks to the person at a terminal: `cli`, `bin`, `scripts`, `commands`. */
export function isCommandLineFile(filename: string, cwd: string): boolean {
  const path = getRelativePath(filename, cwd) ?? '';
  return /(?:^|\/)(?:cli|bin|scripts?|commands?)\//.test(path);
}

import picomatch from 'picomatch';
import { getRelativePath } from './relative-path.ts';

const matchers = new WeakMap<readonly string[], (path: string) => boolean>();

/** Whether a file is a test by its path below the working directory; of a file elsewhere only the name counts. */
export function isTestFile(filename: string, cwd: string, globs: readonly string[]): boolean {
  const matches = matchers.get(globs) ?? picomatch([...globs], { dot: true });
  matchers.set(globs, matches);
  const name = filename.slice(Math.max(filename.lastIndexOf('/'), filename.lastIndexOf('\\')) + 1);
  return matches(getRelativePath(filename, cwd) ?? name);
}

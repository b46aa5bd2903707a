import picomatch from 'picomatch';

const matchers = new WeakMap<readonly string[], (path: string) => boolean>();

/** Whether a file is a test by its path below the working directory; of a file elsewhere only the name counts. */
export function isTestFile(filename: string, cwd: string, globs: readonly string[]): boolean {
  const matches = matchers.get(globs) ?? picomatch([...globs], { dot: true });
  matchers.set(globs, matches);
  return matches(getRelativePath(filename.replaceAll('\\', '/'), cwd.replaceAll('\\', '/')));
}

function getRelativePath(filename: string, cwd: string): string {
  const root = cwd.endsWith('/') ? cwd : `${cwd}/`;
  if (filename.startsWith(root)) return filename.slice(root.length);
  const isRelative = !filename.startsWith('/') && !/^[A-Za-z]:\//.test(filename);
  return isRelative ? filename : filename.slice(filename.lastIndexOf('/') + 1);
}

import { isAbsolute, relative, sep } from 'node:path';

/** Paths are shown relative to the working directory, and absolute only outside of it when they were given so. */
export function getShownPath(path: string, cwd: string, isGivenAbsolute = false): string {
  const shown = relative(cwd, path);
  const isOutside = shown === '..' || shown.startsWith(`..${sep}`) || isAbsolute(shown);
  return (isOutside && isGivenAbsolute ? path : shown || '.').split(sep).join('/');
}

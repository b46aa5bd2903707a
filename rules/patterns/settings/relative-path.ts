/** The path of a file below the working directory with forward slashes, or undefined for a file elsewhere. */
export function getRelativePath(filename: string, cwd: string): string | undefined {
  const path = filename.replaceAll('\\', '/');
  const folder = cwd.replaceAll('\\', '/');
  const root = folder.endsWith('/') ? folder : `${folder}/`;
  if (path.startsWith(root)) return path.slice(root.length);
  return path.startsWith('/') || /^[A-Za-z]:\//.test(path) ? undefined : path;
}

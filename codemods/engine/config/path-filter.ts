import { isAbsolute, relative, sep } from 'node:path';
import ignore from 'ignore';

export type PathFilter = (path: string) => boolean;

/**
 * Tells which files a configuration lets through; a file outside of its folder is none of its business.
 *
 * @param folder absolute, where the patterns begin
 */
export function createPathFilter(
  folder: string,
  { include, exclude }: { readonly include?: readonly string[]; readonly exclude?: readonly string[] },
): PathFilter {
  const included = include && ignore().add([...include]);
  const excluded = ignore().add([...(exclude ?? [])]);
  return (path) => {
    const name = relative(folder, path).split(sep).join('/');
    if (name === '' || name.startsWith('../') || isAbsolute(name)) return true;
    return (included?.ignores(name) ?? true) && !excluded.ignores(name);
  };
}

import type { Source } from '../patterns/source.ts';

/** The first indented line of a file shows one step; the lines of a block comment do not count. */
export function getIndentUnit(source: Source): string {
  return /^(\t| {2,8})(?=[^\s*])/m.exec(source.text)?.[1] ?? '  ';
}

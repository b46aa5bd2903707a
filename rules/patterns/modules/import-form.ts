import type { Source } from '../source.ts';
import type { ImportForm } from './import-place.ts';
import { getTopLevel } from './top-level.ts';

/**
 * The form of a file's imports, as its own syntax tells.
 *
 * @param fallback the form where it has neither imports, nor exports, nor a `require`
 */
export function getImportForm(source: Source, fallback: ImportForm): ImportForm {
  const { text } = source;
  if (getTopLevel(source).statements.some(({ type }) => /^(?:TS)?(?:Import|Export)/.test(type))) return 'import';
  return /\brequire\s*\(|\bmodule\.exports\b|\bexports\.\w+\s*=/.test(text) ? 'require' : fallback;
}

import type { Change, TextEdit } from '../edit/change.ts';
import type { SyntaxFile } from '../transform/codemod.ts';

/** Plans the edits that bring in what changes need and take out what nothing uses any more. */
export function planImportEdits(file: SyntaxFile, changes: readonly Change[]): TextEdit[] {
  if (changes.every(({ imports, releases }) => imports.length === 0 && releases.length === 0)) return [];
  throw new Error(`not yet: ${file.path}`);
}

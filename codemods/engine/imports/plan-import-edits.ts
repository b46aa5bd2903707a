import {
  findImportPlace,
  getImportForm,
  getStatementEnd,
  placeStatements,
  planImports,
  type ImportPlace,
} from 'eslint-plugin-octollm/patterns';
import { doOverlap } from '../edit/apply-edits.ts';
import type { Change, TextEdit } from '../edit/change.ts';
import type { SyntaxFile } from '../transform/codemod.ts';
import { getDefaultForm } from './default-form.ts';
import { planReleases, type Release } from './plan-releases.ts';
import { canRemove, removeStatement } from './remove-statement.ts';

/** Plans the edits that bring in what changes need and take out what nothing uses any more. */
export function planImportEdits(file: SyntaxFile, changes: readonly Change[]): TextEdit[] {
  if (changes.every(({ imports, releases }) => imports.length === 0 && releases.length === 0)) return [];
  const { source, style } = file;
  const form = getImportForm(source, getDefaultForm(file));
  const wishes = changes.flatMap(({ imports }) => imports);
  const { edits, statements } = planImports(source, wishes, form, style);
  const releases = planReleases(source, changes);
  const place = statements.length > 0 ? takeOver(file, findImportPlace(source, form), releases) : undefined;
  const added = place ? [...edits, placeStatements(place, statements, style)] : edits;
  const removed = releases
    .flatMap((release) => remove(file, release))
    // A statement that takes names in, or makes room for another, is not taken away as well.
    .filter((removal) => !added.some((edit) => doOverlap(edit, removal)));
  return [...added, ...removed];
}

/** An import that goes leaves its place to the one that comes. */
function takeOver({ source }: SyntaxFile, place: ImportPlace, releases: readonly Release[]): ImportPlace {
  const { anchor } = place;
  if (!anchor || !releases.some(({ statement, isWhole }) => isWhole && statement.node === anchor)) return place;
  return { ...place, start: anchor.range[0], end: getStatementEnd(source, anchor), lineEndsBefore: 0 };
}

function remove({ source }: SyntaxFile, { statement, isWhole, edits }: Release): readonly TextEdit[] {
  if (!isWhole) return edits;
  return canRemove(source, statement.node) ? [removeStatement(source, statement.node)] : [];
}

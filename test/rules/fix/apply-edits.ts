import type { TSESLint, TSESTree } from '@typescript-eslint/utils';
import type { Source } from '../../../rules/patterns/source.ts';

type Range = readonly [number, number];
type Place = TSESTree.Node | TSESTree.Token;

const edit = (range: Range, text: string): TSESLint.RuleFix => ({ range: [range[0], range[1]], text });

/** ESLint's fixer, which it exports to rules only. */
export const fixer: TSESLint.RuleFixer = {
  insertTextAfter: (place: Place, text) => edit([place.range[1], place.range[1]], text),
  insertTextAfterRange: (range, text) => edit([range[1], range[1]], text),
  insertTextBefore: (place: Place, text) => edit([place.range[0], place.range[0]], text),
  insertTextBeforeRange: (range, text) => edit([range[0], range[0]], text),
  remove: (place: Place) => edit(place.range, ''),
  removeRange: (range) => edit(range, ''),
  replaceText: (place: Place, text) => edit(place.range, text),
  replaceTextRange: (range, text) => edit(range, text),
};

/** The text of a source after edits that do not overlap. */
export function applyEdits(source: Source, edits: readonly TSESLint.RuleFix[]): string {
  return edits
    .toSorted((a, b) => b.range[0] - a.range[0])
    .reduce(
      (text, { range, text: inserted }) => text.slice(0, range[0]) + inserted + text.slice(range[1]),
      source.text,
    );
}

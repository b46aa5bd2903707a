import type { ErrorBinding } from 'eslint-plugin-octollm/patterns';
import type { TextEdit } from './change.ts';

type Fixer = Parameters<ErrorBinding['bind']>[0];
type Fix = ReturnType<ErrorBinding['bind']>[number];

/** Lets a fix of the plugin write text edits, so that a codemod can do what a suggestion does. */
export function collectEdits(fix: (fixer: Fixer) => readonly Fix[]): TextEdit[] {
  return fix(fixer).map(({ range: [start, end], text }) => ({ start, end, text }));
}

const replace = (start: number, end: number, text: string): Fix => ({ range: [start, end], text });

const fixer: Fixer = {
  insertTextAfter: ({ range }, text) => replace(range[1], range[1], text),
  insertTextAfterRange: (range, text) => replace(range[1], range[1], text),
  insertTextBefore: ({ range }, text) => replace(range[0], range[0], text),
  insertTextBeforeRange: (range, text) => replace(range[0], range[0], text),
  remove: ({ range }) => replace(range[0], range[1], ''),
  removeRange: (range) => replace(range[0], range[1], ''),
  replaceText: ({ range }, text) => replace(range[0], range[1], text),
  replaceTextRange: (range, text) => replace(range[0], range[1], text),
};

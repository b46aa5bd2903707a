import type { TextEdit } from '../engine/edit/change.ts';
import type { CodeStyle } from '../engine/edit/code-style.ts';
import type { ErrorClass } from './error-class.ts';
import { findNamelessHeirs, hasOwnName } from './find-nameless-heirs.ts';

/**
 * Gives a class that leaves its name to its base a name of its own, and those of its heirs that do so as well: that of the new
 * base would be as wrong as `Error` was.
 *
 * @param isTyped whether the file is TypeScript, where the field says that it overrides
 */
export function addNames(errorClass: ErrorClass, style: CodeStyle, isTyped: boolean): TextEdit[] {
  if (hasOwnName(errorClass)) return [];
  return [errorClass, ...findNamelessHeirs(errorClass)].flatMap((each) => addName(each, style, isTyped));
}

function addName({ node, name }: ErrorClass, style: CodeStyle, isTyped: boolean): TextEdit[] {
  const { quote, semicolon, lineEnd, indent } = style;
  const text = node.getSourceFile().getFullText();
  const [first] = node.getMembers();
  const needsSemicolon = first !== undefined && /^[[*(]/.test(first.getText());
  const field = `${isTyped ? 'override ' : ''}name = ${quote}${name}${quote}${needsSemicolon ? ';' : semicolon}`;
  const open = text.indexOf('{', node.getHeritageClauses().at(-1)?.getEnd()) + 1;
  const base = /^[ \t]*/.exec(text.slice(text.lastIndexOf('\n', node.getStart() - 1) + 1))?.[0] ?? '';
  if (!first)
    return [
      { start: open, end: open, text: `${lineEnd}${base}${indent}${field}${endEmpty(text, open, lineEnd + base)}` },
    ];
  const gap = first.getKindName() === 'PropertyDeclaration' ? '' : lineEnd;
  const isOnNextLine = /^[ \t]*\r?\n/.test(text.slice(open));
  return [{ start: open, end: open, text: isOnNextLine ? `${lineEnd}${base}${indent}${field}${gap}` : ` ${field}` }];
}

/** A body without members ends on the line of its brace, unless a comment stands in it. */
function endEmpty(text: string, open: number, lineEnd: string): string {
  return /^[ \t]*\}/.test(text.slice(open)) ? lineEnd : '';
}

import type { TSESLint, TSESTree } from '@typescript-eslint/utils';
import type { Source } from '../patterns/source.ts';

/**
 * Takes a comment out, with its line where it stands alone on it; undefined where further `//` lines go on with it, which would be left
 * without their beginning.
 */
export function removeComment(
  source: Source,
  comment: TSESTree.Comment,
): ((fixer: TSESLint.RuleFixer) => TSESLint.RuleFix) | undefined {
  const { text } = source;
  const [start, end] = comment.range;
  const lineStart = text.lastIndexOf('\n', start - 1) + 1;
  const rest = /^[ \t]*(?:\r?\n|$)/.exec(text.slice(end))?.[0];
  const isAlone = rest !== undefined && text.slice(lineStart, start).trim() === '';
  if (comment.type === 'Line' && isAlone && /^[ \t]*\/\//.test(text.slice(end + rest.length))) return undefined;
  if (isAlone) return (fixer) => fixer.removeRange([lineStart, end + rest.length]);
  // At the end of a line the blanks before it go along; between two tokens something has to part them.
  const before = text.slice(0, start).length - text.slice(0, start).trimEnd().length;
  if (rest !== undefined) return (fixer) => fixer.removeRange([start - before, end]);
  const gap = text.slice(start, end).includes('\n') ? '\n' : before > 0 || /^\s/.test(text.slice(end)) ? '' : ' ';
  return (fixer) => fixer.replaceTextRange([start, end], gap);
}

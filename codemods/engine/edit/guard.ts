import { parseSource, type ParsedSource } from '../source/parse-source.ts';
import type { TextEdit } from './change.ts';

/** The text that edits led to, parsed, or why it must not be written. */
export type Inspection =
  { readonly parsed: ParsedSource; readonly damage?: never } | { readonly parsed?: never; readonly damage: string };

/**
 * Parses what edits led to and compares the comments: each of the file's own must still be there as often as before,
 * and a further one must come from the text of an edit.
 *
 * @param after the text with its edits, without a byte order mark
 */
export function inspect(path: string, before: ParsedSource, edits: readonly TextEdit[], after: string): Inspection {
  const { parsed, problem } = parseSource(path, after);
  if (!parsed) return { damage: `the result would not parse (line ${problem.line}: ${problem.reason})` };
  const balance = new Map<string, number>();
  for (const { value } of before.comments) balance.set(value, (balance.get(value) ?? 0) + 1);
  for (const { value } of parsed.comments) balance.set(value, (balance.get(value) ?? 0) - 1);
  for (const [comment, count] of balance) {
    if (count > 0) return { damage: `a comment would be lost: \`${shorten(comment)}\`` };
    if (count < 0 && !edits.some(({ text }) => text.includes(comment)))
      return { damage: `code would turn into a comment: \`${shorten(comment)}\`` };
  }
  return { parsed };
}

function shorten(comment: string): string {
  const text = comment.replace(/\s+/g, ' ').trim();
  return text.length > 60 ? `${text.slice(0, 59)}…` : text;
}

import { InternalError } from '@octollm/errors/errors';
import MagicString from 'magic-string';
import type { TextEdit } from './change.ts';

/**
 * Applies edits to a text in one go; what no edit covers stays byte for byte.
 *
 * @throws InternalError when edits overlap or leave the text, which is a defect of the codemod that planned them
 */
export function applyEdits(text: string, edits: readonly TextEdit[]): string {
  const result = new MagicString(text);
  let end = 0;
  for (const edit of [...edits].sort(compareEdits)) {
    if (edit.start < end || edit.end < edit.start || edit.end > text.length)
      throw new InternalError(`Edits overlap at offset ${edit.start}: report the file that this happened with.`);
    end = edit.end;
    if (edit.start === edit.end) result.appendLeft(edit.start, edit.text);
    else if (edit.text === '') result.remove(edit.start, edit.end);
    else result.update(edit.start, edit.end, edit.text);
  }
  return result.toString();
}

/** In the order of the text; an insertion goes before a replacement that begins at the same place. */
export function compareEdits(first: TextEdit, second: TextEdit): number {
  return first.start - second.start || first.end - second.end;
}

/** Whether two edits cannot be applied together: they share text, or the order of what they insert would be a guess. */
export function doOverlap(first: TextEdit, second: TextEdit): boolean {
  if (first.start === second.start) return true;
  return first.start < second.end && second.start < first.end;
}

import { compareEdits } from './apply-edits.ts';
import type { TextEdit } from './change.ts';

/**
 * Leads an offset of the text that edits led to back to the text before them; inside of new text, to where that was put.
 *
 * @param edits of one application, which do not overlap
 */
export function traceBack(edits: readonly TextEdit[], offset: number): number {
  let shift = 0;
  for (const { start, end, text } of [...edits].sort(compareEdits)) {
    const newStart = start + shift;
    if (offset < newStart) break;
    if (offset < newStart + text.length) return start;
    shift += text.length - (end - start);
  }
  return offset - shift;
}

/**
 * Leads an offset to where edits moved it; inside of replaced text, to where the new text begins.
 *
 * @param edits of one application, which do not overlap
 */
export function traceForward(edits: readonly TextEdit[], offset: number): number {
  let shift = 0;
  for (const { start, end, text } of [...edits].sort(compareEdits)) {
    if (offset < start) break;
    if (offset < end) return start + shift;
    shift += text.length - (end - start);
  }
  return offset + shift;
}

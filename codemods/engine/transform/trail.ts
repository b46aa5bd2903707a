import type { Leftover, TextEdit } from '../edit/change.ts';
import { applyEdits } from '../edit/apply-edits.ts';
import type { PlannedChange } from '../edit/select-changes.ts';
import { traceBack } from '../edit/trace-offset.ts';
import { LineIndex } from '../source/line-index.ts';
import type { AppliedChange, LeftAlone, Place } from './transform-result.ts';

/** What happened to a text, pass by pass: leads each site back to the file as it was before the first. */
export interface Trail {
  readonly applied: readonly AppliedChange[];
  /** Describes a change of the text as it is now, before it is made. */
  readonly preview: (change: PlannedChange) => AppliedChange;
  /** Notes the changes of one pass. */
  readonly addPass: (changes: readonly PlannedChange[], edits: readonly TextEdit[], after: string) => void;
  /** Describes a site of the text as it is now. */
  readonly describe: (site: Leftover & { readonly codemod: string }, cause: LeftAlone['cause']) => LeftAlone;
}

/** Begins a trail at the text of a file, without its byte order mark. */
export function createTrail(original: string): Trail {
  const applied: AppliedChange[] = [];
  const passes: (readonly TextEdit[])[] = [];
  const originalLines = new LineIndex(original);
  let text = original;
  const findPlace = (offset: number): Place =>
    toPlace(
      originalLines,
      passes.reduceRight((place, edits) => traceBack(edits, place), offset),
    );
  const preview = (change: PlannedChange): AppliedChange => describeChange(change, text, findPlace(change.start));
  return {
    applied,
    preview,
    addPass: (changes, edits, after) => {
      applied.push(...changes.map(preview));
      passes.push(edits);
      text = after;
    },
    describe: ({ codemod, kind, reason, start, end }, cause) => ({
      codemod,
      kind,
      cause,
      reason,
      place: findPlace(start),
      placeAfter: toPlace(new LineIndex(text), start),
      text: getLines(text, start, end),
    }),
  };
}

function describeChange(change: PlannedChange, text: string, place: Place): AppliedChange {
  const { codemod, kind, applicability, confidence, reason, edits } = change;
  const { start, end } = getLinesOfChange(text, change);
  const before = text.slice(start, end);
  const moved = edits.map((edit) => ({ ...edit, start: edit.start - start, end: edit.end - start }));
  return { codemod, kind, applicability, confidence, reason, place, before, after: applyEdits(before, moved) };
}

/** The whole lines that a change and its edits stand in. */
export function getLinesOfChange(
  text: string,
  { start, end, edits }: PlannedChange,
): { readonly start: number; readonly end: number } {
  return {
    start: getLineStart(text, Math.min(start, ...edits.map((edit) => edit.start))),
    end: getLineEnd(text, Math.max(end, ...edits.map((edit) => edit.end))),
  };
}

function getLines(text: string, start: number, end: number): string {
  return text.slice(getLineStart(text, start), getLineEnd(text, end));
}

function getLineStart(text: string, offset: number): number {
  return text.lastIndexOf('\n', offset - 1) + 1;
}

function getLineEnd(text: string, offset: number): number {
  const end = text.indexOf('\n', offset);
  if (end === -1) return text.length;
  return text[end - 1] === '\r' ? end - 1 : end;
}

function toPlace(lines: LineIndex, offset: number): Place {
  const { line, column } = lines.getPosition(offset);
  return { line, column: column + 1 };
}

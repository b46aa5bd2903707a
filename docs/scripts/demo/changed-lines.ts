import { diffLines } from 'diff';

export interface TextEdit {
  readonly range: readonly [number, number];
  readonly text: string;
}

export interface ChangedLine {
  /** Where the line stands after the edit, from 1. */
  readonly number: number;
  readonly text: string;
}

export function applyEdit(source: string, { range: [start, end], text }: TextEdit): string {
  return source.slice(0, start) + text + source.slice(end);
}

/** Lists the lines that an edit adds or changes, as they read afterwards; blank ones are left out. */
export function listChangedLines(source: string, edit: TextEdit): ChangedLine[] {
  const changed: ChangedLine[] = [];
  let number = 1;
  for (const { value, added, removed } of diffLines(source, applyEdit(source, edit))) {
    if (removed) continue;
    const texts = value.replace(/\r?\n$/, '').split(/\r?\n/);
    if (added) texts.forEach((text, index) => changed.push({ number: number + index, text }));
    number += texts.length;
  }
  return changed.filter(({ text }) => text.trim() !== '');
}

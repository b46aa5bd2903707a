import { diffLines } from 'diff';

/** One line of a change: gone, new, or the same before and after. */
export interface DiffLine {
  readonly sign: '-' | '+' | ' ';
  readonly text: string;
}

/** Compares the whole lines of a site before and after a change. */
export function compareLines(before: string, after: string): DiffLine[] {
  return diffLines(`${before}\n`, `${after}\n`).flatMap(({ value, added, removed }) => {
    const sign = added ? '+' : removed ? '-' : ' ';
    const lines = value.replace(/\r?\n$/, '').split(/\r?\n/);
    return lines.map((text) => ({ sign, text }) as const);
  });
}

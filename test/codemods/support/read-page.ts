import { readFileSync } from 'node:fs';
import { join } from 'node:path';

/** A page of the guide, by its name. */
export function readPage(name: string): string {
  return readFileSync(join(import.meta.dirname, '../../../docs/guide', name), 'utf8');
}

/** The cells of each row of the table under a heading, without its head. */
export function readTable(page: string, heading: string): string[][] {
  const [, section = ''] = page.split(`\n## ${heading}\n`);
  const rows =
    section
      .split('\n## ')[0]
      ?.split('\n')
      .filter((line) => line.startsWith('|')) ?? [];
  return rows.slice(2).map((row) =>
    row
      .split('|')
      .slice(1, -1)
      .map((cell) => cell.trim()),
  );
}

/** The first fenced block of a page whose opening line is the given one. */
export function readBlock(page: string, opening: string): string {
  return page.split(`\`\`\`${opening}\n`)[1]?.split('\n```')[0] ?? '';
}

/**
 * Names and types of a report without its values; of a list the first element stands for all.
 *
 * @param counts names of the objects whose keys are no part of the shape
 */
export function getShape(value: unknown, counts: ReadonlySet<string>): unknown {
  if (Array.isArray(value)) return value.slice(0, 1).map((element) => getShape(element, counts));
  if (typeof value !== 'object' || value === null) return value === null ? 'null' : typeof value;
  return Object.entries(value).map(([name, part]) => [name, counts.has(name) ? 'counts' : getShape(part, counts)]);
}

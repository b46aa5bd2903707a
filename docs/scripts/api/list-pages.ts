import { existsSync, readdirSync } from 'node:fs';
import { join } from 'node:path';

/** The Markdown files in a folder and below it, in the order of their names. */
export function listPages(folder: string): string[] {
  if (!existsSync(folder)) return [];
  return readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter((path) => path.endsWith('.md'))
    .sort()
    .map((path) => join(folder, path));
}

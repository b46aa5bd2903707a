import { overlaps } from '../../../rules/plugin/overlaps.ts';
import { createTable } from './markdown-table.ts';

/** The rules that `compat` turns off, each with what takes its place. */
export function createOverlapTable(): string {
  const rows = overlaps.map(({ eslint, oxlint, replacedBy, needsTypes }) => [
    eslint === undefined ? '' : `\`${eslint}\``,
    oxlint === undefined ? '' : `\`${oxlint}\``,
    replacedBy.map((name) => `[${name}](../rules/${name}.md)`).join(', '),
    needsTypes ? 'yes' : '',
  ]);
  return createTable(['In ESLint', 'In Oxlint', 'Here', 'Asks types'], rows);
}

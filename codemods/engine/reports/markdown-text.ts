import { formatNumber } from './wording.ts';

/** A table; a column is set right when its first row has a number in it. */
export function formatMarkdownTable(head: readonly string[], rows: readonly (readonly (string | number)[])[]): string {
  const rule = rows[0]?.map((cell) => (typeof cell === 'number' ? '---:' : '---')) ?? [];
  return [head, rule, ...rows.map((row) => row.map((cell) => (typeof cell === 'number' ? formatNumber(cell) : cell)))]
    .map((row) => `| ${row.join(' | ')} |`)
    .join('\n');
}

export function toCode(path: string): string {
  return `\`${path.replaceAll('|', '\\|')}\``;
}

/** Outside of code spans, which messages use on purpose, nothing of a message may turn into markup. */
export function escapeMarkdown(text: string): string {
  return text
    .split(/(`[^`]*`)/)
    .map((part, index) => (index % 2 === 1 ? part : part.replace(/[\\*_<>[\]|]/g, '\\$&')))
    .join('');
}

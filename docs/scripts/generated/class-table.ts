import { catalog } from '@octollm/errors/catalog';
import { createTable } from './markdown-table.ts';

const retryableTexts = new Map<boolean | null, string>([
  [true, 'yes'],
  [false, 'no'],
  [null, 'depends'],
]);

/** The error classes, as the catalogue describes them. */
export function createClassTable(): string {
  const rows = catalog.map(({ name, parent, code, status, retryable, doc }) => [
    `\`${name}\``,
    parent === null ? '' : `\`${parent}\``,
    `\`${code}\``,
    String(status),
    retryableTexts.get(retryable) ?? '',
    doc,
  ]);
  return createTable(['Class', 'Extends', 'Code', 'Status', 'Retry helps', 'Meaning'], rows);
}

export type { CatalogEntry, ErrorKind, Severity, Signals } from './catalog-entry.ts';
export { catalog } from './catalog.ts';

/**
 * Describes each error class as data: its status, its severity, its kind and what in code points to it.
 *
 * @module
 */

export { errorKinds, severities } from './catalog-entry.ts';
export type { CatalogEntry, ErrorKind, Severity, Signals } from './catalog-entry.ts';
export { catalog } from './catalog.ts';
export { parseCatalog } from './parse-catalog.ts';
export { situations } from './situation.ts';
export type { Situation } from './situation.ts';

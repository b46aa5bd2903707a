/**
 * Limits how many calls run at once.
 *
 * @module
 */

export { bulkhead } from './bulkhead.ts';
export type { Bulkhead, BulkheadOptions } from './bulkhead.ts';

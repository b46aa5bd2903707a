/**
 * Works on many items and tells for each one what became of it.
 *
 * @module
 */

export { BatchResult } from './batch-result.ts';
export type { BatchSummary } from './batch-result.ts';
export type { BatchStop } from './batch-stop.ts';
export type { ItemFailure, ItemKey, ItemResult, ItemSkip, ItemSuccess } from './item-result.ts';
export type { ItemStatus, MultiStatus, MultiStatusOptions } from './multi-status.ts';
export { settleAll } from './settle-all.ts';
export type { ItemContext, SettleAllOptions } from './settle-all.ts';
export type { StopConditions } from './stop-conditions.ts';

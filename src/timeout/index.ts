/**
 * Limits how long a call may take.
 *
 * @module
 */

export type { TimeoutMode } from './limit-time.ts';
export { timeout, type TimeoutOptions, withTimeout } from './timeout.ts';

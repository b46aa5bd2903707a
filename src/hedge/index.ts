/**
 * Starts a second call when the first one is slow, and takes what arrives first.
 *
 * @module
 */

export { hedge } from './hedge.ts';
export type { HedgeOptions } from './hedge-options.ts';

/**
 * Replaces the value of a call that failed, and says so.
 *
 * @module
 */

export type { Degradable } from './degradable.ts';
export { fallback } from './fallback.ts';
export type { DegradedEvent, FallbackContext, FallbackHandler, FallbackOptions } from './fallback-options.ts';
export { isReplaceable } from './is-replaceable.ts';
export { withFallback } from './with-fallback.ts';

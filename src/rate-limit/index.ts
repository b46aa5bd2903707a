/**
 * Limits how many calls begin in a time.
 *
 * @module
 */

export { rateLimiter } from './rate-limiter.ts';
export type { RateLimiter, RateLimiterOptions } from './rate-limiter.ts';
export { tokenBucket } from './token-bucket.ts';
export type { TokenBucket, TokenBucketOptions } from './token-bucket.ts';
